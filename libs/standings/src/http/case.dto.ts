import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Matches, Max, Min } from 'class-validator';
import {
  Amount,
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
import type { AdoptionRef, Shortage } from '../domain/case/facts.js';
import { awarding } from './clause.dto.js';

const YEAR = /^20\d{2}$/;
/** `2026-03`, `2026-H1` or `2026`. */
export const PERIOD = /^20\d{2}(-(0[1-9]|1[0-2])|-H1)?$/;

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

  /** When it happened; default: when it is reported. */
  @MayBeAbsent()
  @InstantText()
  happenedAt?: string;

  /** Until when it went on; hours logged within an absence count for no quota (D20, D35). */
  @MayBeAbsent()
  @InstantText()
  until?: string;

  /** Files by their content hash; required where an amount or somebody else's report is told. */
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
}
