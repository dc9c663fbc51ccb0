import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { TicketsOfCustomerQuery, type TicketOf } from '@app/customers';
import { EventStore } from '@app/event-store';
import { AsOf } from '@app/projections';
import { ticketBoard } from './ticket-board.projection.js';

@QueryHandler(TicketsOfCustomerQuery)
export class TicketsOfCustomerHandler implements IQueryHandler<TicketsOfCustomerQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
  ) {}

  /** Waits until all that is recorded now is in the rows. */
  async execute({ customers }: TicketsOfCustomerQuery): Promise<readonly TicketOf[]> {
    const { rows } = await this.asOf.read(ticketBoard.name, await this.store.head(), () =>
      this.dataSource.query<TicketOf[]>(
        `SELECT ticket, status IN ('open', 'resolved') AS open
         FROM read_model.ticket_board WHERE customer = ANY ($1) ORDER BY ticket`,
        [customers],
      ),
    );
    return rows;
  }
}
