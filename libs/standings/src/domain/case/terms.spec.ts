import { expect, test } from '@jest/globals';
import { instant, NotPossible } from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import { openedCase, proposed, step, working } from '../../testing/cases.js';
import { standingDecider } from '../standing.decider.js';
import { endOfTerm } from './terms.js';

const moment = (text: string) => instant(`${text}+08:00`);

test.each([
  ['the day itself does not count', '2026-03-02T09:00', 3, '2026-03-06T00:00'],
  ['nor do days of rest', '2026-03-06T17:00', 3, '2026-03-12T00:00'],
  ['nor holidays', '2026-04-03T09:00', 3, '2026-04-10T00:00'],
  [
    'the first and the last second of a day are of that day',
    '2026-03-02T23:59',
    1,
    '2026-03-04T00:00',
  ],
])('[R2] terms count working days of the published calendar: %s', (_, from, days, until) => {
  expect(endOfTerm(working, moment(from), days)).toBe(moment(until));
});

test('[R2] a term that reaches into a year that is not published is not guessed', () => {
  const file = openedCase(1, 'D26.talks-back');
  const late = { time: moment('2026-12-30T09:00') };
  const given = specification(standingDecider);
  given(file)
    .when(step('ProposeAct', { case: 1 }, late))
    .thenThrows(NotPossible, 'calendar-not-published');
  // A reward has no hearing, so no term is asked for.
  const merit = openedCase(1, 'D9.adopted');
  given(merit)
    .when(step('ProposeAct', { case: 1 }, late))
    .then(proposed(merit, ['merit'], {}));
});
