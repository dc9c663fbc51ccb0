import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { editionLineBody } from '../../http/edition-line.body.js';
import { drafted, inForce } from '../../testing/editions.js';
import { compareEditions } from './compare-editions.js';
import { document2 } from './document-2.js';
import { editionDecider } from './edition.decider.js';

const stricter = {
  ...document2,
  points: { ...document2.points, merit: 4 },
  clauses: document2.clauses
    .filter(({ article }) => article !== 'D28')
    .map((clause) =>
      clause.article === 'D24' && clause.clause === 'year'
        ? { ...clause, thresholds: { below: 85 } }
        : clause,
    ),
};

test('[D43] an edition is compared with the one before it, field by field', () => {
  expect(compareEditions(document2, stricter)).toEqual([
    { field: 'points.merit', before: '3', after: '4' },
    { field: 'D24.year.thresholds.below', before: '80', after: '85' },
    { field: 'D28.report.department', before: 'sales', after: null },
    { field: 'D28.report.trigger', before: 'report', after: null },
    { field: 'D28.report.verified', before: 'false', after: null },
    { field: 'D28.report.says.zh', before: '应缴报表未缴', after: null },
    { field: 'D28.report.says.en', before: 'a required report was not handed in', after: null },
    { field: 'D28.report.outcomes', before: '[{"measures":["demerit"]}]', after: null },
  ]);
  expect(compareEditions(document2, document2)).toEqual([]);
});

test('[D42] the first edition changes nothing; a draft is shown against what is approved', () => {
  const line = fold(editionDecider, [drafted(), inForce('10:00'), drafted('2026.2', stricter)]);
  expect(editionLineBody(line, { line: 'document-2' })).toMatchObject({
    line: 'document-2',
    editions: [
      { edition: '2026.1', status: 'approved', approvedBy: 'ma-guoqiang' },
      { edition: '2026.2', status: 'draft', changes: { length: 8 } },
    ],
  });
});
