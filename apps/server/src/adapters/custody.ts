import { Injectable } from '@nestjs/common';
import { commandOf, Executor, type CommandRequest, type StreamWrite } from '@app/event-store';
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

  async partsInHand(employee: string, sku: string): Promise<number> {
    return (await this.executor.load(partsAggregate, partsStream(employee, sku))).state.quantity;
  }

  use(
    { employee, sku, quantity, ticket, visit }: Parameters<Custody['use']>[0],
    request: CommandRequest,
  ): Promise<StreamWrite> {
    const data = { employee, sku, quantity, ticket, visit };
    const command = { ...commandOf(request), type: 'UseParts' as const, data };
    return this.executor.plan(partsAggregate, partsStream(employee, sku), [command], request);
  }
}
