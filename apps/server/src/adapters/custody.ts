import { Injectable } from '@nestjs/common';
import {
  commandOf,
  Contexts,
  Executor,
  type CommandRequest,
  type Participant,
} from '@app/event-store';
import { availableAt, handsOf, stockStreams, withMemoryOf } from '@app/inventory';
import { movedSince } from '@app/inventory/src/application/moved-since.js';
import { stocks } from '@app/inventory/src/stock.aggregate.js';
import { Custody, type PartsOfEntry } from '@app/tickets/src/application/ports.js';

/** Tickets ask the stock what a technician holds, and take it out of their hands. */
@Injectable()
export class CustodyOfStock extends Custody {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: Contexts,
  ) {
    super();
  }

  async partsInHand({
    employee,
    sku,
    at,
    except,
  }: Parameters<Custody['partsInHand']>[0]): Promise<number> {
    const id = { sku, place: handsOf(employee) };
    const stock = await this.contexts.read(stockStreams, id);
    const { moved } = await movedSince(id, at, { state: stock }, this.contexts);
    return availableAt(withMemoryOf(stock, moved), at, except) / 1000;
  }

  /** They are used when the ticket says so, also where a correction says it only now. */
  use({ at, employee, ...part }: PartsOfEntry, request: CommandRequest): Participant {
    const { type: _, data: __, ...cause } = commandOf(request);
    const { receivedAt = cause.occurredAt } = cause;
    const data = { ...part, place: handsOf(employee) };
    const use = { ...cause, occurredAt: at, receivedAt, type: 'UseMaterial' as const, data };
    return this.executor.participant(stocks, stockStreams.named(data), {
      origin: request,
      commands: async (books) => [
        { ...use, ...(await movedSince(data, at, books, this.contexts)) },
      ],
    });
  }

  takeBack({ at: usedAt, employee, ...part }: PartsOfEntry, request: CommandRequest): Participant {
    const { type: _, data: __, ...cause } = commandOf(request);
    const data = { ...part, place: handsOf(employee), usedAt };
    return this.executor.participant(stocks, stockStreams.named(data), {
      origin: request,
      commands: [{ ...cause, type: 'TakeUseBack', data }],
    });
  }
}
