import { Matches } from 'class-validator';
import { Text } from '@app/http';
import { OfYearDto, PERIOD } from './case.dto.js';

/** A month, the first half-year or a year that is over. */
export class EvaluatePeriodDto extends OfYearDto {
  /** `2026-03`, `2026-H1` or `2026`. */
  @Matches(PERIOD)
  period!: string;
}

export class CloseYearDto extends OfYearDto {}

export class ReopenYearDto extends OfYearDto {
  @Text({ max: 2_000 })
  reason!: string;
}
