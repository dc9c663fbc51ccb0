import type { DomainEvent } from '@app/kernel';
import type { Figure, PersonThen } from '../case/facts.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** What a clause of figures comes to for the periods that it asks for. */
export interface Judged {
  /** `D14.year`. */
  readonly clause: string;
  /** Of the periods that have one; the last is the evaluated one's. */
  readonly figures: readonly Figure[];
  /** Every period has its figure, within the bounds, and none has counted for it before. */
  readonly holds: boolean;
}

/** The clauses that figures of a period were judged by, and whether they hold. */
export type PeriodEvaluated = DomainEvent<
  'PeriodEvaluated',
  {
    readonly employee: string;
    readonly year: string;
    readonly period: string;
    readonly edition: string;
    readonly department: PersonThen['department'];
    readonly judged: readonly Judged[];
    /** How many periods the longest streak has that it can be part of; default: as many as have a figure. */
    readonly longest?: number;
  }
>;
export const periodEvaluated: PeriodEvaluated['data'] = {
  employee: 'he-ying',
  year: '2026',
  period: '2026-H1',
  edition: '2026.1',
  department: 'sales',
  judged: [
    {
      clause: 'D24.half-year',
      figures: [{ period: '2026-H1', target: '100.00', result: '69.99', fromPaper: true }],
      holds: true,
    },
  ],
  longest: 1,
};
