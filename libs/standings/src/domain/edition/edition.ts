import type { Clause, Level } from './clause.js';

/** In which order D8 is computed; `convert-then-offset` is the article's own. */
export const orders = ['convert-then-offset', 'offset-then-convert'] as const;
export type ReckoningOrder = (typeof orders)[number];

/**
 * How the target of a month counts for who joins, leaves, changes department or is on leave within it: by
 * its days; not at all, with its result, unless they were there all month; or as a whole.
 */
export const proRatas = ['by-days', 'whole-months', 'none'] as const;
export type ProRata = (typeof proRatas)[number];

/** Document 2 as data: everything that its articles D6–D40 say in numbers, levels and outcomes. */
export interface EditionText {
  /** Points of the month's appraisal for each level (D8): above zero for rewards, below it for discipline. */
  readonly points: Readonly<Record<Level, number>>;
  /** So many merits make one major merit in a year (D8). */
  readonly meritsToMajor: number;
  /** So many demerits make one major demerit in a year (D8). */
  readonly demeritsToMajor: number;
  /** So many major demerits in a year, none offset, bring dismissal (D8). */
  readonly majorsToDismissal: number;
  readonly order: ReckoningOrder;
  /** Working days in which an employee is heard; the policy is silent, so each edition says its own. */
  readonly hearingDays: number;
  /** Working days in which a decision can be appealed against; as `hearingDays`. */
  readonly appealDays: number;
  /** Of targets and quotas; the policy is silent. Default: `by-days`. */
  readonly proRata?: ProRata;
  readonly clauses: readonly Clause[];
}
