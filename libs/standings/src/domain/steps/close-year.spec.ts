import { test } from '@jest/globals';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { commandOf, eventOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { EMPLOYEE, YEAR } from '../../testing/cases.js';
import { knownFigures, monthly } from '../../testing/figures.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingCommand } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';

const given = specification(standingDecider);
const ask = commandOf<StandingCommand>(MANAGER);
const of = { employee: EMPLOYEE, year: YEAR };
const NEW_YEAR = '2027-01-04T00:00:00.000Z';
const AFTER = '2027-02-01T00:00:00.000Z';

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
const close = (total: string) =>
  ask('CloseYear', of, AFTER, { known: { periods: [{ ...sold(total), period: YEAR }] } });
const closed = eventOf<StandingEvent>(MANAGER, () => ['D8'])('YearClosed', { year: YEAR }, AFTER);

test('[D8] a year is closed when its figures were evaluated', () => {
  given(...evaluated('1000.00'))
    .when(close('1000.00'))
    .then(closed);
});

test('[D8] and not before, nor where a figure has changed since', () => {
  given().when(close('1000.00')).thenRefusedUnder('D8', 'evaluations-open');
  given(...evaluated('1000.00'))
    .when(close('1000.01'))
    .thenRefusedUnder('D8', 'evaluations-open');
  given(...evaluated('1000.01', ...evaluated('1000.00')))
    .when(close('1000.01'))
    .then(closed);
});

test('[D8] where no edition was in force, or nobody worked, there is nothing to evaluate', () => {
  const none = { ...sold('0.00'), edition: 'none-approved' as const };
  const { subject: _left, ...elsewhere } = sold('0.00');
  for (const known of [none, elsewhere])
    given(...evaluated('1000.00'))
      .when(ask('CloseYear', of, AFTER, { known: { periods: [{ ...known, period: YEAR }] } }))
      .then(closed);
});
