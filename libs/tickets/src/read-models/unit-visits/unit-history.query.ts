import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { unitStreams, unknownUnit, type KnownUnit } from '@app/customers';
import { Contexts } from '@app/event-store';
import { AsOf } from '@app/projections';
import { ticketDetail } from '../ticket-detail/ticket-detail.projection.js';
import { TicketDetailRow, type TicketDetail } from '../ticket-detail/ticket-detail.row.js';
import { fileChanges, ownersOf } from './unit-file.js';
import type { UnitHistory } from './unit-history.dto.js';
import { ticketShown } from './unit-ticket.js';
import { unitVisits } from './unit-visits.projection.js';

/** All that is known of a unit's past. */
export class UnitHistoryQuery extends Query<UnitHistory> {
  constructor(
    readonly unit: string,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

/** Tickets that are shown at most. */
const MOST = 200;

const LATEST = `
  SELECT ticket FROM read_model.unit_visit WHERE unit = $1
  GROUP BY ticket ORDER BY max(checked_at) DESC, ticket LIMIT $2`;

@QueryHandler(UnitHistoryQuery)
export class UnitHistoryHandler implements IQueryHandler<UnitHistoryQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
  ) {}

  /** @throws NotFound `unknown-unit` */
  async execute({ unit: id, minPosition }: UnitHistoryQuery): Promise<UnitHistory> {
    const unit = await this.contexts.read(unitStreams, id);
    if (unit.status === 'none') throw unknownUnit();
    const events = await this.contexts.recordedSince(unitStreams, id, BEGINNING);
    const { rows: found } = await this.asOf.read(unitVisits.name, minPosition, () =>
      this.dataSource.query<{ ticket: string }[]>(LATEST, [id, MOST]),
    );
    const tickets = [...new Set([...found.map(({ ticket }) => ticket), ...swappedOn(unit)])];
    const { position, rows } = await this.asOf.read(ticketDetail.name, minPosition, () =>
      this.dataSource
        .getRepository(TicketDetailRow)
        .createQueryBuilder('t')
        .where('t.ticket = ANY(:tickets)', { tickets })
        .getMany(),
    );
    return {
      unit: id,
      owners: ownersOf(events),
      file: fileChanges(events),
      components: [...unit.components],
      tickets: rows
        .map(({ detail }) => detail)
        .toSorted(latestFirst)
        .slice(0, MOST)
        .map((detail) => ticketShown(detail, id)),
      position: position.toString(),
    };
  }
}

/** Before any log. */
const BEGINNING = '1970-01-01T00:00:00.000Z';

function swappedOn({ components }: KnownUnit): string[] {
  return components.flatMap(({ ticket }) => ticket ?? []);
}

function latestFirst({ opened: one }: TicketDetail, { opened: other }: TicketDetail): number {
  return one.at < other.at ? 1 : -1;
}
