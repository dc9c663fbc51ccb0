import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotPossible } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { person, THE_EMPLOYEE, YEAR } from '../../testing/cases.js';
import { knownFigures, monthly, workingYears } from '../../testing/figures.js';
import { nameOf } from '../edition/clause.js';
import type { KnownOfPeriod, StandingCommand } from '../standing.commands.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingEvent } from '../standing.events.js';

const given = specification(standingDecider);
const ask = commandOf<StandingCommand>(SUPERVISOR);
const of = { employee: 'he-ying', year: YEAR };
const AFTER = '2027-01-04T00:00:00.000Z';
const repair = { ...person, department: 'repair' } as const;

const evaluate = (
  period: string,
  known: KnownOfPeriod,
  { at = AFTER, year = YEAR, by = SUPERVISOR } = {},
) => ask('EvaluatePeriod', { ...of, year, period }, at, { known, by });
const again = (period: string, known: KnownOfPeriod, year = YEAR) =>
  ask('EvaluatePeriodAgain', { ...of, year, period }, AFTER, { known });

/** What an evaluation proposes: clauses, and the measures where one follows of necessity. */
const proposedBy = (events: readonly StandingEvent[]) =>
  events.flatMap((event): readonly string[] => {
    if (event.type === 'CaseOpened') return [nameOf(event.data)];
    return event.type === 'ActProposed' ? event.data.measures : [];
  });

/** Of a target of 100.00 a month, so many hundredths of a per cent over the months. */
const sales = (hundredths: number, months: number, last: string) =>
  knownFigures({
    [YEAR]: {
      targets: { sales: monthly(YEAR, '100.00') },
      results: { sales: { [last]: ((hundredths * months) / 100).toFixed(2) } },
    },
  });
const hours = (hundredths: number, months: number, last: string) =>
  knownFigures(
    {
      [YEAR]: {
        targets: { quota: monthly(YEAR, '100.00'), 'basic-hours': monthly(YEAR, '1000.00') },
        results: { hours: { [last]: ((hundredths * months) / 100).toFixed(2) } },
      },
    },
    { subject: repair },
  );

describe('the figures of a year', () => {
  test.each([
    [0, ['D24.year', 'demerit']],
    [6999, ['D24.year', 'demerit']],
    [7000, ['D24.year', 'demerit']],
    [7999, ['D24.year', 'demerit']],
    [8000, []],
    [9999, []],
    [10000, ['D14.year', 'merit']],
    [11999, ['D14.year', 'merit']],
    [12000, ['D14.year', 'merit', 'D14.exceeded', 'merit']],
    [14999, ['D14.year', 'merit', 'D14.exceeded', 'merit']],
    [15000, ['D14.year', 'merit', 'D14.far-exceeded', 'major-merit']],
  ])('[D14] [D24] of sales, at %i hundredths of a per cent, propose %j', (share, proposed) => {
    const events = given()
      .when(evaluate(YEAR, sales(share, 12, '2026-12')))
      .events();
    expect(proposedBy(events)).toEqual(proposed);
  });

  test.each([
    [0, ['D36.year', 'demerit']],
    [7999, ['D36.year', 'demerit']],
    [8000, []],
    [9999, []],
    [10000, ['D32.year', 'merit']],
    [11999, ['D32.year', 'merit']],
    [12000, ['D32.year', 'merit', 'D32.exceeded', 'merit']],
    [14999, ['D32.year', 'merit', 'D32.exceeded', 'merit']],
    [15000, ['D32.year', 'merit', 'D32.far-exceeded', 'major-merit']],
  ])('[D32] [D36] of hours, at %i hundredths of a per cent, propose %j', (share, proposed) => {
    const events = given()
      .when(evaluate(YEAR, hours(share, 12, '2026-12')))
      .events();
    expect(proposedBy(events)).toEqual(proposed);
  });
});

describe('the figures of the first half-year', () => {
  test.each([
    [6999, ['D24.half-year', 'demerit']],
    [7000, []],
    [9999, []],
    [10000, ['D14.half-year', 'merit']],
    [15000, ['D14.half-year', 'merit']],
  ])('[D14] [D24] of sales, at %i hundredths of a per cent, propose %j', (share, proposed) => {
    const events = given()
      .when(evaluate('2026-H1', sales(share, 6, '2026-06')))
      .events();
    expect(proposedBy(events)).toEqual(proposed);
  });

  test.each([
    [6999, ['D36.half-year', 'demerit']],
    [7000, []],
    [15000, []],
  ])('[D36] of hours, at %i hundredths of a per cent, propose %j', (share, proposed) => {
    const events = given()
      .when(evaluate('2026-H1', hours(share, 6, '2026-06')))
      .events();
    expect(proposedBy(events)).toEqual(proposed);
  });

  test('[D24] what was sold in July is none of it, and the facts are of June', () => {
    const events = given()
      .when(evaluate('2026-H1', sales(10000, 6, '2026-07')))
      .events();
    expect(proposedBy(events)).toEqual(['D24.half-year', 'demerit']);
    expect(events[1]).toMatchObject({
      type: 'CaseOpened',
      data: {
        happenedAt: '2026-06-30T15:59:59.999Z',
        evaluated: true,
        figures: [{ period: '2026-H1', target: '600.00', result: '0.00' }],
      },
    });
    expect(events[0]).toMatchObject({
      type: 'PeriodEvaluated',
      data: { period: '2026-H1', edition: '2026.1', department: 'sales' },
    });
  });
});

describe('when a period can be evaluated', () => {
  test('[R13] not at its last moment, but at the next', () => {
    const known = sales(0, 12, '2026-12');
    const last = { at: '2026-12-31T15:59:59.999Z' };
    given()
      .when(evaluate(YEAR, known, last))
      .thenThrows(Invalid, 'not-yet');
    const over = { at: '2026-12-31T16:00:00.000Z' };
    expect(
      proposedBy(
        given()
          .when(evaluate(YEAR, known, over))
          .events(),
      ),
    ).toHaveLength(2);
    given()
      .when({ ...again(YEAR, known), occurredAt: last.at })
      .thenNothing();
  });

  test.each([
    ['no figures at all', {}],
    ['targets of zero', { targets: { sales: monthly(YEAR, '0.00') } }],
    ['a month without a target', { targets: { sales: monthly(YEAR, '100.00', 2) } }],
  ])('[D24] %s are judged by nothing', (_, kept) => {
    const known = knownFigures({ [YEAR]: kept });
    given().when(evaluate(YEAR, known)).thenThrows(NotPossible, 'no-targets');
    given().when(again(YEAR, known)).thenNothing();
  });

  test('[D8] [D5] [D42] [R2] nor of another year, of the office, before an edition, or by oneself', () => {
    const known = sales(0, 12, '2026-12');
    given().when(evaluate('2025', known)).thenThrows(Invalid, 'facts-of-another-year');
    const office = { ...known, subject: { ...person, department: 'office' as const } };
    given().when(evaluate(YEAR, office)).thenRefusedUnder('D5');
    const unapproved = { ...known, edition: 'none-approved' as const };
    given().when(evaluate(YEAR, unapproved)).thenRefusedUnder('D42');
    given().when(again(YEAR, unapproved)).thenNothing();
    given()
      .when(evaluate(YEAR, known, { by: { ...THE_EMPLOYEE } }))
      .thenRefusedUnder('R2');
    const { subject: _left, ...elsewhere } = known;
    given().when(evaluate(YEAR, elsewhere)).thenThrows(NotPossible, 'not-employed-then');
    given().when(again(YEAR, elsewhere)).thenNothing();
  });

  test('[D8] whoever was dismissed takes no further acts', () => {
    const known = { ...sales(0, 12, '2026-12'), dismissed: true };
    expect(proposedBy(given().when(evaluate(YEAR, known)).events())).toEqual([]);
  });
});

test('[D24] where the term of hearing reaches into a year that is not published, the case waits to be proposed', () => {
  const known = { ...sales(6999, 12, '2026-12'), calendar: new Map() };
  for (const evaluation of [evaluate(YEAR, known), again(YEAR, known)])
    expect(
      given()
        .when(evaluation)
        .events()
        .map(({ type }) => type),
    ).toEqual(['PeriodEvaluated', 'CaseOpened']);
});

describe('evaluated twice', () => {
  const known = sales(12000, 12, '2026-12');
  const once = given().when(evaluate(YEAR, known)).events();

  test('[R13] nothing is proposed twice', () => {
    given(...once)
      .when(evaluate(YEAR, known))
      .thenNothing();
    given(...once)
      .when(again(YEAR, known))
      .thenNothing();
  });

  test('[R13] who had it reckoned reported nothing, and may decide', () => {
    const { cases } = fold(standingDecider, once);
    expect(cases.map(({ reporters }) => reporters)).toEqual([[], []]);
    const decide = ask('DecideAct', { ...of, case: 1 }, AFTER, {
      known: { dismissed: false, ...workingYears },
    });
    expect(
      given(...once)
        .when(decide)
        .events(),
    ).toMatchObject([{ type: 'ActDecided' }]);
  });
});
