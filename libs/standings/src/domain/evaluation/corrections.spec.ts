import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { YEAR } from '../../testing/cases.js';
import { knownFigures, monthly, workingYears } from '../../testing/figures.js';
import { explanationOf } from '../standing/standing-of-cases.js';
import type { StandingCommand } from '../standing.commands.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingEvent } from '../standing.events.js';

const given = specification(standingDecider);
const ask = commandOf<StandingCommand>(SUPERVISOR);
const of = { employee: 'he-ying', year: YEAR };
const AFTER = '2027-01-04T00:00:00.000Z';
const HEARD = '2027-01-12T00:00:00.000Z';

/** After what was, the year is evaluated with sales of so much; 1200.00 were to be reached. */
function reckoned(total: string, ...past: StandingEvent[]): StandingEvent[] {
  const known = knownFigures({
    [YEAR]: {
      targets: { sales: monthly(YEAR, '100.00') },
      results: { sales: { '2026-12': total } },
    },
  });
  const command = ask('EvaluatePeriodAgain', { ...of, period: YEAR }, AFTER, { known });
  return [
    ...given(...past)
      .when(command)
      .events(),
  ];
}
const decide = (number: number, ...past: StandingEvent[]) => {
  const known = { dismissed: false, ...workingYears };
  const command = ask('DecideAct', { ...of, case: number }, HEARD, { by: MANAGER, known });
  return [
    ...given(...past)
      .when(command)
      .events(),
  ];
};
const told = (events: readonly StandingEvent[]) =>
  events.map((event) => {
    if (event.type === 'PeriodEvaluated') return event.type;
    const { type, data } = event;
    const { case: number } = data as { case: number };
    return type === 'CaseOpened'
      ? [number, `${data.article}.${data.clause}`, data.replaces]
      : [number, type];
  });
const statuses = (...past: StandingEvent[]) =>
  fold(standingDecider, past).cases.map(({ case: number, status }) => [number, status]);

const exceeded = reckoned('1440.00');
const met = [...exceeded, ...decide(1, ...exceeded)];
const decided = [...met, ...decide(2, ...met)];

test('[R13] what nobody has decided yet is dropped, and proposed by the figures that are right', () => {
  const corrected = reckoned('1800.00', ...exceeded);
  expect(told(corrected)).toEqual([
    'PeriodEvaluated',
    [2, 'CaseDropped'],
    [3, 'D14.far-exceeded', undefined],
    [3, 'ActProposed'],
  ]);
  const back = reckoned('1440.00', ...exceeded, ...corrected);
  expect(told(back)).toEqual([
    'PeriodEvaluated',
    [3, 'CaseDropped'],
    [4, 'D14.exceeded', undefined],
    [4, 'ActProposed'],
  ]);
});

test('[R13] other figures with which the same holds change no proposal', () => {
  expect(told(reckoned('1500.00', ...decided))).toEqual(['PeriodEvaluated']);
});

test('[D14] a correcting proposal names the act that it replaces, which counts until it is decided', () => {
  const corrected = reckoned('1800.00', ...decided);
  expect(told(corrected)).toEqual([
    'PeriodEvaluated',
    [3, 'D14.far-exceeded', 2],
    [3, 'ActProposed'],
  ]);
  const past = [...decided, ...corrected];
  expect(told(reckoned('1900.00', ...past))).toEqual(['PeriodEvaluated']);
  const replaced = decide(3, ...past);
  expect(replaced).toMatchObject([
    { type: 'ActDecided', data: { case: 3, measures: ['major-merit'], points: 9 } },
    { type: 'ActRevoked', data: { case: 2, replacedBy: 3 } },
  ]);
  expect(explanationOf(fold(standingDecider, [...past, ...replaced]).cases)).toMatchObject({
    points: 12,
  });
});

test('[D14] where nothing comes in its place, it proposes to take the act back, after hearing', () => {
  const corrected = reckoned('1300.00', ...decided);
  expect(told(corrected)).toEqual(['PeriodEvaluated', [3, 'D14.corrected', 2], [3, 'ActProposed']]);
  expect(corrected.at(-1)!.data).toEqual({
    case: 3,
    measures: [],
    hearingUntil: '2027-01-07T16:00:00.000Z',
  });
  const past = [...decided, ...corrected];
  const all = [...past, ...decide(3, ...past)];
  expect(statuses(...all)).toEqual(expect.arrayContaining([[2, 'revoked']]));
  expect(explanationOf(fold(standingDecider, all).cases)).toMatchObject({ points: 3 });
  expect(told(reckoned('1440.00', ...all))).toEqual([
    'PeriodEvaluated',
    [4, 'D14.exceeded', undefined],
    [4, 'ActProposed'],
  ]);
});

test('[D14] what is right after all is not taken back', () => {
  const corrected = reckoned('1300.00', ...decided);
  const back = reckoned('1440.00', ...decided, ...corrected);
  expect(told(back)).toEqual(['PeriodEvaluated', [3, 'CaseDropped']]);
});

test('[D24] a demerit of figures that were corrected is taken back, and a merit proposed', () => {
  const poor = reckoned('900.00');
  const past = [...poor, ...decide(1, ...poor)];
  expect(told(reckoned('1200.00', ...past))).toEqual([
    'PeriodEvaluated',
    [2, 'D14.year', undefined],
    [2, 'ActProposed'],
    [3, 'D24.corrected', 1],
    [3, 'ActProposed'],
  ]);
});
