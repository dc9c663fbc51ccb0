import { notBySerial, serialNamedTwice, serialsMissing } from '../piece/piece.errors.js';
import { serialOf } from '../piece/piece.js';
import { notByLot } from './lot.errors.js';
import type { LotOf } from './lot.js';
import { addingUp } from './named-lots.js';
import { thousandthsOf } from './quantity.js';
import type { KnownMaterial } from './stock.commands.js';

/** Pieces of one movement at most: each is a stream that changes with it. It is no number of the policy. */
export const MOST_PIECES = 200;

interface Named {
  readonly data: {
    readonly quantity: number;
    readonly serials?: readonly string[];
    readonly lots?: readonly LotOf[];
  };
  readonly known: Pick<KnownMaterial, 'decimals' | 'tracked'>;
}

/**
 * R12: of a material that is kept by serial number each piece that moves is named, once; of any other none.
 * Of one that is kept by lot the lots that are named add up; of any other none is.
 *
 * @param perLot what a quantity of one lot has to be; default: as of what moves
 * @throws Invalid `serials-missing`, `serial-named-twice`, `not-by-serial`, `not-by-lot` and as `addingUp`
 */
export function named(
  { data: { quantity, serials = [], lots }, known: { decimals, tracked } }: Named,
  perLot = (ofLot: number, pointer: string): unknown => thousandthsOf(ofLot, decimals, pointer),
): void {
  if (lots && tracked !== 'lot') throw notByLot();
  if (lots) addingUp({ quantity, lots }, perLot);
  if (tracked !== 'serial') {
    if (serials.length > 0) throw notBySerial();
    return;
  }
  if (serials.length !== quantity) throw serialsMissing(quantity, serials.length);
  const kept = serials.map(serialOf);
  const twice = kept.find((serial, index) => kept.indexOf(serial) !== index);
  if (twice !== undefined) throw serialNamedTwice(twice);
}
