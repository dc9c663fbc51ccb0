import { Injectable } from '@nestjs/common';
import type { Claim } from '@app/kernel';
import { commandOf, Executor, type CommandRequest, type Companion } from '@app/event-store';
import {
  partsAggregate,
  partsStream,
  toolAggregate,
  toolStream,
} from '@app/registers/application/registers.aggregates.js';
import { Tickets } from '@app/registers/application/ports.js';
import { verdictsOn } from '@app/registers/application/verdicts.js';
import { free } from '@app/registers/domain/parts.state.js';
import { Custody } from '@app/tickets/application/ports.js';

/** Tickets ask the registers of tools and parts what a technician holds. */
@Injectable()
export class CustodyOfRegisters extends Custody {
  constructor(
    private readonly executor: Executor,
    private readonly tickets: Tickets,
  ) {
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

  async partsInHand(
    { employee, sku }: Parameters<Custody['partsInHand']>[0],
    { id, commandId, receivedAt }: CommandRequest,
  ): Promise<number> {
    const { state } = await this.executor.load(partsAggregate, partsStream(employee, sku));
    const verdicts = await verdictsOn(state, receivedAt, this.tickets);
    return free(state, { ticket: id, command: commandId }, verdicts);
  }

  use(
    { employee, sku, quantity, ticket, visit }: Parameters<Custody['use']>[0],
    request: CommandRequest,
  ): Companion {
    const data = { employee, sku, quantity, ticket, visit };
    const { id, occurredAt, actor } = commandOf(request);
    const from = { id, occurredAt, actor };
    const settle = (claim: Claim, stands: boolean) => [
      { ...from, type: 'SettleParts' as const, data: { employee, sku, claim, stands } },
    ];
    return this.executor.companion(partsAggregate, partsStream(employee, sku), {
      origin: request,
      together: [{ ...from, type: 'UseParts', data }],
      claim: async (claim, parts) => {
        const known = { verdicts: await verdictsOn(parts, claim.at, this.tickets) };
        return [{ ...from, type: 'ReserveParts' as const, data: { ...data, claim }, known }];
      },
      settle: (claim) => settle(claim, true),
      withdraw: (claim) => settle(claim, false),
    });
  }
}
