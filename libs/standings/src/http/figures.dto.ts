import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, Matches, Max, Min } from 'class-validator';
import { Amount, CalendarDate, ContentHash, Integer, MayBeAbsent, Nested, Text } from '@app/http';
import { results, targets, type Result, type Target } from '../domain/figures/figures.values.js';
import { OfYearDto } from './case.dto.js';

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;
const SIGNED = /^-?(0|[1-9]\d{0,11})\.\d{2}$/;

/** The target of one month. */
export class MonthAmountDto {
  /** `2026-03`. */
  @Matches(MONTH)
  month!: string;

  /** Yuan of sales, or hours, with two places; 0.00: nothing is asked of that month. */
  @Amount()
  amount!: string;
}

/** Targets of months, in place of those set before. */
export class SetTargetsDto extends OfYearDto {
  /** Sales in yuan (D14, D19, D24); hours of quota (D32, D36); basic hours (D34). */
  @IsIn(targets)
  of!: Target;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @Nested(() => MonthAmountDto, { each: true })
  months!: MonthAmountDto[];

  /** Why it is set after one of the months has begun; it then waits for the general manager. */
  @MayBeAbsent()
  @Text({ max: 2_000 })
  reason?: string;
}

/** What a month's result lacks, or has too much. */
export class AdjustResultDto extends OfYearDto {
  @IsIn(results)
  of!: Result;

  @Matches(MONTH)
  month!: string;

  /** Yuan or hours to add, with two places; below zero to take off. */
  @Matches(SIGNED)
  amount!: string;

  @Text({ max: 2_000 })
  reason!: string;

  /** The papers that say so, by their content hashes. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ContentHash({ each: true })
  evidence!: string[];
}

/** What was entered by hand, and waits for somebody else. */
export class ConfirmFiguresDto extends OfYearDto {
  /** Its number within the year. */
  @Integer()
  @Min(1)
  @Max(100_000)
  proposal!: number;
}

export class RefuseFiguresDto extends ConfirmFiguresDto {
  @Text({ max: 2_000 })
  reason!: string;
}

/** Days on which nothing is asked of the employee; both belong to it. They count once somebody else has confirmed it. */
export class RecordLeaveDto extends OfYearDto {
  @CalendarDate()
  from!: string;

  @CalendarDate()
  until!: string;

  @Text({ max: 2_000 })
  reason!: string;
}

/** The leave counts no more once somebody else has confirmed it. */
export class WithdrawLeaveDto extends OfYearDto {
  /** Its number within the year. */
  @Integer()
  @Min(1)
  @Max(1_000)
  leave!: number;

  @Text({ max: 2_000 })
  reason!: string;
}
