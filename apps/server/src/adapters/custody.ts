import { Injectable } from '@nestjs/common';
import type { Claim } from '@app/kernel';
import {
  commandOf,
  Contexts,
  Executor,
  type CommandRequest,
  type Companion,
} from '@app/event-store';
import { verdictsOn } from '@app/registers/application/verdicts.js';
import { free, partsStreams } from '@app/registers/domain/parts.state.js';
import { parts } from '@app/registers/parts.aggregate.js';
import { Custody } from '@app/tickets/application/ports.js';

/** Tickets ask the registers of parts what a technician holds, and take it out of their hands. */
@Injectable()
export class CustodyOfRegisters extends Custody {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: Contexts,
  ) {
    super();
  }

  async partsInHand(
    { employee, sku }: Parameters<Custody['partsInHand']>[0],
    { id, commandId, receivedAt }: CommandRequest,
  ): Promise<number> {
    const inHand = await this.contexts.read(partsStreams, { employee, sku });
    const verdicts = await verdictsOn(inHand, receivedAt, this.contexts);
    return free(inHand, { ticket: id, command: commandId }, verdicts);
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
    return this.executor.companion(parts, partsStreams.named({ employee, sku }), {
      origin: request,
      together: [{ ...from, type: 'UseParts', data }],
      claim: async (claim, inHand) => {
        const verdicts = await verdictsOn(inHand, claim.at, this.contexts);
        return [{ ...from, type: 'ReserveParts' as const, data: { ...data, claim }, verdicts }];
      },
      settle: (claim) => settle(claim, true),
      withdraw: (claim) => settle(claim, false),
    });
  }
}
