import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { EMPLOYEE, YEAR } from '../../testing/cases.js';
import { knownFigures, monthly } from '../../testing/figures.js';
import { standingDecider } from '../standing.decider.js';
import type { KnownOfPeriod, StandingCommand } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';
import { openEvaluations } from './open-evaluations.js';

const given = specification(standingDecider);
const ask = commandOf<StandingCommand>(MANAGER);
const of = { employee: EMPLOYEE, year: YEAR };
const NEW_YEAR = '2027-01-04T00:00:00.000Z';

/** 1080.00 were to be sold from January to December: neither reached nor missed by a fifth. */
const sold = (total: string) =>
  knownFigures({
    [YEAR]: {
      targets: { sales: monthly(YEAR, '90.00') },
      results: { sales: { '2026-12': total } },
    },
  });
const evaluated = (total: string, ...past: StandingEvent[]) => [
  ...past,
  ...given(...past)
    .when(ask('EvaluatePeriod', { ...of, period: YEAR }, NEW_YEAR, { known: sold(total) }))
    .events(),
];
const open = (known: KnownOfPeriod, past: readonly StandingEvent[] = []) =>
  openEvaluations({ periods: [{ ...known, period: YEAR }] }, fold(standingDecider, past));

test('[D8] a year whose figures were evaluated is evaluated', () => {
  expect(open(sold('1000.00'), evaluated('1000.00'))).toEqual([]);
});

test('[D8] and not before, nor where a figure has changed since', () => {
  expect(open(sold('1000.00'))).toEqual([YEAR]);
  expect(open(sold('1000.01'), evaluated('1000.00'))).toEqual([YEAR]);
  expect(open(sold('1000.01'), evaluated('1000.01', ...evaluated('1000.00')))).toEqual([]);
});

test('[D8] where no edition was in force, or nobody worked, there is nothing to evaluate', () => {
  const none = { ...sold('0.00'), edition: 'none-approved' as const };
  const { subject: _left, ...elsewhere } = sold('0.00');
  for (const known of [none, elsewhere]) expect(open(known, evaluated('1000.00'))).toEqual([]);
});
