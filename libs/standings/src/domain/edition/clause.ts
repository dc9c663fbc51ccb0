import type { Bilingual, Yuan } from '@app/kernel';
import type { ArticleId } from '@app/policy';
import type { Target } from '../figures/figures.values.js';

/** 嘉奖, 记功, 记大功 (D6) and 警告, 记过, 记大过 (D7): what is counted in the year (D8). */
export const levels = [
  'commendation',
  'merit',
  'major-merit',
  'warning',
  'demerit',
  'major-demerit',
] as const;
export type Level = (typeof levels)[number];

/** A merit of any kind, and not a demerit. */
export function isReward(level: Level): boolean {
  return level === 'commendation' || level === 'merit' || level === 'major-merit';
}

/** What may follow from a case: a level; 调离, 解职, 解雇; counted absent (以旷职论处); taken to court; a share of income. */
export const measures = [
  ...levels,
  'transfer',
  'removal',
  'dismissal',
  'absence',
  'legal-action',
  'income-share',
] as const;
export type Measure = (typeof measures)[number];

const REWARDS: readonly Measure[] = ['commendation', 'merit', 'major-merit', 'income-share'];

/** Against nobody. */
export function areRewards(all: readonly Measure[]): boolean {
  return all.every((each) => REWARDS.includes(each));
}

/** Whether a clause rewards, whatever follows from it. */
export function isRewarding({ outcomes }: Pick<Clause, 'outcomes'>): boolean {
  return outcomes.every(({ measures: all }) => areRewards(all));
}

/**
 * What brings a case under a clause: somebody's report; the profit of what was adopted under the same
 * article (D9, D10); the figures of a period; a decision under another clause (D18).
 */
export const triggers = ['report', 'profit', 'figures', 'consequence'] as const;
export type Trigger = (typeof triggers)[number];

export const periods = ['month', 'half-year', 'year'] as const;
export type Period = (typeof periods)[number];

/** The numbers of a clause; each is absent where the clause has no such number. */
export interface Thresholds {
  /** Gained at least, in yuan. */
  readonly profit?: Yuan;
  /** Within so many months. */
  readonly months?: number;
  /** Per cent of the target or quota, itself included. */
  readonly atLeast?: number;
  /** Per cent of the target or quota, itself excluded. */
  readonly below?: number;
  /** Periods one after another. */
  readonly periods?: number;
  /** Goods missing at once, in yuan, from which on a shortage is huge. */
  readonly shortage?: Yuan;
  /** Shortages within `months` from which on they are repeated. */
  readonly shortages?: number;
  /** Per cent of the net income. */
  readonly share?: number;
}

/** One of the outcomes of a clause: all its measures together. */
export interface Outcome {
  readonly measures: readonly Measure[];
  /** Only where the circumstances are grave (情节严重); default: always. */
  readonly grave?: true;
}

/** One sentence of an article D9–D40, as data. */
export interface Clause {
  readonly article: ArticleId;
  /** Unique within the article. */
  readonly clause: string;
  readonly says: Bilingual;
  /** Whose staff it is about, and nobody else's (D4). */
  readonly department: 'sales' | 'repair';
  readonly trigger: Trigger;
  /** 一经查证属实, 经查获: nothing is decided before it is verified. */
  readonly verified: boolean;
  /** Of `figures`. */
  readonly period?: Period;
  /** Of `figures`: what the result is held against. Default: the sales target, and of repair the quota. */
  readonly figure?: Target;
  readonly thresholds?: Thresholds;
  /** What is left open is one of several; a single one follows of necessity. */
  readonly outcomes: readonly Outcome[];
  /** 一律解雇: stands, or is revoked. Default: it may be reduced to another of its outcomes. */
  readonly absolute?: true;
}

/** What the results of a clause are held against. */
export function targetOf({ figure, department }: Pick<Clause, 'figure' | 'department'>): Target {
  return figure ?? (department === 'sales' ? 'sales' : 'quota');
}

/** How a clause is named: `D24.half-year`. */
export function nameOf({ article, clause }: Pick<Clause, 'article' | 'clause'>): string {
  return `${article}.${clause}`;
}
