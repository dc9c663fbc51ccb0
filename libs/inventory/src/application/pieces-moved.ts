import { commandOf, type CommandRequest, type Executor, type Participant } from '@app/event-store';
import type { PieceMove } from '../domain/piece/piece.events.js';
import { pieceStreams } from '../domain/piece/piece.js';
import type { StockEvent } from '../domain/stock/stock.events.js';
import { pieces } from '../piece.aggregate.js';

/** Pieces of a material, and what becomes of all of them. */
export interface MovedPieces {
  readonly sku: string;
  readonly serials: readonly string[];
  readonly move: PieceMove;
  /** A count has missed them, which this explains; default: none has. */
  readonly explains?: boolean;
}

/** Each piece says itself whether it is where it goes from; they are read in one round trip where the store can. */
export function piecesMoved(
  executor: Executor,
  moved: readonly MovedPieces[],
  origin: CommandRequest,
): Participant[] {
  const { type: _, data: __, ...cause } = commandOf(origin);
  const each = moved.flatMap(({ sku, serials, move, explains = false }) =>
    serials.map((serial) => {
      const data = { sku, serial, ...move, ...(explains && { explains }) };
      const commands = [{ ...cause, type: 'MovePiece' as const, data }] as const;
      return { stream: pieceStreams.named({ sku, serial }), commands };
    }),
  );
  return executor.participants(pieces, each, origin);
}

/** What becomes of the pieces of a movement; nothing where they are counted alone. */
export function piecesOf(events: readonly StockEvent[]): MovedPieces[] {
  // Before an approved count there went only what it had missed.
  const explains = events.some(({ type }) => type === 'StockCountUpheld');
  return events.flatMap((event) => {
    const move = moveOf(event);
    if (!move || !('serials' in event.data) || !event.data.serials) return [];
    const { sku, serials } = event.data;
    return [{ sku, serials, move, ...(explains && { explains }) }];
  });
}

function moveOf(event: StockEvent): PieceMove | undefined {
  switch (event.type) {
    case 'OpeningStockEntered':
      return { deed: 'entered', place: event.data.place };
    case 'MaterialReceived': {
      const { place, slip } = event.data;
      return { deed: 'received', place, slip };
    }
    case 'MaterialIssued': {
      const { place, to, slip, ticket } = event.data;
      return { deed: 'issued', place, to, slip, ...(ticket !== undefined && { ticket }) };
    }
    case 'MaterialAccepted': {
      const { place, to, slip } = event.data;
      return { deed: 'accepted', place, to, slip };
    }
    case 'MaterialDeclined': {
      const { place, slip } = event.data;
      return { deed: 'declined', place, slip };
    }
    case 'MaterialReturned': {
      const { place, to } = event.data;
      return { deed: 'returned', place, to };
    }
    case 'MaterialSold': {
      const { place, slip, customer } = event.data;
      return { deed: 'sold', place, slip, customer };
    }
    case 'MaterialTakenBack': {
      const { place, slip } = event.data;
      return { deed: 'taken-back', place, slip };
    }
    case 'MaterialScrapped':
      return { deed: 'scrapped', place: event.data.place };
    default:
      return undefined;
  }
}
