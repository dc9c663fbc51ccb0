import { streamsOf } from '@app/kernel';
import type { NumberKind, NumberTaken, SignedFor } from './number.events.js';

/** Where a number was used; undefined while it is free. */
export type NumberUse =
  Pick<NumberTaken['data'], 'ticket' | 'visit' | 'stamp' | keyof SignedFor> | undefined;

/**
 * Of one number of its kind: stream `number-<kind>:<number>`. It guards what no ticket can see
 * alone, that a number stands on one paper only.
 */
export const numberStreams = streamsOf<NumberUse, { kind: NumberKind; number: string }>('number', [
  'kind',
  'number',
]);
