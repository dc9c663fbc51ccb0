import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { Stock } from '../domain/stock/stock.books.js';
import type { KnownMovements, KnownPieces } from '../domain/stock/stock.commands.js';
import type { StockId } from '../domain/stock/stock.state.js';
import { knownMaterial } from './known-material.js';
import { knownReceiver } from './known-receiver.js';
import { missedBefore } from './missed-before.js';
import { movedSince } from './moved-since.js';

/** As `knownMaterial`, and what has moved since it went. */
export const knownGoing = withMovements(knownMaterial);

/** As `knownReceiver`, and what has moved since it went. */
export const knownGoingTo = withMovements(knownReceiver);

interface Going {
  readonly data: StockId & { readonly serials?: readonly string[] };
  readonly occurredAt: Instant;
}

function withMovements<Asked, Known extends object>(
  lookUp: (asked: Asked, contexts: Contexts) => Promise<Known>,
) {
  return async (
    asked: Asked & Going,
    contexts: Contexts,
    stock: Stock,
  ): Promise<Known & KnownMovements & KnownPieces> => ({
    ...(await lookUp(asked, contexts)),
    ...(await movedSince(asked.data, asked.occurredAt, { state: stock }, contexts)),
    ...(await missedBefore(asked.data, asked.occurredAt, stock, contexts)),
  });
}
