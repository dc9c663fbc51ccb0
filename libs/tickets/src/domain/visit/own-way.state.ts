import type { Instant } from '@app/kernel';
import type { Prepared } from './preparation.js';

/**
 * What somebody of a visit did for themself, who did not go with the responsible technician, or came
 * or left at another time. Nothing of it: they went along with the responsible technician.
 */
export interface OwnWay {
  /** What they wore and took along themselves; of the responsible technician it stands with the visit. */
  readonly ready?: Prepared;
  /** When they were put on the visit, of the others. */
  readonly joinedAt?: Instant;
  readonly departedAt?: Instant;
  readonly arrivedAt?: Instant;
  /** They did not come, though others did, as was recorded then (V7). */
  readonly noShowAt?: Instant | undefined;
  readonly leftAt?: Instant | undefined;
  /** When they had found nobody at the customer's, and have not come again since (V7). */
  readonly absentAt?: Instant | undefined;
  /** They left to come back at the hour agreed for going on (V19). */
  readonly returning?: boolean | undefined;
  /** They greeted the customer themselves (V8). */
  readonly greeted?: boolean;
}
