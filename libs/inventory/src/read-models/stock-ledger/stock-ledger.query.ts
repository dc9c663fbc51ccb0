import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { badCursor, decodeCursor, DEFAULT_LIMIT, pageOf, type PageOf } from '@app/http';
import { AsOf } from '@app/projections';
import { stockBalance } from '../stock-balance/stock-balance.projection.js';
import { StockMovementRow } from '../stock-balance/stock-balance.row.js';
import type { StockLedgerParams } from './stock-ledger.dto.js';

export class StockLedgerQuery extends Query<PageOf<StockMovementRow>> {
  constructor(
    readonly asked: StockLedgerParams,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

/** Above every position. */
const NEWEST = '9223372036854775807';

@QueryHandler(StockLedgerQuery)
export class StockLedgerHandler implements IQueryHandler<StockLedgerQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ asked, minPosition }: StockLedgerQuery): Promise<PageOf<StockMovementRow>> {
    const { sku, place, after, limit = DEFAULT_LIMIT } = asked;
    const before = after === undefined ? NEWEST : positionIn(after);
    const selection = this.dataSource
      .getRepository(StockMovementRow)
      .createQueryBuilder('t')
      .where('t.sku = :sku AND t.position < :before', { sku, before });
    if (place !== undefined) selection.andWhere('t.place = :place', { place });
    selection.orderBy('t.position', 'DESC').limit(limit + 1);
    const { position, rows } = await this.asOf.read(stockBalance.name, minPosition, () =>
      selection.getMany(),
    );
    return pageOf(rows, limit, position, (last) => [last.position]);
  }
}

/** @throws HttpProblem 400 `bad-cursor` */
function positionIn(cursor: string): string {
  const [position] = decodeCursor(cursor, ['string']);
  if (typeof position !== 'string' || !/^\d{1,18}$/.test(position)) throw badCursor();
  return position;
}
