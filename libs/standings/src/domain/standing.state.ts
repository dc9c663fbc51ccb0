import { streamsOf, type Instant, type LocalDate } from '@app/kernel';
import type { Shortage } from './case/facts.js';
import type { Measure } from './edition/clause.js';
import type { Judged } from './evaluation/evaluation.events.js';
import type { Paper, PaperAct } from './opening/opening.events.js';
import type { Opening } from './opening/opening.js';
import type { CaseOpened } from './standing.events.js';

/** `decided` and `appealed` have an act that counts; `dropped`, `declined` and `revoked` have none. */
export type CaseStatus =
  'open' | 'verified' | 'dropped' | 'proposed' | 'decided' | 'declined' | 'appealed' | 'revoked';

/** A case from what was reported to the end of the appeal. */
export interface CaseFile {
  readonly case: number;
  readonly status: CaseStatus;
  readonly opened: CaseOpened['data'];
  readonly openedAt: Instant;
  /** Who reported it, and who entered it. */
  readonly reporters: readonly string[];
  /** Who verified, proposed or decided, and in whose place. */
  readonly involved: readonly string[];
  readonly verified: boolean;
  readonly measures: readonly Measure[];
  /** The role in which it was decided. */
  readonly hearingUntil?: Instant;
  readonly heard: boolean;
  /** Who took down the employee's statement, where it was not the employee. */
  readonly heardBy: readonly string[];
  readonly decidedAt?: Instant;
  /** Order of the decision among all of the year. */
  readonly decision?: number;
  readonly points: number;
  readonly appealUntil?: Instant;
  /** An appeal was decided: there is no second one. */
  readonly appealDecided: boolean;
  /** Where a transfer leads to, and from which day on. */
  readonly transfer?: {
    readonly department: CaseOpened['data']['department'];
    readonly from: LocalDate;
  };
  /** Who succeeds whoever is removed from their post. */
  readonly successor?: string;
  readonly share?: string;
  readonly sharePaid: boolean;
  /** It was decided on paper, and taken over from there. */
  readonly fromPaper?: Paper & { readonly entry: number };
  /** How much of it was paid under this act. */
  readonly paid?: string;
  /** Figures that changed have undone it: the same may be proposed anew. */
  readonly undone?: true;
  /** When it last changed: what follows cannot have happened before. */
  readonly since: Instant;
}

/** All cases of one employee whose facts lie in one calendar year (年度). Stream `standing-<employee>:<year>`. */
export interface Standing {
  readonly cases: readonly CaseFile[];
  /** What was entered from paper. */
  readonly openings: readonly Opening<PaperAct>[];
  /** What each period that was evaluated came to, the last time. */
  readonly evaluated: Readonly<Record<string, readonly Judged[]>>;
  /** What was missing at stocktakes of the goods in their charge (D22), by when it was counted. */
  readonly shortages?: readonly CountedShortage[];
  readonly since?: Instant;
}

/** A shortage, and the stocktake that found it. */
export interface CountedShortage extends Shortage {
  readonly stocktake: string;
}

export const standingStreams = streamsOf<Standing, { employee: string; year: string }>('standing', [
  'employee',
  'year',
]);

/** Whether its act counts: appealed against, it still does. */
export function counts({ status }: Pick<CaseFile, 'status'>): boolean {
  return status === 'decided' || status === 'appealed';
}

/** Whether something is still to come of it, before the year can be closed. */
export function isPending({ status }: Pick<CaseFile, 'status'>): boolean {
  return (
    status === 'open' || status === 'verified' || status === 'proposed' || status === 'appealed'
  );
}

/** Whether a dismissal was decided and stands. */
export function isDismissed({ cases }: Standing): boolean {
  return cases.some((each) => counts(each) && each.measures.includes('dismissal'));
}

/** Whose year a stream is, be it of cases or of figures; no employee's id has a colon. */
export function subjectOf(stream: string): { readonly employee: string; readonly year: string } {
  const id = stream.slice(stream.indexOf('-') + 1);
  const colon = id.lastIndexOf(':');
  return colon < 0
    ? { employee: id, year: '' }
    : { employee: id.slice(0, colon), year: id.slice(colon + 1) };
}
