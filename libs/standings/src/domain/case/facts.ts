import type { Instant, Yuan } from '@app/kernel';
import type { ArticleId } from '@app/policy';

/** Target and result of one period: `2026-03` a month, `2026-H1` the first half-year, `2026` a year. */
export interface Figure {
  readonly period: string;
  /** Yuan of sales, or hours, with two places. */
  readonly target: string;
  readonly result: string;
  /** All of it, or some months, were taken over from paper; default: none. */
  readonly fromPaper?: true;
}

/** Goods that were missing at a count. */
export interface Shortage {
  readonly at: Instant;
  readonly amount: Yuan;
}

/** Which case of adoption a profit follows from (D9, D10). */
export interface AdoptionRef {
  readonly year: string;
  readonly case: number;
}

/** Of what several earned together so many parts are an employee's, after those of whom come before. */
export interface Portion {
  readonly before: number;
  readonly weight: number;
  /** The sum of all parts. */
  readonly of: number;
}

/** What is reported of an employee, and by whom. */
export interface Facts {
  readonly article: ArticleId;
  readonly clause: string;
  readonly facts: string;
  /** When it happened; of figures the last moment of their period. */
  readonly happenedAt: Instant;
  /** Until when it went on; of an absence no hours within it count for a quota (D20, D35). Default: not said. */
  readonly until?: Instant;
  /** Files by their content hash. */
  readonly evidence: readonly string[];
  /** What it concerns where one day may see several: the report that was not handed in, the customer without a file. */
  readonly matter?: string;
  /** Employee who reported it, where somebody else entered it. */
  readonly reporter?: string;
  /** An earlier report of the same by somebody: a direct supervisor is then spared (D18). */
  readonly earlierReport?: { readonly by: string; readonly at: Instant };
  /** Subordinates who took part (D20, D35). */
  readonly together?: readonly string[];
  readonly shortages?: readonly Shortage[];
  /** The shortage is the employee's own fault (个人原因, D22). */
  readonly ownFault?: boolean;
  readonly adoption?: AdoptionRef;
  /** What was adopted has brought so much (获利). */
  readonly profit?: Yuan;
  /** Income of extra service that was handed over, and what it cost (D30). */
  readonly income?: Yuan;
  readonly costs?: Yuan;
  /** What of its share is the employee's (D30). Default: all. */
  readonly portion?: Portion;
  readonly figures?: readonly Figure[];
}

/** In whose charge the employee was when it happened, by what was known when the case was opened. */
export interface PersonThen {
  readonly department: 'sales' | 'repair' | 'office';
  /** Leads others (干部, 主管). */
  readonly supervisor: boolean;
  /** The direct supervisor of that time. */
  readonly reportsTo?: string;
}
