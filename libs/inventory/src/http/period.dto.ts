import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ReopenVerdictDto } from '@app/findings/src/http/reopen-verdict.dto.js';
import { ReviewFindingDto } from '@app/findings/src/http/review-finding.dto.js';
import { MayBeAbsent, Slug } from '@app/http';
import type { PeriodId } from '../domain/period/period.events.js';

/** A supervisor's verdict on a count that was missed. */
export class ReviewPeriodFindingDto extends ReviewFindingDto {
  @IsIn(['location', 'tools'])
  kind!: PeriodId['kind'];

  /** Default: that of the path. */
  @MayBeAbsent()
  @Slug()
  subject?: string;
}

/** The person concerned has appealed. */
export class ReopenPeriodVerdictDto extends ReopenVerdictDto {
  @IsIn(['location', 'tools'])
  kind!: PeriodId['kind'];

  /** Default: that of the path. */
  @MayBeAbsent()
  @Slug()
  subject?: string;
}

/** A part of it that was counted: all between two numbers. */
class CountedPartBody {
  readonly stocktake!: string;
  /** After this SKU or tool; absent: from the first. */
  readonly after?: string;
  /** Up to this one; absent: to the last. */
  readonly upTo?: string;
  /** When its stocktake was approved. */
  readonly at!: string;
}

/** When a location or a class of tools is to be counted again. */
export class CountingPeriodBody {
  @ApiProperty({ enum: ['location', 'tools'] })
  readonly kind!: PeriodId['kind'];

  readonly subject!: string;
  /** Last instant at which the next count is in time; absent: no more than a part was counted or missed so far. */
  readonly due?: string;
  /** The stocktake that counted it last; absent: none has. */
  readonly stocktake?: string;

  /** Counted since it was counted whole; once they are all of it, within one period, it is. */
  @ApiProperty({ type: [CountedPartBody], required: false })
  readonly parts?: readonly CountedPartBody[];
}
