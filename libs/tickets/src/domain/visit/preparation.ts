import { badgeIsWorn } from '../rules/badge-is-worn.js';
import { partsAreListed } from '../rules/parts-are-listed.js';
import { toolsAreListed } from '../rules/tools-are-listed.js';
import { uniformIsWorn } from '../rules/uniform-is-worn.js';
import type { VisitPrepared } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** What was made ready for a visit; nothing at all where nobody prepared it. */
export interface Preparation {
  readonly ready?: Pick<VisitPrepared['data'], 'badge' | 'uniform' | 'tools' | 'parts'>;
  /** What the analysis of the fault says will be needed. */
  readonly needed: OpenedTicket['analysis'];
}

/** Chapter 2 of the on-site policy: how a technician is to set out. */
export const preparationRules = [partsAreListed, badgeIsWorn, uniformIsWorn, toolsAreListed];
