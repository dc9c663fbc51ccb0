import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { act } from '../../testing/cases.js';
import { standingDecider } from '../../domain/standing.decider.js';
import { packed, unpacked } from './packed.js';

test('what judges the cases of a year is kept once, and nothing of it is lost', () => {
  const standing = fold(standingDecider, [
    ...act(1, 'D26.disobeys'),
    ...act(2, 'D9.adopted'),
    ...act(3, 'D26.disobeys'),
  ]);
  const kept = packed(standing);
  expect(kept.judged).toHaveLength(2);
  expect(kept.cases.map(({ opened }) => opened.judgedBy)).toEqual([0, 1, 0]);
  expect(unpacked(JSON.parse(JSON.stringify(kept)) as typeof kept)).toEqual(standing);
  const other = { ...standing.cases[0]!.opened.judgedBy, hearingDays: 9 };
  const cases = [
    ...standing.cases,
    { ...standing.cases[0]!, opened: { ...standing.cases[0]!.opened, judgedBy: other } },
  ];
  expect(packed({ ...standing, cases }).judged).toHaveLength(3);
});
