import type { Figures } from '../domain/figures/figures.state.js';
import { noFigures } from '../domain/figures/figures.state.js';
import type { Result, Target } from '../domain/figures/figures.values.js';
import type { KnownCalendar, KnownOfPeriod } from '../domain/standing.commands.js';
import { edition, person } from './cases.js';

/** Amounts by month, `2026-03`. */
export type Amounts = Readonly<Record<string, string>>;

/** The working days of all years that the specs of figures play in. */
export const workingYears: KnownCalendar = {
  calendar: new Map(
    ['2026', '2027', '2028', '2029'].map((year) => [
      year,
      { restDays: [6, 7], holidays: [], makeUpDays: [] },
    ]),
  ),
};

interface Kept {
  readonly targets?: Partial<Record<Target, Amounts>>;
  readonly results?: Partial<Record<Result, Amounts>>;
  readonly leave?: Figures['leave'];
  readonly paper?: Figures['paper'];
}

/** The same amount for each month of a year, from one month to another. */
export function monthly(year: string, amount: string, from = 1, until = 12): Amounts {
  const months = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  return Object.fromEntries(
    months.map((month) => [`${year}-${String(month).padStart(2, '0')}`, amount]),
  );
}

/** Known to an evaluation: somebody who was there all the time, with these figures of these years. */
export function knownFigures(
  years: Readonly<Record<string, Kept>>,
  beside: Partial<KnownOfPeriod> & Partial<KnownOfPeriod['kept']> = {},
): KnownOfPeriod {
  const { presence = [{ from: '2020-01-01', until: '2030-12-31' }], ...more } = beside;
  const none = noFigures();
  const figures = new Map(
    Object.entries(years).map(
      ([year, { targets, results, leave = [], paper = [] }]): [string, Figures] => [
        year,
        {
          ...none,
          targets: { ...none.targets, ...targets },
          results: { ...none.results, ...results },
          leave,
          leaves: leave.length,
          paper,
        },
      ],
    ),
  );
  return {
    ...workingYears,
    edition,
    subject: person,
    dismissed: false,
    beside: [],
    kept: { figures, presence },
    ...more,
  };
}
