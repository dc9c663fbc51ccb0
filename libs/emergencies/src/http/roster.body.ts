import { InstantText, MayBeAbsent, DailySpanBody } from '@app/http';
import type { Weekday } from '../domain/roster.values.js';

class ShiftBody extends DailySpanBody {
  /** Monday 1 to Sunday 7. */
  readonly days!: Weekday[];
  readonly employees!: string[];
}

class RungBody {
  readonly name!: string;
  readonly shifts!: ShiftBody[];
}

class EditionBody {
  /** Number of the edition, from 1. */
  readonly edition!: number;
  readonly inForceFrom!: string;
  readonly rungs!: RungBody[];
  readonly generalManager!: string;
}

class ExceptionBody extends DailySpanBody {
  /** Number of the rung, from 1. */
  readonly rung!: number;
  /** Business date on which the hours begin. */
  readonly date!: string;
  readonly employees!: string[];
}

/** The editions of a roster that are remembered, and its exceptions by date. */
export class RosterBody {
  readonly roster!: string;
  /** Oldest first. */
  readonly editions!: EditionBody[];
  /** As they were recorded; of two for one hour the later holds. */
  readonly exceptions!: ExceptionBody[];
}

/** When. */
export class OnCallParams {
  /** An instant with its zone; default: now. */
  @MayBeAbsent()
  @InstantText()
  at?: string;
}

class RungOnCallBody {
  /** Number of the rung, from 1. */
  readonly rung!: number;
  readonly name!: string;
  /** Employee ids; none: nobody is on call there then. */
  readonly employees!: string[];
}

/** Who is on call at an instant. */
export class OnCallBody {
  readonly at!: string;
  /** The edition in force then; null before the first. */
  readonly edition!: number | null;
  readonly rungs!: RungOnCallBody[];
  readonly generalManager!: string | null;
}
