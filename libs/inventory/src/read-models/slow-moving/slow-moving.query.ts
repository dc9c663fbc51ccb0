import { ApiProperty } from '@nestjs/swagger';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type PageOf, type PageQuery } from '@app/http';
import { plusMinutes, yuan, type Instant } from '@app/kernel';
import { policyAt } from '@app/policy';
import { AsOf } from '@app/projections';
import { listingList } from '../listing-list/listing-list.read-model.js';
import { materialList } from '../material-list/material-list.read-model.js';
import { stockBalance } from '../stock-balance/stock-balance.projection.js';

/** A material that lies in the stores and vans, and was neither used nor sold for so long that it is proposed. */
export class SlowMovingRow {
  readonly sku!: string;
  readonly name!: string;
  readonly unit!: string;
  readonly class!: string;
  /** Units in the stores and vans, as decimal text; what is in somebody's hands, or on its way, is not counted. */
  readonly quantity!: string;
  /** Of all of them together, in yuan. */
  readonly value!: string;

  /** When it was last used or sold; null: never. */
  @ApiProperty({ type: String, nullable: true })
  readonly lastConsumed!: string | null;

  /** When it last came in from a supplier or from paper; null: never. */
  @ApiProperty({ type: String, nullable: true })
  readonly lastReceived!: string | null;

  /** It is listed as slow-moving by decision already. */
  readonly listed!: boolean;
}

/** What is proposed to be listed as slow-moving (D15): a proposal, which lists nothing. */
export class SlowMovingQuery extends Query<PageOf<SlowMovingRow>> {
  /** @param at as of when */
  constructor(
    readonly page: PageQuery,
    readonly at: Instant,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

/* Whatever came only since then has not had the time yet. The newest movements alone tell what has moved. */
const SLOW = `
  WITH moved AS (
    SELECT DISTINCT sku FROM read_model.stock_movement
    WHERE occurred_at > $1
      AND kind IN ('MaterialUsed', 'UncoveredUseExplained', 'MaterialSold')
  ), lying AS (
    SELECT sku, sum(thousandths) AS thousandths, sum(fen) AS fen
    FROM read_model.stock_balance
    WHERE place NOT LIKE 'hands-%' AND sku > $2
    GROUP BY sku HAVING sum(thousandths) > 0
  )
  SELECT material.sku, material.name, material.unit, material.class,
         trim_scale(lying.thousandths / 1000.0)::text AS quantity, lying.fen::text AS fen,
         times.consumed AS "lastConsumed", times.received AS "lastReceived",
         EXISTS (SELECT FROM read_model.listing
                 WHERE listing.sku = lying.sku AND listing.status = 'open') AS listed
  FROM lying
  JOIN read_model.material AS material ON material.sku = lying.sku
  JOIN LATERAL (
    SELECT min(occurred_at) AS begun,
           max(occurred_at) FILTER (WHERE kind IN ('MaterialUsed', 'UncoveredUseExplained', 'MaterialSold')) AS consumed,
           max(occurred_at) FILTER (WHERE kind IN ('MaterialReceived', 'OpeningStockEntered')) AS received
    FROM read_model.stock_movement AS movement
    WHERE movement.sku = lying.sku
  ) AS times ON times.begun <= $1
  WHERE NOT EXISTS (SELECT FROM moved WHERE moved.sku = lying.sku)
  ORDER BY lying.sku
  LIMIT $3`;

type Slow = Omit<SlowMovingRow, 'value' | 'lastConsumed' | 'lastReceived'> & {
  readonly fen: string;
  readonly lastConsumed: Date | null;
  readonly lastReceived: Date | null;
};

@QueryHandler(SlowMovingQuery)
export class SlowMovingHandler implements IQueryHandler<SlowMovingQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ page, at, minPosition }: SlowMovingQuery): Promise<PageOf<SlowMovingRow>> {
    const { after, limit = DEFAULT_LIMIT } = page;
    const [beyond] = after === undefined ? [''] : decodeCursor(after, ['string']);
    const days = policyAt(at).materials.slowMovingAfter;
    const since = plusMinutes(at, -days * 24 * 60);
    const others = [materialList.name, listingList.name];
    // All of them must have come so far; the oldest of their positions is that of the answer.
    const known: bigint[] = [];
    for (const name of others)
      known.push((await this.asOf.read(name, minPosition, async () => [])).position);
    const { position, rows } = await this.asOf.read(stockBalance.name, minPosition, () =>
      this.dataSource.query<Slow[]>(SLOW, [since, beyond, limit + 1]),
    );
    const oldest = [...known, position].reduce((a, b) => (a < b ? a : b));
    return pageOf(rows.map(shown), limit, oldest, ({ sku }) => [sku]);
  }
}

function shown({ fen, lastConsumed, lastReceived, ...row }: Slow): SlowMovingRow {
  return {
    ...row,
    value: yuan(BigInt(fen)),
    lastConsumed: lastConsumed?.toISOString() ?? null,
    lastReceived: lastReceived?.toISOString() ?? null,
  };
}
