import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { materialStreams, type Tracked } from '../domain/material/material.js';
import { serialsMissing } from '../domain/piece/piece.errors.js';
import { isAt, isMissingSince, pieceStreams, type Piece } from '../domain/piece/piece.js';

/** By what a material is kept beside how many there are; undefined: by nothing, or it is not registered. */
export async function trackedBy(sku: string, contexts: Contexts): Promise<Tracked | undefined> {
  const material = await contexts.read(materialStreams, sku);
  return material.status === 'registered' ? material.tracked : undefined;
}

/** A piece that an entry of a ticket says was used. */
interface AskedPiece {
  readonly sku: string;
  /** Somebody's hands. */
  readonly place: string;
  readonly quantity: number;
  readonly serial?: string;
  readonly at: Instant;
  /** It is told so late that it has happened, whatever the records say. */
  readonly late: boolean;
  /** An entry that is looked at as though it had not been; default: none. */
  readonly except?: { readonly ticket: string; readonly entry: number };
}

/**
 * 1 where the piece was in those hands, else 0.
 *
 * @throws Invalid `serials-missing` it is told in time without naming the one piece
 */
export async function pieceInHand(
  { sku, place, quantity, serial, at, late, except }: AskedPiece,
  contexts: Contexts,
): Promise<number> {
  const named = serial === undefined ? 0 : 1;
  if (quantity !== 1 || serial === undefined) {
    if (late) return 0;
    throw serialsMissing(quantity, named, '/serial');
  }
  const piece = await contexts.read(pieceStreams, { sku, serial });
  const isIt = isAt(piece, place, at) || isMissingSince(piece, place, at);
  return isIt || wasBefore(piece, place, at, except) ? 1 : 0;
}

function wasBefore(
  piece: Piece,
  place: string,
  at: Instant,
  except: AskedPiece['except'],
): boolean {
  const { last } = piece ?? {};
  if (last?.deed !== 'used' || last.place !== place || last.before === undefined) return false;
  return last.before <= at && last.ticket === except?.ticket && last.entry === except?.entry;
}
