import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { AsOfQuery, CalendarDate, MayBeAbsent, Slug } from '@app/http';
import { StockReportRow } from './stock-report.row.js';

/** Of which period, places and materials, and as of when it is known. */
export class StockReportParams extends AsOfQuery {
  /** First business date of the period. */
  @CalendarDate()
  from!: string;

  /** Last business date of the period, which belongs to it. */
  @CalendarDate()
  until!: string;

  /** A location, or somebody's hands; default: every place. */
  @MayBeAbsent()
  @Slug()
  place?: string;

  /** Default: every material. */
  @MayBeAbsent()
  @Slug()
  sku?: string;

  /** Materials of this class, as they are kept now; default: of every class. */
  @MayBeAbsent()
  @Slug()
  class?: string;

  /** The position of the log as of which the report is made; made again at it, it is the same. Default: the newest. */
  @MayBeAbsent()
  @Matches(/^\d{1,18}$/)
  position?: string;
}

/** 材料进销存报表 (R15). */
export class StockReportBody {
  readonly from!: string;
  readonly until!: string;

  @ApiProperty({ type: [StockReportRow] })
  readonly rows!: readonly StockReportRow[];

  /** The position of the log as of which it was made. */
  readonly position!: string;
}
