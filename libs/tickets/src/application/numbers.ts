import { Injectable } from '@nestjs/common';
import { Executor, type CommandRequest, type Folded, type Participant } from '@app/event-store';
import { numberCommands } from '../domain/number/number.commands.js';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { numbers } from '../number.aggregate.js';

/** The numbers that are used once in the whole service centre, as far as tickets take them. */
@Injectable()
export class Numbers {
  constructor(private readonly executor: Executor) {}

  /** The numbers that must be free for a ticket's new events. */
  participants(
    events: readonly TicketEvent[],
    before: Folded<Ticket>,
    request: CommandRequest,
  ): Participant[] {
    return numberCommands(events, before.state, request).map(({ stream, commands }) =>
      this.executor.participant(numbers, stream, { origin: request, commands }),
    );
  }
}
