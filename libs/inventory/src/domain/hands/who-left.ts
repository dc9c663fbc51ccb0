import type { Instant } from '@app/kernel';

/** Who has left, and is asked for what is in their hands (R12). */
export interface WhoLeft {
  readonly employee: string;
  /** When they left; absent: before it came into their hands. */
  readonly leftAt?: Instant;
}
