import type { Instant } from '@app/kernel';
import type { VisitPrepared } from './planning.events.js';

/** What a technician took along, and wore. */
export type Readiness = Pick<VisitPrepared['data'], 'badge' | 'uniform' | 'tools' | 'parts'>;

/** The same, with when it was put down, and when it was last set right. */
export interface Prepared extends Readiness {
  readonly at: Instant;
  readonly changedAt: Instant;
}

/** What an analysis of the fault says that a visit will need (V5, V6), and when it was made. */
export interface Analysis {
  readonly at: Instant;
  readonly parts: readonly string[];
  readonly tools: readonly string[];
}

/** What was made ready for a visit; nothing at all where nobody prepared it. */
export interface Preparation {
  readonly ready?: Readiness;
  /** What the analysis of the fault says will be needed. */
  readonly needed: Pick<Analysis, 'parts' | 'tools'> | undefined;
}

/** What the analysis of that time said would be needed; undefined where nobody had analysed by then. */
export function neededAt(
  { analysis }: { readonly analysis?: Analysis },
  at: Instant,
): Preparation['needed'] {
  return analysis && analysis.at <= at ? analysis : undefined;
}
