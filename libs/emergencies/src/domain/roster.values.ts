import type { DailySpan, Instant, LocalDate } from '@app/kernel';

/** A day of the week in the business zone, Monday 1 to Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Who is on call in the same hours of some days each week. Hours that cross midnight begin on the day that is named. */
export interface Shift extends DailySpan {
  readonly days: readonly Weekday[];
  /** Employees, all of whom are called. */
  readonly employees: readonly string[];
}

/** One rung of the ladder, which is climbed from the first on. */
export interface Rung {
  /** What the house calls it: `值班技术员`. */
  readonly name: string;
  readonly shifts: readonly Shift[];
}

/** The whole ladder, as it holds from an instant on. */
export interface Ladder {
  readonly rungs: readonly Rung[];
  /** Who is called each time the ladder begins anew. */
  readonly generalManager: string;
}

/** Other people than the weekly hours say, on one rung and date. */
export interface OnCallException extends DailySpan {
  /** Number of the rung, from 1. */
  readonly rung: number;
  /** Business date on which the hours begin. */
  readonly date: LocalDate;
  /** Employees; none: nobody is on call there then. */
  readonly employees: readonly string[];
}

/** A ladder with its number, from 1, and the instant from which it is in force. */
export interface RosterEdition extends Ladder {
  readonly edition: number;
  readonly inForceFrom: Instant;
}

/** Who is called in an emergency, and when: editions of the ladder, and exceptions by date. Stream `roster-<id>`. */
export interface Roster {
  readonly roster: string;
  /** Oldest first. */
  readonly editions: readonly RosterEdition[];
  /** As they were recorded. */
  readonly exceptions: readonly OnCallException[];
  /** When it was last changed. */
  readonly since?: Instant;
}
