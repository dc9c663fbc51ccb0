import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  Matches,
  Max,
  Min,
} from 'class-validator';
import {
  Amount,
  CalendarDate,
  CommandDto,
  ContentHash,
  InstantText,
  Integer,
  MayBeAbsent,
  Nested,
  Slug,
  Text,
} from '@app/http';
import type { ArticleId } from '@app/policy';
import type { AdoptionRef, Figure, Shortage } from '../domain/case/facts.js';
import { measures, type Measure } from '../domain/edition/clause.js';
import { awarding } from './clause.dto.js';

const YEAR = /^20\d{2}$/;
const PERIOD = /^20\d{2}(-(0[1-9]|1[0-2])|-H1)?$/;

/** A calendar year of the business zone. */
export class OfYearDto extends CommandDto {
  @Matches(YEAR)
  year!: string;
}

/** One case of the year. */
export class OfCaseDto extends OfYearDto {
  /** Its number within the year. */
  @Integer()
  @Min(1)
  @Max(100_000)
  case!: number;
}

export class FigureDto implements Figure {
  /** `2026-03`, `2026-H1` or `2026`. */
  @Matches(PERIOD)
  period!: string;

  /** Yuan of sales, or hours, with two places. */
  @Amount()
  target!: string;

  @Amount()
  result!: string;
}

export class ShortageDto implements Shortage {
  @InstantText()
  at!: string;

  @Amount()
  amount!: string;
}

export class AdoptionDto implements AdoptionRef {
  @Matches(YEAR)
  year!: string;

  @Integer()
  @Min(1)
  @Max(100_000)
  case!: number;
}

export class EarlierReportDto {
  /** Employee who had reported it. */
  @Slug()
  by!: string;

  @InstantText()
  at!: string;
}

/** What an employee did, and under which clause it is to be judged. */
export class OpenCaseDto extends OfYearDto {
  @IsIn(awarding)
  article!: ArticleId;

  /** Of the edition in force when it happened: `talks-back`. */
  @Slug()
  clause!: string;

  /** What happened. */
  @Text({ max: 2_000 })
  facts!: string;

  /** When it happened; default: when it is reported. Of figures it is the end of their period. */
  @MayBeAbsent()
  @InstantText()
  happenedAt?: string;

  /** Files by their content hash. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @ContentHash({ each: true })
  evidence?: string[];

  /** What it concerns, where one day may see several of a kind. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  matter?: string;

  /** Employee who reported it, where somebody else enters it. */
  @MayBeAbsent()
  @Slug()
  reporter?: string;

  /** An earlier report of the same; the direct supervisor's spares them (D18). */
  @MayBeAbsent()
  @Nested(() => EarlierReportDto)
  earlierReport?: EarlierReportDto;

  /** Employees who took part (D20, D35). */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @Slug({ each: true })
  together?: string[];

  /** Goods that were missing (D22). */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @Nested(() => ShortageDto, { each: true })
  shortages?: ShortageDto[];

  /** Whether the shortage is the employee's own fault (D22). */
  @MayBeAbsent()
  @IsBoolean()
  ownFault?: boolean;

  /** The case of the adoption that a profit follows from (D9, D10). */
  @MayBeAbsent()
  @Nested(() => AdoptionDto)
  adoption?: AdoptionDto;

  /** What was adopted has brought so much. */
  @MayBeAbsent()
  @Amount()
  profit?: string;

  /** Income of extra service that was handed over (D30). */
  @MayBeAbsent()
  @Amount()
  income?: string;

  /** What that service cost: materials and refunds. */
  @MayBeAbsent()
  @Amount()
  costs?: string;

  /** Targets and results of the periods that a clause of figures asks for, in order. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(12)
  @Nested(() => FigureDto, { each: true })
  figures?: FigureDto[];
}

/** A month, the first half-year or a year that is over. */
export class EvaluatePeriodDto extends OfYearDto {
  /** `2026-03`, `2026-H1` or `2026`. */
  @Matches(PERIOD)
  period!: string;
}

export class VerifyCaseDto extends OfCaseDto {
  /** What was found. */
  @Text({ max: 2_000 })
  result!: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @ContentHash({ each: true })
  evidence?: string[];
}

export class DropCaseDto extends OfCaseDto {
  @Text({ max: 2_000 })
  reason!: string;
}

export class ProposeActDto extends OfCaseDto {
  /** One of the outcomes of the clause; default: the only one. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @IsIn(measures, { each: true })
  measures?: Measure[];

  /** In what the circumstances are grave (D23). */
  @MayBeAbsent()
  @Text({ max: 2_000 })
  gravity?: string;
}

export class HearEmployeeDto extends OfCaseDto {
  /** The employee's own statement. */
  @Text({ max: 10_000 })
  statement!: string;
}

/** Where a transfer leads to. */
export class TransferDto {
  /** Another department than the employee's of that time. */
  @IsIn(['sales', 'repair', 'office'])
  department!: 'sales' | 'repair' | 'office';

  /** Business date from which on; default: the day of the decision. */
  @MayBeAbsent()
  @CalendarDate()
  from?: string;
}

export class DecideActDto extends OfCaseDto {
  /** Of a transfer (D19, D34). */
  @MayBeAbsent()
  @Nested(() => TransferDto)
  transfer?: TransferDto;

  /** Of a removal from post: who succeeds the employee (D20, D35). */
  @MayBeAbsent()
  @Slug()
  successor?: string;
}

export class DeclineActDto extends OfCaseDto {
  /** The condition of the article that does not hold. */
  @Text({ max: 2_000 })
  condition!: string;
}

export class FileAppealDto extends OfCaseDto {
  @Text({ max: 10_000 })
  grounds!: string;
}

export class DecideAppealDto extends OfCaseDto {
  @IsIn(['revoke', 'reduce', 'reject'])
  verdict!: 'revoke' | 'reduce' | 'reject';

  @Text({ max: 2_000 })
  reason!: string;

  /** What it is reduced to; of `reduce`. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @IsIn(measures, { each: true })
  measures?: Measure[];

  /** Where a transfer leads to that it is reduced to. */
  @MayBeAbsent()
  @Nested(() => TransferDto)
  transfer?: TransferDto;

  /** Employee whose written opinion it stands on, where the general manager took part before. */
  @MayBeAbsent()
  @Slug()
  opinionBy?: string;
}

export class PayShareDto extends OfCaseDto {}

export class CloseYearDto extends OfYearDto {}

export class ReopenYearDto extends OfYearDto {
  @Text({ max: 2_000 })
  reason!: string;
}
