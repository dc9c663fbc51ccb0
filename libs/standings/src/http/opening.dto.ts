import { ArrayMaxSize, IsArray, IsIn, Matches, Max, Min } from 'class-validator';
import { Amount, CalendarDate, Integer, MayBeAbsent, Nested, Slug, Text } from '@app/http';
import type { ArticleId } from '@app/policy';
import { levels, type Level } from '../domain/edition/clause.js';
import { targets, type Target } from '../domain/figures/figures.values.js';
import type { PaperAct, PaperFigure } from '../domain/opening/opening.events.js';
import { OfYearDto } from './case.dto.js';
import { awarding } from './clause.dto.js';

const CLAUSE = /^D\d{1,2}\.[a-z0-9]+(-[a-z0-9]+)*$/;
const MONTH_OR_YEAR = /^20\d{2}(-(0[1-9]|1[0-2]))?$/;

/** The paper that something is taken over from. */
class FromPaperDto extends OfYearDto {
  /** What it is, and the place in it; the same is entered once. */
  @Text({ max: 200, singleLine: true })
  source!: string;

  /** The date that it bears. */
  @CalendarDate()
  dated!: string;

  /** The entry in whose place this one is to stand; default: it is a new one. */
  @MayBeAbsent()
  @Integer()
  @Min(1)
  @Max(10_000)
  corrects?: number;
}

/** An act that was decided on paper. */
export class PaperActDto implements PaperAct {
  @IsIn(awarding)
  article!: ArticleId;

  /** Of the edition that came into force first: `talks-back`. */
  @Slug()
  clause!: string;

  @IsIn(levels)
  level!: Level;

  @Text({ max: 2_000 })
  facts!: string;

  /** Business date of the facts, before the rules came into force. */
  @CalendarDate()
  happenedOn!: string;

  @CalendarDate()
  decidedOn!: string;

  /** What it concerned, where one day may see several of a kind. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  matter?: string;
}

/** Acts of the year in which the rules came into force, from paper: a draft. */
export class EnterOpeningActsDto extends FromPaperDto {
  /** None only where a correction takes back what it corrects. */
  @IsArray()
  @ArrayMaxSize(100)
  @Nested(() => PaperActDto, { each: true })
  acts!: PaperActDto[];
}

/** What a month or a year came to, as paper says. */
export class PaperFigureDto implements PaperFigure {
  /** Sales in yuan; hours of quota; basic hours. */
  @IsIn(targets)
  of!: Target;

  /** `2025-11`, or `2025`. */
  @Matches(MONTH_OR_YEAR)
  period!: string;

  /** Yuan of sales, or hours, with two places. */
  @Amount()
  target!: string;

  @Amount()
  result!: string;

  /** Clauses of streaks for which it has counted on paper: `D14.three-years`; default: none. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(5)
  @Matches(CLAUSE, { each: true })
  counted?: string[];
}

/** Figures from before the rules came into force, from paper: a draft. */
export class EnterOpeningFiguresDto extends FromPaperDto {
  /** None only where a correction takes back what it corrects. */
  @IsArray()
  @ArrayMaxSize(39)
  @Nested(() => PaperFigureDto, { each: true })
  figures!: PaperFigureDto[];
}

/** The general manager's approval of an entry. */
export class ApproveOpeningDto extends OfYearDto {
  /** Its number within the employee's year. */
  @Integer()
  @Min(1)
  @Max(10_000)
  entry!: number;
}
