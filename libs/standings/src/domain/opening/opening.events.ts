import type { DomainEvent, Instant, LocalDate } from '@app/kernel';
import type { ArticleId } from '@app/policy';
import type { PersonThen } from '../case/facts.js';
import type { JudgedBy } from '../case/judged-by.js';
import type { Level } from '../edition/clause.js';
import type { Target } from '../figures/figures.values.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** The paper from which something is taken over. */
export interface Paper {
  /** What it is, and the place in it: `2026 年奖惩台账 第 3 页`. */
  readonly source: string;
  /** The date that it bears. */
  readonly dated: LocalDate;
}

/** An entry from paper, as it was drafted: nothing counts before the general manager has approved it. */
interface Entered extends Paper {
  readonly employee: string;
  readonly year: string;
  /** Its number within the stream. */
  readonly entry: number;
  /** The entry in whose place it is to stand. */
  readonly corrects?: number;
}
interface Approved {
  readonly employee: string;
  readonly year: string;
  readonly entry: number;
  /** The entry that no longer counts. */
  readonly corrects?: number;
}

/** An act that was decided on paper. */
export interface PaperAct {
  readonly article: ArticleId;
  /** Of the edition by which it is counted: `talks-back`. */
  readonly clause: string;
  readonly level: Level;
  readonly facts: string;
  /** Business dates of the facts, and of the decision. */
  readonly happenedOn: LocalDate;
  readonly decidedOn: LocalDate;
  /** What it concerned, where one day may see several of a kind. */
  readonly matter?: string;
}

export type OpeningActsEntered = DomainEvent<
  'OpeningActsEntered',
  Entered & { readonly acts: readonly PaperAct[] }
>;
export type OpeningActsApproved = DomainEvent<'OpeningActsApproved', Approved>;

/** An act of an approved entry counts in the year, under the next number of its cases. */
export type ActTakenOver = DomainEvent<
  'ActTakenOver',
  PersonThen &
    Paper & {
      readonly case: number;
      readonly employee: string;
      readonly year: string;
      readonly entry: number;
      readonly article: ArticleId;
      readonly clause: string;
      readonly facts: string;
      readonly happenedAt: Instant;
      readonly decidedOn: LocalDate;
      readonly matter?: string;
      readonly level: Level;
      readonly points: number;
      /** The edition by which it is counted; it was judged on paper. */
      readonly judgedBy: JudgedBy;
    }
>;
/** It no longer does: a correction of its entry was approved. */
export type ActTakenBack = DomainEvent<
  'ActTakenBack',
  { readonly case: number; readonly entry: number }
>;

/** What a month or a year came to, as paper says. */
export interface PaperFigure {
  readonly of: Target;
  /** `2025-11`, or `2025`: a year as a whole, of which paper has no months. */
  readonly period: string;
  /** Yuan of sales, or hours, with two places. */
  readonly target: string;
  readonly result: string;
  /** Clauses of streaks for which it has counted on paper: `D14.three-years`. Default: none. */
  readonly counted?: readonly string[];
}

export type OpeningFiguresEntered = DomainEvent<
  'OpeningFiguresEntered',
  Entered & { readonly figures: readonly PaperFigure[] }
>;
export type OpeningFiguresApproved = DomainEvent<'OpeningFiguresApproved', Approved>;

export type OpeningActsEvent =
  OpeningActsEntered | OpeningActsApproved | ActTakenOver | ActTakenBack;
export type OpeningFiguresEvent = OpeningFiguresEntered | OpeningFiguresApproved;

const of = { employee: 'he-ying', year: '2026' };
const entered = { ...of, entry: 2, source: '2026 年奖惩台账 第 3 页', dated: '2026-03-01' };
const act: PaperAct = {
  article: 'D28',
  clause: 'report',
  level: 'demerit',
  facts: '一月份销售报表未缴',
  happenedOn: '2026-02-02',
  decidedOn: '2026-02-06',
  matter: '2026-01',
};

/** One of each, but for `ActTakenOver`, which the events of a standing complete. */
export const openingActs: Pick<
  { readonly [E in OpeningActsEvent as E['type']]: E['data'] },
  'OpeningActsEntered' | 'OpeningActsApproved' | 'ActTakenBack'
> = {
  OpeningActsEntered: { ...entered, acts: [act], corrects: 1 },
  OpeningActsApproved: { ...of, entry: 2, corrects: 1 },
  ActTakenBack: { case: 1, entry: 2 },
};

export function actTakenOver(judgedBy: JudgedBy): ActTakenOver['data'] {
  const { happenedOn: _date, ...said } = act;
  return {
    ...entered,
    ...said,
    case: 2,
    happenedAt: '2026-02-01T16:00:00.000Z',
    points: -3,
    department: 'sales',
    supervisor: false,
    reportsTo: 'chen-gang',
    judgedBy,
  };
}

export const openingFigures: {
  readonly [E in OpeningFiguresEvent as E['type']]: E['data'];
} = {
  OpeningFiguresEntered: {
    ...entered,
    year: '2025',
    source: '2025 年业绩汇总表',
    figures: [
      {
        of: 'sales',
        period: '2025',
        target: '600000.00',
        result: '612000.00',
        counted: ['D14.three-years'],
      },
    ],
    corrects: 1,
  },
  OpeningFiguresApproved: { ...of, year: '2025', entry: 2, corrects: 1 },
};
