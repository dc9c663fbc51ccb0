import { Matches } from 'class-validator';
import { CommandDto, Text } from '@app/http';
import { OfYearDto, PERIOD } from './case.dto.js';

/** A month, the first half-year or a year that is over. */
export class EvaluatePeriodDto extends OfYearDto {
  /** `2026-03`, `2026-H1` or `2026`. */
  @Matches(PERIOD)
  period!: string;
}

/** The year of the path, for everybody. */
export class CloseYearDto extends CommandDto {}

/** The year of the path, for everybody. */
export class ReopenYearDto extends CommandDto {
  @Text({ max: 2_000 })
  reason!: string;
}
