import { notBySerial, serialNamedTwice, serialsMissing } from '../piece/piece.errors.js';
import { serialOf } from '../piece/piece.js';
import type { KnownMaterial } from './stock.commands.js';

/** Pieces of one movement at most: each is a stream that changes with it. It is no number of the policy. */
export const MOST_PIECES = 200;

/**
 * R12: of a material that is kept by serial number each piece that moves is named, once; of any other none.
 *
 * @throws Invalid `serials-missing`, `serial-named-twice`, `not-by-serial`
 */
export function named({
  data: { quantity, serials = [] },
  known: { tracked },
}: {
  readonly data: { readonly quantity: number; readonly serials?: readonly string[] };
  readonly known: Pick<KnownMaterial, 'tracked'>;
}): void {
  if (tracked !== 'serial') {
    if (serials.length > 0) throw notBySerial();
    return;
  }
  if (serials.length !== quantity) throw serialsMissing(quantity, serials.length);
  const kept = serials.map(serialOf);
  const twice = kept.find((serial, index) => kept.indexOf(serial) !== index);
  if (twice !== undefined) throw serialNamedTwice(twice);
}
