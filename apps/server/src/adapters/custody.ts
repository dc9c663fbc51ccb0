import { Injectable } from '@nestjs/common';
import {
  commandOf,
  Contexts,
  Executor,
  type CommandRequest,
  type Participant,
} from '@app/event-store';
import { availableAt, handsOf, stockStreams } from '@app/inventory';
import { stocks } from '@app/inventory/src/stock.aggregate.js';
import { Custody } from '@app/tickets/src/application/ports.js';

/** Tickets ask the stock what a technician holds, and take it out of their hands. */
@Injectable()
export class CustodyOfStock extends Custody {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: Contexts,
  ) {
    super();
  }

  async partsInHand({ employee, sku, at }: Parameters<Custody['partsInHand']>[0]): Promise<number> {
    const stock = await this.contexts.read(stockStreams, { sku, place: handsOf(employee) });
    return availableAt(stock, at) / 1000;
  }

  use({ employee, ...part }: Parameters<Custody['use']>[0], request: CommandRequest): Participant {
    const { type: _, data: __, ...cause } = commandOf(request);
    const data = { ...part, place: handsOf(employee) };
    return this.executor.participant(stocks, stockStreams.named(data), {
      origin: request,
      commands: [{ ...cause, type: 'UseMaterial', data }],
    });
  }
}
