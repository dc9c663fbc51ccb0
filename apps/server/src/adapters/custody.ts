import { Injectable } from '@nestjs/common';
import { commandOf, Executor, type CommandRequest, type Companion } from '@app/event-store';
import {
  partsAggregate,
  partsStream,
  toolAggregate,
  toolStream,
} from '@app/registers/application/registers.aggregates.js';
import { Custody } from '@app/tickets/application/ports.js';

/** Tickets ask the registers of tools and parts what a technician holds. */
@Injectable()
export class CustodyOfRegisters extends Custody {
  constructor(private readonly executor: Executor) {
    super();
  }

  async toolsInHand(employee: string, tools: readonly string[]): Promise<readonly string[]> {
    const known = await Promise.all(
      tools.map((tool) => this.executor.load(toolAggregate, toolStream(tool))),
    );
    return tools.filter((_, index) => {
      const { state } = known[index]!;
      return state.status === 'registered' && state.holder === employee;
    });
  }

  async partsInHand({ employee, sku }: Parameters<Custody['partsInHand']>[0]): Promise<number> {
    const { state } = await this.executor.load(partsAggregate, partsStream(employee, sku));
    return state.quantity;
  }

  use(data: Parameters<Custody['use']>[0], request: CommandRequest): Companion {
    const { id, occurredAt, actor } = commandOf(request);
    return this.executor.companion(partsAggregate, partsStream(data.employee, data.sku), {
      origin: request,
      commands: [{ id, occurredAt, actor, type: 'UseParts', data }],
    });
  }
}
