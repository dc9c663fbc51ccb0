import type { Contexts } from '@app/event-store';
import { plusMinutes, type Instant } from '@app/kernel';
import { forgottenBefore, type Stock } from '../domain/stock/stock.books.js';
import type { KnownMovements } from '../domain/stock/stock.commands.js';
import type { StockEvent } from '../domain/stock/stock.events.js';
import { isMovement } from '../domain/stock/movements.js';
import { isNoMove, movementOf, stockStreams, type StockId } from '../domain/stock/stock.state.js';

/** How far a movement may be dated ahead of when it was recorded, in minutes: more than any caller's clock may run ahead. */
const AHEAD = 3;

/** The books, at a version of their stream; default: the newest. */
interface DecidedOn {
  readonly state: Stock;
  readonly version?: number;
}

/**
 * What has moved at a place since an instant, one by one, where its books have forgotten it: as the log
 * has it, so that nothing that has happened is refused for being told late (ADR 29). It costs by how much
 * was booked since then.
 */
export async function movedSince(
  { sku, place }: StockId,
  at: Instant,
  { state: stock, version: upTo = Number.POSITIVE_INFINITY }: DecidedOn,
  contexts: Contexts,
): Promise<KnownMovements> {
  if (!forgottenBefore(stock, at)) return {};
  const since = plusMinutes(at, -AHEAD);
  const events = await contexts.recordedSince(stockStreams, { sku, place }, since);
  const moved = events.flatMap((recorded) => {
    const event = recorded as unknown as StockEvent;
    if (recorded.version > upTo || !isMovement(event)) return [];
    const movement = movementOf(event);
    return isNoMove(movement) ? [] : [movement];
  });
  return { moved };
}
