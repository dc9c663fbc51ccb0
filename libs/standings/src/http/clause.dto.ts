import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  Max,
  Min,
} from 'class-validator';
import { Amount, Integer, MayBeAbsent, Nested, Slug, Text } from '@app/http';
import { articles, type ArticleId } from '@app/policy';
import {
  periods,
  triggers,
  type Clause,
  type Measure,
  type Outcome,
  type Period,
  type Thresholds,
  type Trigger,
} from '../domain/edition/clause.js';
import { targets, type Target } from '../domain/figures/figures.values.js';
import { Measures } from './measures.js';

/** D9 to D40: those that award and punish. */
export const awarding = articles
  .map(({ id }) => id)
  .filter((id) => id.startsWith('D') && Number(id.slice(1)) >= 9 && Number(id.slice(1)) <= 40);

/** A text in both languages. */
export class WordsDto {
  @Text({ max: 200, singleLine: true })
  zh!: string;

  @Text({ max: 200, singleLine: true })
  en!: string;
}

/** The numbers of a clause. */
export class ThresholdsDto implements Thresholds {
  /** Gained at least, in yuan. */
  @MayBeAbsent()
  @Amount()
  profit?: string;

  /** Within so many months. */
  @MayBeAbsent()
  @Integer()
  @Min(1)
  @Max(120)
  months?: number;

  /** Per cent of target or quota, itself included. */
  @MayBeAbsent()
  @Integer()
  @Min(0)
  @Max(10_000)
  atLeast?: number;

  /** Per cent of target or quota, itself excluded. */
  @MayBeAbsent()
  @Integer()
  @Min(0)
  @Max(10_000)
  below?: number;

  /** Periods one after another. */
  @MayBeAbsent()
  @Integer()
  @Min(1)
  @Max(120)
  periods?: number;

  /** Goods missing at once, in yuan, from which on a shortage is huge. */
  @MayBeAbsent()
  @Amount()
  shortage?: string;

  /** Shortages within `months` from which on they are repeated. */
  @MayBeAbsent()
  @Integer()
  @Min(1)
  @Max(100)
  shortages?: number;

  /** Per cent of the net income. */
  @MayBeAbsent()
  @Integer()
  @Min(1)
  @Max(100)
  share?: number;
}

/** Measures that follow together. */
export class OutcomeDto implements Outcome {
  @Measures()
  measures!: Measure[];

  /** Only where the circumstances are grave; default: always. */
  @MayBeAbsent()
  @IsBoolean()
  @Equals(true)
  grave?: true;
}

/** One sentence of an article D9–D40, as data. */
export class ClauseDto implements Clause {
  @IsIn(awarding)
  article!: ArticleId;

  /** Unique within the article. */
  @Slug()
  clause!: string;

  @Nested(() => WordsDto)
  says!: WordsDto;

  /** Whose staff it is about (D4). */
  @IsIn(['sales', 'repair'])
  department!: 'sales' | 'repair';

  @IsIn(triggers)
  trigger!: Trigger;

  /** Nothing is decided before it is verified. */
  @IsBoolean()
  verified!: boolean;

  /** Required where figures are the trigger. */
  @MayBeAbsent()
  @IsIn(periods)
  period?: Period;

  /** What the result is held against; default: the sales target, and of repair the quota. */
  @MayBeAbsent()
  @IsIn(targets)
  figure?: Target;

  @MayBeAbsent()
  @Nested(() => ThresholdsDto)
  thresholds?: ThresholdsDto;

  /** What is left open is one of several; a single one follows of necessity. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @Nested(() => OutcomeDto, { each: true })
  outcomes!: OutcomeDto[];

  /** It stands or is revoked, and is never reduced; default: it may be reduced to another outcome. */
  @MayBeAbsent()
  @IsBoolean()
  @Equals(true)
  absolute?: true;
}
