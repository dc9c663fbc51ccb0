import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import {
  commandOf,
  Executor,
  type CommandRequest,
  type Folded,
  type Participant,
} from '@app/event-store';
import type { Stock } from '../domain/stock/stock.books.js';
import type { MaterialAccepted, StockEvent } from '../domain/stock/stock.events.js';
import { stockStreams } from '../domain/stock/stock.state.js';
import { stocks } from '../stock.aggregate.js';
import { Signatures } from './ports.js';
import { piecesMoved, piecesOf } from './pieces-moved.js';

/**
 * What one place gives another takes in, at the value that was fixed as it went, and each piece with a
 * serial number says that it was there: all is stored, or nothing.
 */
@Injectable()
export class StockParticipants extends Participants<Stock, StockEvent> {
  constructor(
    private readonly executor: Executor,
    private readonly signatures: Signatures,
  ) {
    super();
  }

  of(
    events: readonly StockEvent[],
    { state: before }: Folded<Stock>,
    request: CommandRequest,
  ): Participant[] {
    return [
      ...this.takenIn(events, before, request),
      ...piecesMoved(this.executor, piecesOf(events), request),
      ...this.signed(events, request),
    ];
  }

  /** One picture of a signature is under one slip (R12). */
  private signed(events: readonly StockEvent[], request: CommandRequest): Participant[] {
    return events.flatMap((event) => {
      if (event.type !== 'MaterialAccepted' || event.data.signature === undefined) return [];
      const { sku, place, slip, signature } = event.data;
      return [this.signatures.take(signature, { goods: { sku, place, slip } }, request)];
    });
  }

  private takenIn(
    events: readonly StockEvent[],
    before: Stock,
    request: CommandRequest,
  ): Participant[] {
    return events.flatMap((event) => {
      if (event.type !== 'MaterialAccepted' && event.type !== 'MaterialReturned') return [];
      const { sku, place: from, to: place, quantity, value, serials, lots } = event.data;
      const { type: _, data: __, ...cause } = commandOf(request);
      const way =
        event.type === 'MaterialAccepted'
          ? { why: 'issued' as const, slip: event.data.slip, ...leftBy(event.data, before) }
          : { why: 'returned' as const, left: event.occurredAt };
      const which = { ...(serials && { serials }), ...(lots && { lots }) };
      const data = { sku, place, from, quantity, value, ...way, ...which };
      const commands = [{ ...cause, type: 'TakeIn' as const, data }] as const;
      return [
        this.executor.participant(stocks, stockStreams.named({ sku, place }), {
          origin: request,
          commands,
        }),
      ];
    });
  }
}

/** When it left the place, and who had entered that late. */
function leftBy({ slip, issuedAt: left }: MaterialAccepted['data'], before: Stock) {
  const { enteredLateBy } = before?.ways.find((each) => each.slip === slip) ?? {};
  return { left, ...(enteredLateBy && { enteredLateBy }) };
}
