import type { VisitPrepared } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** What was made ready for a visit; nothing at all where nobody prepared it. */
export interface Preparation {
  readonly ready?: Pick<VisitPrepared['data'], 'badge' | 'uniform' | 'tools' | 'parts'>;
  /** What the analysis of the fault says will be needed. */
  readonly needed: OpenedTicket['analysis'];
}
