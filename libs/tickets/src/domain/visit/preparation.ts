import type { Instant } from '@app/kernel';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { VisitPrepared } from './planning.events.js';

/** What a technician took along, and wore. */
export type Readiness = Pick<VisitPrepared['data'], 'badge' | 'uniform' | 'tools' | 'parts'>;

/** What was made ready for a visit; nothing at all where nobody prepared it. */
export interface Preparation {
  readonly ready?: Readiness;
  /** What the analysis of the fault says will be needed. */
  readonly needed: Pick<NonNullable<OpenedTicket['analysis']>, 'parts' | 'tools'> | undefined;
}

/** What the analysis of that time said would be needed; undefined where nobody had analysed by then. */
export function neededAt(
  { analysis }: Pick<OpenedTicket, 'analysis'>,
  at: Instant,
): Preparation['needed'] {
  return analysis && analysis.at <= at ? analysis : undefined;
}
