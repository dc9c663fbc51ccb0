import type { NumberUse } from '../number/number.stream.js';

/** What the image of a signature stands under already, as far as it was asked; undefined: nothing. */
export interface KnownSignature {
  readonly signatureUse?: NumberUse;
}
