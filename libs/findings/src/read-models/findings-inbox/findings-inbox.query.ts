import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import {
  badCursor,
  decodeCursor,
  DEFAULT_LIMIT,
  pageOf,
  type Filter,
  type PageOf,
} from '@app/http';
import { AsOf } from '@app/projections';
import type { FindingsInboxParams } from './findings-inbox.dto.js';
import { findingsInbox } from './findings-inbox.projection.js';
import { FindingRow } from './findings-inbox.row.js';

export type FindingsFilter = Filter<FindingsInboxParams>;

/** Findings, latest recorded first. */
export class FindingsInboxQuery extends Query<PageOf<FindingRow>> {
  constructor(
    readonly filter: FindingsFilter,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(FindingsInboxQuery)
export class FindingsInboxHandler implements IQueryHandler<FindingsInboxQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ filter, minPosition }: FindingsInboxQuery): Promise<PageOf<FindingRow>> {
    const { status = ['open'], limit = DEFAULT_LIMIT, after, ...equal } = filter;
    const selection = this.dataSource
      .getRepository(FindingRow)
      .createQueryBuilder('f')
      .where('f.status = ANY(:status)', { status });
    for (const column of ['article', 'person', 'kind', 'entity'] as const) {
      if (equal[column] !== undefined)
        selection.andWhere(`f.${column} = :${column}`, { [column]: equal[column] });
    }
    if (after !== undefined)
      selection.andWhere('f.recorded < :recorded', { recorded: recordedOf(after) });
    selection.orderBy('f.recorded', 'DESC').limit(limit + 1);
    const { position, rows } = await this.asOf.read(findingsInbox.name, minPosition, () =>
      selection.getMany(),
    );
    return pageOf(rows, limit, position, (last) => [last.recorded]);
  }
}

function recordedOf(cursor: string): string {
  const [recorded] = decodeCursor(cursor, ['string']);
  if (!/^\d{1,18}$/.test(String(recorded))) throw badCursor();
  return String(recorded);
}
