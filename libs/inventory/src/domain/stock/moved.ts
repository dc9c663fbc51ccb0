import type { Yuan } from '@app/kernel';
import type { LotOf } from './lot.js';

/** So much of a material at a place, and what it was worth when it was booked. */
export interface Moved {
  readonly sku: string;
  /** A location, or somebody's hands. */
  readonly place: string;
  /** Units, above zero. */
  readonly quantity: number;
  /** Fixed when it was booked: nothing changes it later. */
  readonly value: Yuan;
  /** Which pieces, of a material that is kept by serial number; absent: it is counted alone. */
  readonly serials?: readonly string[];
  /** How many of each lot; absent: it is not kept by lot. */
  readonly lots?: readonly LotOf[];
}
