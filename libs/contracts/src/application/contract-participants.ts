import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import { staysOnFile } from '@app/customers';
import { Executor, type CommandRequest, type Folded, type Participant } from '@app/event-store';
import type { ContractEvent } from '../domain/contract.events.js';
import { evolve, type Contract } from '../domain/contract.state.js';
import { promiseOf, promiseStreams } from '../domain/promises.js';
import { promises } from '../promise.aggregate.js';

/** After these it promises something else than before. */
const AGREED: ReadonlySet<ContractEvent['type']> = new Set([
  'ContractConcluded',
  'ContractAmended',
  'ContractRenewed',
  'ContractTerminated',
]);

/** What a customer is promised changes with the contract, or not at all (ADR 40). */
@Injectable()
export class ContractParticipants extends Participants<Contract, ContractEvent> {
  constructor(private readonly executor: Executor) {
    super();
  }

  of(
    events: readonly ContractEvent[],
    { state }: Folded<Contract>,
    request: CommandRequest,
  ): Participant[] {
    return [...this.customer(events, request), ...this.promised(events, state, request)];
  }

  /** Whom a contract is drafted for, or is in force for from now on, is on file. */
  private customer(events: readonly ContractEvent[], request: CommandRequest): Participant[] {
    return events.flatMap(({ type, data }) => {
      if (type === 'ContractDrafted') return [staysOnFile(this.executor, data.customer, request)];
      return type === 'ContractConcluded' || type === 'ContractRenewed'
        ? [staysOnFile(this.executor, data.customer, request, '')]
        : [];
    });
  }

  private promised(
    events: readonly ContractEvent[],
    state: Contract,
    request: CommandRequest,
  ): Participant[] {
    const last = events.findLast(({ type }) => AGREED.has(type));
    const after = events.reduce(evolve, state);
    if (!last || after.status === 'none') return [];
    const { occurredAt, actor } = last;
    const data = promiseOf(after);
    const command = { id: request.commandId, type: 'PromiseContract' as const, data };
    return [
      this.executor.participant(promises, promiseStreams.named(after.customer), {
        origin: request,
        commands: [{ ...command, occurredAt, actor }],
      }),
    ];
  }
}
