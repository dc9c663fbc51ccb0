import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { person, YEAR } from '../../testing/cases.js';
import { knownFigures } from '../../testing/figures.js';
import { nameOf } from '../edition/clause.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingCommand } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';

const ask = commandOf<StandingCommand>(SUPERVISOR);
const AFTER = '2027-01-04T00:00:00.000Z';
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const amounts = (fens: readonly number[]) =>
  Object.fromEntries(
    fens.map((fen, index) => [
      `${YEAR}-${String(index + 1).padStart(2, '0')}`,
      (fen / 100).toFixed(2),
    ]),
  );

/*
 * The reference, naive and from the text alone: 达成, 超越20%(含)—50%(不含), 超越50%(含), 未达70%, 未达80%; in whole
 * fen, so that a share is never rounded.
 */
interface Year {
  readonly period: string;
  readonly target: number;
  readonly result: number;
  readonly reward: string;
  readonly blame: string;
}

function byTheText({ period, target, result, reward, blame }: Year) {
  const percent = (of: number) => result * 100 >= target * of;
  if (period !== YEAR)
    return [
      ...(reward === 'D14' && percent(100) ? ['D14.half-year'] : []),
      ...(percent(70) ? [] : [`${blame}.half-year`]),
    ];
  return [
    ...(percent(100) ? [`${reward}.year`] : []),
    ...(percent(120) && !percent(150) ? [`${reward}.exceeded`] : []),
    ...(percent(150) ? [`${reward}.far-exceeded`] : []),
    ...(percent(80) ? [] : [`${blame}.year`]),
  ];
}

/** A year at a bound to the fen, or a fen beside it: each is met from both sides. */
const year = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 1_000 }), {
      minLength: MONTHS.length,
      maxLength: MONTHS.length,
    }),
    fc.constantFrom(69, 70, 79, 80, 99, 100, 120, 149, 150, 200),
    fc.constantFrom(-1, 0, 1),
  )
  .map(([hundreds, percent, beside]) =>
    hundreds.map((each, index) => {
      const fen = each * percent + (index === 0 ? beside : 0);
      return [each * 100, fen] as const;
    }),
  );
const department = fc.constantFrom('sales' as const, 'repair' as const);

const named = (events: readonly StandingEvent[]) =>
  events.flatMap((event) => (event.type === 'CaseOpened' ? [nameOf(event.data)] : [])).toSorted();

test('[D14] [D24] [D32] [D36] whatever was asked and reached, what the text says is proposed, and once', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(year, department, fc.constantFrom(YEAR, `${YEAR}-H1`), (months, of, period) => {
      const [targets, results] = [0, 1].map((which) => amounts(months.map((each) => each[which]!)));
      const kept =
        of === 'sales'
          ? { targets: { sales: targets! }, results: { sales: results! } }
          : { targets: { quota: targets! }, results: { hours: results! } };
      const known = knownFigures({ [YEAR]: kept }, { subject: { ...person, department: of } });
      const data = { employee: 'he-ying', year: YEAR, period };
      const evaluate = ask('EvaluatePeriod', data, AFTER, { known });
      const once = standingDecider.decide(evaluate, standingDecider.initialState());

      const asked = months.slice(0, period === YEAR ? 12 : 6);
      const sumOf = (which: 0 | 1) => asked.reduce((sum, each) => sum + each[which], 0);
      const [reward, blame] =
        of === 'sales' ? (['D14', 'D24'] as const) : (['D32', 'D36'] as const);
      const expected = byTheText({ period, target: sumOf(0), result: sumOf(1), reward, blame });
      expect(named(once)).toEqual(expected.toSorted());
      expected.forEach((each) => seen.add(each));

      expect(standingDecider.decide(evaluate, fold(standingDecider, once))).toEqual([]);
      const again = ask('EvaluatePeriodAgain', data, AFTER, { known });
      expect(standingDecider.decide(again, fold(standingDecider, once))).toEqual([]);
    }),
    { numRuns: 300, seed: 14 },
  );
  expect([...seen].toSorted()).toEqual(
    [
      ...['D14.exceeded', 'D14.far-exceeded', 'D14.half-year', 'D14.year'],
      ...['D24.half-year', 'D24.year'],
      ...['D32.exceeded', 'D32.far-exceeded', 'D32.year', 'D36.half-year', 'D36.year'],
    ].toSorted(),
  );
});
