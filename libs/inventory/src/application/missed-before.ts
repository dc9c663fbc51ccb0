import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { isMissingSince, pieceStreams } from '../domain/piece/piece.js';
import { countAfter } from '../domain/stock/counts.js';
import type { Stock } from '../domain/stock/stock.books.js';
import type { KnownPieces } from '../domain/stock/stock.commands.js';
import type { StockId } from '../domain/stock/stock.state.js';

/**
 * Whether a count that was approved since an instant has missed the pieces that went then, as is told only
 * now: then it is explained where they are. Nothing is read where there was no such count.
 */
export async function missedBefore(
  { sku, place, serials = [] }: StockId & { readonly serials?: readonly string[] },
  at: Instant,
  stock: Stock,
  contexts: Contexts,
): Promise<KnownPieces> {
  if (!stock || serials.length === 0 || !countAfter(stock, at)) return {};
  const ids = serials.map((serial) => ({ sku, serial }));
  const pieces = await contexts.readMany(pieceStreams, ids);
  return pieces.every((piece) => isMissingSince(piece, place, at)) ? { missed: true } : {};
}
