import { setImmediate } from 'node:timers/promises';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { instantOf, plusDays, type LocalDate } from '@app/kernel';
import { AsOf } from '@app/projections';
import { stockBalance } from '../stock-balance/stock-balance.projection.js';
import { reportOf, type Counted } from './stock-report.js';
import type { StockReportRow } from './stock-report.row.js';

/** What is asked for: days of the business zone, both included, and of which places and materials. */
export interface ReportOf {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Default: every one. */
  readonly place?: string;
  readonly sku?: string;
  /** Of this class, as it is now. Default: of every one. */
  readonly class?: string;
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

/*
 * What stands before the period opens it; what was recorded after it, although it lies in it, is late. What
 * was before the month in which it begins is taken from the sums of the months, less what was recorded after
 * the position.
 */
const TOLD = `CASE WHEN occurred_at < $2 THEN 'opening'
                   WHEN recorded_at >= $3 THEN 'late'
                   ELSE kind END`;

const WANTED = `
  WHERE ($7::text IS NULL OR place = $7) AND ($8::text IS NULL OR sku = $8)
    AND ($9::text IS NULL OR sku IN (SELECT sku FROM read_model.material WHERE class = $9))`;

/* What was used uncovered by the end of the period, and is open as of the position: it was never in the books. */
const UNCOVERED = `
  FROM read_model.uncovered_use
  WHERE settled > $4 AND used_at < $3 AND positions[1] <= $4`;
const OPEN = 'open[width_bucket($4::bigint, positions)]';

/* Days that are no month and no year are read movement by movement. */
const OF_DAYS = `
  SELECT sku, place, string_agg(told || ' ' || thousandths || ' ' || fen, ',') AS told
  FROM (
    SELECT sku, place, told, sum(thousandths) AS thousandths, sum(fen) AS fen
    FROM (
      SELECT sku, place, 'opening' AS told,
             CASE WHEN year < $5 THEN thousandths[12] ELSE thousandths[$6] END AS thousandths,
             CASE WHEN year < $5 THEN fen[12] ELSE fen[$6] END AS fen
      FROM read_model.stock_year
      WHERE year < $5 OR (year = $5 AND $6 > 0)
      UNION ALL
      SELECT sku, place, 'opening', -thousandths, -fen
      FROM read_model.stock_movement
      WHERE position > $4 AND occurred_at < $1
      UNION ALL
      SELECT sku, place, ${TOLD}, thousandths, fen
      FROM read_model.stock_movement
      WHERE occurred_at >= $1 AND occurred_at < $3 AND position <= $4
      UNION ALL
      SELECT sku, place, 'uncovered', ${OPEN}, 0 ${UNCOVERED}
    ) AS booked
    ${WANTED}
    GROUP BY sku, place, told
  ) AS counted
  GROUP BY sku, place
  ORDER BY sku, place`;

/* Of a month, or a year, the sums are kept: `$10` says which; only what was recorded after the position is taken off. */
const OF_WHOLE = `
  SELECT sku, place, string_agg(told, ',') AS told
  FROM (
    SELECT sku, place,
           concat_ws(',', 'opening ' || thousandths[$6] || ' ' || fen[$6], nullif(moved[$10], '')) AS told
    FROM read_model.stock_year
    WHERE year = $5 AND ($6 > 0 OR moved[$10] <> '')
    UNION ALL
    SELECT sku, place, 'opening ' || sum(thousandths[12]) || ' ' || sum(fen[12])
    FROM read_model.stock_year
    WHERE year < $5
    GROUP BY sku, place
    UNION ALL
    SELECT sku, place, ${TOLD} || ' ' || -thousandths || ' ' || -fen
    FROM read_model.stock_movement
    WHERE position > $4 AND occurred_at < $3 AND $1 = $2
    UNION ALL
    SELECT sku, place, 'uncovered ' || ${OPEN} || ' 0' ${UNCOVERED}
  ) AS booked
  ${WANTED}
  GROUP BY sku, place
  ORDER BY sku, place`;

@QueryHandler(StockReportQuery)
export class StockReportHandler implements IQueryHandler<StockReportQuery> {
  constructor(
    private readonly asOf: AsOf,
    private readonly dataSource: DataSource,
  ) {}

  async execute({ asked, minPosition }: StockReportQuery): Promise<StockReportAnswer> {
    const { from, until, place = null, sku = null, position: wanted } = asked;
    const { class: ofClass = null } = asked;
    const least = wanted !== undefined && wanted > minPosition ? wanted : minPosition;
    // The position first: what is recorded while the rows are read is not among them.
    const { position: newest } = await this.asOf.read(stockBalance.name, least, async () => []);
    const position = (wanted ?? newest).toString();
    const whole = wholeOf(from, until);
    const counted: Counted[] = await this.dataSource.query(whole ? OF_WHOLE : OF_DAYS, [
      ...periodOf(from, until),
      position,
      ...monthsBefore(from),
      ...[place, sku, ofClass],
      ...(whole ? [whole] : []),
    ]);
    return { from, until, rows: await reportInSlices(counted), position };
  }
}

/** Rows that are made before others are let in: all of a large centre take a fifth of a second. */
const SLICE = 2_000;

async function reportInSlices(counted: readonly Counted[]): Promise<StockReportRow[]> {
  const rows: StockReportRow[] = [];
  for (let from = 0; from < counted.length; from += SLICE) {
    if (from > 0) await setImmediate();
    for (const row of reportOf(counted.slice(from, from + SLICE))) rows.push(row);
  }
  return rows;
}

/** When its first month begins, when it begins, and when it is over. */
function periodOf(from: LocalDate, until: LocalDate): readonly string[] {
  const dates = [`${from.slice(0, 7)}-01`, from, plusDays(until, 1)];
  return dates.map((date) => instantOf(date, '00:00'));
}

/** The year in which it begins, and how many of its months are over by then. */
function monthsBefore(from: LocalDate): readonly [year: number, months: number] {
  const [year, month] = from.split('-').map(Number);
  return [year!, month! - 1];
}

/** Which of a year's sums are those of the period: 1 to 12 of a month, 13 of the year; undefined: none are. */
function wholeOf(from: LocalDate, until: LocalDate): number | undefined {
  const [year, month, day] = from.split('-').map(Number);
  const ends = plusDays(until, 1);
  if (day !== 1) return undefined;
  if (month === 1 && ends === `${year! + 1}-01-01`) return 13;
  const next = plusDays(`${from.slice(0, 7)}-28`, 4).slice(0, 7);
  return ends === `${next}-01` ? month : undefined;
}
