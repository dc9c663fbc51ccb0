import { ApiProperty } from '@nestjs/swagger';
import { AsOfQuery, CalendarDate } from '@app/http';
import { ConsumptionRow } from './consumption.row.js';

export class ConsumptionParams extends AsOfQuery {
  /** First business date of the period. */
  @CalendarDate()
  from!: string;

  /** Last business date of the period, which belongs to it. */
  @CalendarDate()
  until!: string;
}

class ClassTotalBody {
  @ApiProperty({ enum: ['A', 'B', 'C'] })
  readonly abc!: 'A' | 'B' | 'C';

  /** How many materials are of the class. */
  @ApiProperty({ type: 'integer' })
  readonly materials!: number;

  readonly value!: string;
}

/** What was used and sold in a period, by class of its value (ABC). */
export class ConsumptionBody {
  readonly from!: string;
  readonly until!: string;

  @ApiProperty({ type: [ConsumptionRow] })
  readonly rows!: readonly ConsumptionRow[];

  @ApiProperty({ type: [ClassTotalBody] })
  readonly classes!: readonly ClassTotalBody[];

  readonly position!: string;
}
