import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { act } from '../testing/cases.js';
import { explanationOf } from '../domain/standing/standing-of-cases.js';
import { standingDecider } from '../domain/standing.decider.js';
import { why } from './why.js';

const happened = [
  ...act(1, 'D26.disobeys', '2026-01-05T02:00:00.000Z'),
  ...act(2, 'D26.talks-back', '2026-02-05T02:00:00.000Z'),
  ...act(3, 'D27.vehicle', '2026-02-06T02:00:00.000Z'),
  ...act(4, 'D28.report', at('09:00')),
  ...act(5, 'D9.adopted', at('08:00')),
  ...act(6, 'D26.talks-back', at('08:30')),
];

const sentences = why(explanationOf(fold(standingDecider, happened).cases)!);

test('[D8] 为什么是两次大过：说到每一案', () => {
  expect(sentences.map(({ zh }) => zh)).toEqual([
    '记大过 2 次：第 1 案的记大过、第 2、3、4 案的 3 次记过折为一次记大过。',
    '第 5 案的记功抵第 6 案的记过（D8）。',
    '1 月：−9 分，第 1 案。',
    '2 月：−6 分，第 2、3 案。',
    '3 月：−3 分，第 4、5、6 案。',
    '全年：−18 分。',
  ]);
});

test('[D8] why it is two major demerits, down to each case', () => {
  expect(sentences[0]?.en).toBe(
    'major demerit: 2, that is the major demerit of case 1, the 3 demerits of cases 2, 3, 4, which make one major demerit.',
  );
});
