import { Injectable } from '@nestjs/common';
import { Participants } from '@app/aggregates';
import type { CommandRequest, Participant, Folded } from '@app/event-store';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { Diaries } from './diaries.js';
import { Numbers } from './numbers.js';
import { Custody } from './ports.js';

/** A technician's diary, the parts in their hands and the numbers of papers change with the ticket, or not at all. */
@Injectable()
export class TicketParticipants extends Participants<Ticket, TicketEvent> {
  constructor(
    private readonly diaries: Diaries,
    private readonly custody: Custody,
    private readonly numbers: Numbers,
  ) {
    super();
  }

  of(
    events: readonly TicketEvent[],
    before: Folded<Ticket>,
    request: CommandRequest,
  ): Participant[] {
    const parts = events.filter((event) => event.type === 'PartConsumed');
    return [
      ...this.diaries.participants(events, before, request),
      ...this.numbers.participants(events, before, request),
      ...parts.map(({ data: { technician: employee, sku, quantity, visit } }) =>
        this.custody.use({ employee, sku, quantity, ticket: request.id, visit }, request),
      ),
    ];
  }
}
