import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { BUSINESS_ZONE, type LocalDate } from '@app/kernel';
import { AsOf } from '@app/projections';
import { stockBalance } from '../stock-balance/stock-balance.projection.js';
import { reportOf, StockReportRow, type Counted } from './stock-report.js';

/** What is asked for: days of the business zone, both included, and of which places and materials. */
export interface ReportOf {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Default: every one. */
  readonly place?: string;
  readonly sku?: string;
  /** As of which position of the log. Default: as of the newest. */
  readonly position?: bigint;
}

/** 材料进销存报表 of a period, and as of which position it was made. */
export interface StockReportAnswer {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly rows: readonly StockReportRow[];
  readonly position: string;
}

export class StockReportQuery extends Query<StockReportAnswer> {
  constructor(
    readonly asked: ReportOf,
    readonly minPosition: bigint,
  ) {
    super();
  }
}

/* What stands before the period opens it; what was recorded after it, although it lies in it, is late. */
const COUNTED = `
  WITH period AS (
    SELECT ($1::date)::timestamp AT TIME ZONE $3 AS begins,
           ($2::date + 1)::timestamp AT TIME ZONE $3 AS ends
  )
  SELECT sku, place, told, sum(thousandths)::text AS thousandths, sum(fen)::text AS fen
  FROM (
    SELECT sku, place, thousandths, fen,
           CASE WHEN occurred_at < begins THEN 'opening'
                WHEN recorded_at >= ends THEN 'late'
                ELSE kind END AS told
    FROM read_model.stock_movement, period
    WHERE occurred_at < ends AND position <= $4
      AND ($5::text IS NULL OR place = $5) AND ($6::text IS NULL OR sku = $6)
  ) AS movement
  GROUP BY sku, place, told
  ORDER BY sku, place, told`;

@QueryHandler(StockReportQuery)
export class StockReportHandler implements IQueryHandler<StockReportQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ asked, minPosition }: StockReportQuery): Promise<StockReportAnswer> {
    const { from, until, place = null, sku = null, position: wanted } = asked;
    const least = wanted !== undefined && wanted > minPosition ? wanted : minPosition;
    // The position first: what is recorded while the rows are read is not among them.
    const { position: newest } = await this.asOf.read(stockBalance.name, least, async () => []);
    const position = (wanted ?? newest).toString();
    const values = [from, until, BUSINESS_ZONE, position, place, sku];
    const counted: Counted[] = await this.dataSource.query(COUNTED, values);
    return { from, until, rows: reportOf(counted), position };
  }
}
