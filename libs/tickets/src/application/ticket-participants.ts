import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import { notWhileErased, staysOnFile } from '@app/customers';
import { Executor, type CommandRequest, type Participant, type Folded } from '@app/event-store';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { Diaries } from './diaries.js';
import { Numbers } from './numbers.js';
import { partsMoved } from './parts-moved.js';
import { Custody } from './ports.js';

/**
 * A technician's diary, the parts in their hands and the numbers of papers change with the ticket, or not
 * at all; and whoever it becomes one of is on file as it does.
 */
@Injectable()
export class TicketParticipants extends Participants<Ticket, TicketEvent> {
  constructor(
    private readonly diaries: Diaries,
    private readonly custody: Custody,
    private readonly numbers: Numbers,
    private readonly executor: Executor,
  ) {
    super();
  }

  of(
    events: readonly TicketEvent[],
    before: Folded<Ticket>,
    request: CommandRequest,
  ): Participant[] {
    return [
      ...this.diaries.participants(events, before, request),
      ...this.numbers.participants(events, before, request),
      ...partsMoved(this.custody, events, before.state, request),
      ...this.customers(events, before.state, request),
    ];
  }

  /** Whoever the ticket becomes one of, or for whom it is opened again; and whose it was, who is not being erased. */
  private customers(
    events: readonly TicketEvent[],
    before: Ticket,
    request: CommandRequest,
  ): Participant[] {
    const of = before.status === 'none' ? undefined : before.customer;
    return events.flatMap(({ type, data }) => {
      if (type === 'TicketReopened' && of)
        return [staysOnFile(this.executor, of, request, '/ticket')];
      if (type !== 'TicketOpened' && type !== 'CustomerLinked') return [];
      const left = of !== undefined && of !== data.customer;
      return [
        ...(data.customer !== undefined
          ? [staysOnFile(this.executor, data.customer, request)]
          : []),
        ...(left ? [notWhileErased(this.executor, of, request)] : []),
      ];
    });
  }
}
