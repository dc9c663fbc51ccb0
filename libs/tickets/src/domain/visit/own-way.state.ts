import type { Instant } from '@app/kernel';
import type { Prepared } from './preparation.js';

/** How somebody came back for themself to work that was interrupted, or did not (V7, V19). */
export interface OwnReturn {
  /** Since when the work stood still. */
  readonly since: Instant;
  /** When they came back; undefined: they have not. */
  readonly cameAt?: Instant;
  /** They were to come back by the hour agreed: they had not left for good. */
  readonly due?: boolean;
  /** They had not come back, as was recorded then (V7). */
  readonly noShowAt?: Instant | undefined;
}

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
  /** Each interruption that they came back from by themself, or did not, oldest first; none: they came back with the others. */
  readonly backs?: readonly OwnReturn[];
  /** They greeted the customer themselves (V8). */
  readonly greeted?: boolean;
}
