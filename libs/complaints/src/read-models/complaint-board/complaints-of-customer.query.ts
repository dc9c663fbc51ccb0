import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { ComplaintsOfCustomerQuery, type ComplaintOf } from '@app/customers';
import { EventStore } from '@app/event-store';
import { AsOf } from '@app/projections';
import { complaintBoard } from './complaint-board.projection.js';

@QueryHandler(ComplaintsOfCustomerQuery)
export class ComplaintsOfCustomerHandler implements IQueryHandler<ComplaintsOfCustomerQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
  ) {}

  /** Waits until all that is recorded now is in the rows. */
  async execute({
    customers,
    tickets,
  }: ComplaintsOfCustomerQuery): Promise<readonly ComplaintOf[]> {
    const head = await this.store.head();
    const { rows } = await this.asOf.read(complaintBoard.name, head, () =>
      this.dataSource.query<ComplaintOf[]>(
        `SELECT complaint, status = 'open' AS open
         FROM read_model.complaint WHERE customer = ANY ($1) OR ticket = ANY ($2) ORDER BY complaint`,
        [customers, tickets],
      ),
    );
    return rows;
  }
}
