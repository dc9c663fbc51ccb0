import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import {
  badCursor,
  decodeCursor,
  DEFAULT_LIMIT,
  pageOf,
  type Filter,
  type PageOf,
  type PageQuery,
} from '@app/http';
import { AsOf } from '@app/projections';
import { myNotices } from './my-notices.projection.js';
import { NoticeRow } from './my-notices.row.js';

/** One person's notices: unread before acknowledged, the latest first. */
export class MyNoticesQuery extends Query<PageOf<NoticeRow>> {
  constructor(
    readonly employee: string,
    readonly page: Filter<PageQuery>,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

@QueryHandler(MyNoticesQuery)
export class MyNoticesHandler implements IQueryHandler<MyNoticesQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ employee, page, minPosition }: MyNoticesQuery): Promise<PageOf<NoticeRow>> {
    const { after, limit = DEFAULT_LIMIT } = page;
    const selection = this.dataSource
      .getRepository(NoticeRow)
      .createQueryBuilder('n')
      .where('n.employee = :employee', { employee })
      .orderBy('n.unread', 'DESC')
      .addOrderBy('n.recorded', 'DESC')
      .limit(limit + 1);
    if (after !== undefined)
      selection.andWhere('(n.unread, n.recorded) < (:unread, :recorded)', placeOf(after));
    const { position, rows } = await this.asOf.read(myNotices.name, minPosition, () =>
      selection.getMany(),
    );
    return pageOf(rows, limit, position, ({ unread, recorded }) => [unread, recorded]);
  }
}

/** @throws HttpProblem 400 `bad-cursor` when it is not one of this list's */
function placeOf(cursor: string): { readonly unread: number; readonly recorded: string } {
  const [unread, recorded] = decodeCursor(cursor, ['integer', 'string']) as [number, string];
  if (![0, 1].includes(unread) || !/^\d{1,18}$/.test(recorded)) throw badCursor();
  return { unread, recorded };
}
