import { ApiProperty } from '@nestjs/swagger';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type PageOf, type PageQuery } from '@app/http';
import { AsOf } from '@app/projections';
import { materialList } from '../material-list/material-list.read-model.js';
import { stockBalance } from '../stock-balance/stock-balance.projection.js';

/** A material of which there is less than its minimum in the stores and vans. */
export class LowStockRow {
  readonly sku!: string;
  readonly name!: string;
  readonly unit!: string;
  /** Units, as decimal text; what is in somebody's hands, or on its way, is not counted. */
  readonly quantity!: string;
  readonly minimum!: string;

  /** Days from the order until it is here; null: unknown. */
  @ApiProperty({ type: 'integer', nullable: true })
  readonly leadDays!: number | null;
}

export class LowStockQuery extends Query<PageOf<LowStockRow>> {
  constructor(
    readonly page: PageQuery,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

const LOW = `
  SELECT sku, name, unit, lead_days AS "leadDays", minimum::text AS minimum,
         trim_scale(left_over)::text AS quantity
  FROM (
    SELECT material.*,
           coalesce(sum(balance.thousandths), 0) / 1000.0 AS left_over
    FROM read_model.material AS material
    LEFT JOIN read_model.stock_balance AS balance
      ON balance.sku = material.sku AND balance.place NOT LIKE 'hands-%'
    WHERE material.minimum IS NOT NULL AND material.sku > $1
    GROUP BY material.sku
  ) AS counted
  WHERE left_over < minimum
  ORDER BY sku
  LIMIT $2`;

@QueryHandler(LowStockQuery)
export class LowStockHandler implements IQueryHandler<LowStockQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ page, minPosition }: LowStockQuery): Promise<PageOf<LowStockRow>> {
    const { after, limit = DEFAULT_LIMIT } = page;
    const [beyond] = after === undefined ? [''] : decodeCursor(after, ['string']);
    // Both must have come so far; the older of the two positions is that of the answer.
    const registered = await this.asOf.read(materialList.name, minPosition, async () => []);
    const { position, rows } = await this.asOf.read(stockBalance.name, minPosition, () =>
      this.dataSource.query<LowStockRow[]>(LOW, [beyond, limit + 1]),
    );
    const known = registered.position < position ? registered.position : position;
    return pageOf(rows, limit, known, ({ sku }) => [sku]);
  }
}
