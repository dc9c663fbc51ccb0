import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { Contexts } from '@app/event-store';
import { NotFound } from '@app/kernel';
import { AsOf } from '@app/projections';
import { unitsNow } from './units-now.js';
import { ticketDetail } from './ticket-detail.projection.js';
import { TicketDetailRow, type TicketDetailAnswer } from './ticket-detail.row.js';

/** Everything there is to show of one ticket. */
export class TicketDetailQuery extends Query<TicketDetailAnswer> {
  constructor(
    readonly ticket: string,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(TicketDetailQuery)
export class TicketDetailHandler implements IQueryHandler<TicketDetailQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  async execute({ ticket, minPosition }: TicketDetailQuery): Promise<TicketDetailAnswer> {
    const { position, rows: row } = await this.asOf.read(ticketDetail.name, minPosition, () =>
      this.dataSource.getRepository(TicketDetailRow).findOneBy({ ticket }),
    );
    if (row) {
      const { detail, version } = row;
      const now = await unitsNow(detail, this.contexts);
      return { ...detail, unitsNow: now, version, position: position.toString() };
    }
    throw new NotFound('unknown-ticket', {
      zh: `没有编号为 ${ticket} 的工单`,
      en: `there is no ticket ${ticket}`,
    });
  }
}
