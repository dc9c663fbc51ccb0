import type { Found } from '@app/findings';
import { broken, type Instant } from '@app/kernel';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { readyOf } from './own-way.js';
import { ownPreparationRules, preparationRules, studyRules } from './preparation-rules.js';
import { neededAt } from './preparation.js';
import type { Visit } from './visit.state.js';

/**
 * What somebody who set out then had omitted of what is their own: reading the file and thinking the
 * fault through (V6), and, where they put down no preparation, what they wore (V4); of the responsible
 * technician the lists as well (V3, V5).
 */
export function omittedAt(
  departedAt: Instant,
  open: OpenedTicket,
  visit: Visit,
  technician: string,
): Found[] {
  const { studies } = open;
  const own = technician === visit.technician ? preparationRules : ownPreparationRules;
  const needed = neededAt(open, departedAt);
  return [
    ...broken(studyRules, { studies, visit: visit.visit, technician, departedAt }),
    ...(readyOf(visit, technician) ? [] : broken(own, { needed })),
  ];
}

/**
 * What they had not done or did not wear, also where that was put down as they prepared: none of it is
 * disproved by their setting out.
 */
export function lackingAt(
  departedAt: Instant,
  open: OpenedTicket,
  visit: Visit,
  technician: string,
): Found[] {
  const ready = readyOf(visit, technician);
  const needed = neededAt(open, departedAt);
  const own = technician === visit.technician ? preparationRules : ownPreparationRules;
  return [
    ...omittedAt(departedAt, open, visit, technician),
    ...(ready ? broken(own, { ready, needed }) : []),
  ];
}
