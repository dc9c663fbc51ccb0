import { Injectable } from '@nestjs/common';
import { Contexts, Executor, type CommandRequest, type Participant } from '@app/event-store';
import { availableAt, handsOf, stockStreams, withMemoryOf } from '@app/inventory';
import type { Yuan } from '@app/kernel';
import { atAverage } from '@app/inventory/src/domain/stock/value.js';
import { lotInHand } from '@app/inventory/src/application/lot-in-hand.js';
import { movedSince } from '@app/inventory/src/application/moved-since.js';
import { partsOfEntry } from '@app/inventory/src/application/parts-of-entry.js';
import { pieceInHand, trackedBy } from '@app/inventory/src/application/piece-in-hand.js';
import {
  Custody,
  type PartsInHand,
  type PartsOfEntry,
} from '@app/tickets/src/application/ports.js';

/** Tickets ask the stock what a technician holds, and take it out of their hands. */
@Injectable()
export class CustodyOfStock extends Custody {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: Contexts,
  ) {
    super();
  }

  async partsInHand(asked: Parameters<Custody['partsInHand']>[0]): Promise<PartsInHand> {
    const { employee, sku, at, except } = asked;
    const id = { sku, place: handsOf(employee) };
    const tracked = await trackedBy(sku, this.contexts);
    if (tracked === 'serial')
      return { inHand: await pieceInHand({ ...asked, ...id }, this.contexts) };
    const stock = await this.contexts.read(stockStreams, id);
    const { moved } = await movedSince(id, at, { state: stock }, this.contexts);
    const books = withMemoryOf(stock, moved);
    if (tracked === 'lot') return lotInHand(asked, books);
    return { inHand: availableAt(books, at, except) / 1000 };
  }

  async costOf({
    employee,
    sku,
    quantity,
  }: Parameters<Custody['costOf']>[0]): Promise<Yuan | undefined> {
    const books = await this.contexts.read(stockStreams, { sku, place: handsOf(employee) });
    return books && books.thousandths > 0 ? atAverage(quantity * 1000, books) : undefined;
  }

  move({ employee, ...entry }: PartsOfEntry, request: CommandRequest): Participant[] {
    const { executor, contexts } = this;
    return partsOfEntry({ ...entry, place: handsOf(employee) }, request, { executor, contexts });
  }
}
