import { Injectable } from '@nestjs/common';
import { Executor } from '@app/event-store';
import { Tickets } from '@app/registers/application/ports.js';
import { ticketAggregate, ticketStream } from '@app/tickets/application/ticket.aggregate.js';

/** The registers ask the tickets which commands they have taken. */
@Injectable()
export class RegistersTicketsOfTickets extends Tickets {
  constructor(private readonly executor: Executor) {
    super();
  }

  async hasTaken(ticket: string, command: string): Promise<boolean> {
    return (await this.executor.load(ticketAggregate, ticketStream(ticket))).commands.has(command);
  }
}
