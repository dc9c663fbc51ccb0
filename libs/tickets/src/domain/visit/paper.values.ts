import type { Instant, Yuan } from '@app/kernel';

/** Who earned an extra service, and in which proportion. */
export interface Earners {
  readonly earners: readonly string[];
  /** Of each of them, so many of the sum of all are theirs. */
  readonly weights: readonly number[];
}

/** What extra service brought the company, who earned it, and of which parts it was made (D30). */
export interface ExtraIncome extends Earners {
  /** What is with the company of it; 0.00: nothing is, or it did not come in time. */
  readonly income: Yuan;
  /** Numbers of the entries of parts that went into it. */
  readonly parts: readonly number[];
}

/** Money that is in somebody's hands again, as a hand-over was set right. */
export interface InHandAgain {
  readonly employee: string;
  readonly collectedAt: Instant;
  /** When it had been demanded; absent: it had not, or is not demanded of them any more. */
  readonly demandedAt?: Instant;
}
