import type { Command } from '@app/kernel';
import { requireOwnVisit, visitOf } from '../ticket/preconditions.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { crewAt, doerOf } from './crew.js';
import type { Study } from './studies.js';

/**
 * For which visit something is read or thought through, and whose it is: the visit that is named, else
 * the last of the technician's own that had been planned by then. What the office does for itself is
 * for none.
 *
 * @throws NotFound no such visit · Forbidden it is another technician's
 */
export function studiedFor(
  command: Command<string, { readonly visit?: number }>,
  ticket: OpenedTicket,
): Partial<Pick<Study, 'visit' | 'technician'>> {
  const { data, actor, occurredAt } = command;
  if (data.visit !== undefined) {
    const visit = visitOf(ticket, data.visit);
    requireOwnVisit(command, visit);
    return { visit: visit.visit, technician: doerOf(command, visit) };
  }
  const theirs = ticket.visits.filter((visit) => {
    const crew = crewAt(command, visit);
    return [actor.id, actor.onBehalfOf].some((each) => each !== undefined && crew.includes(each));
  });
  const planned = theirs.filter(({ stepsAt }) => (stepsAt.VisitScheduled ?? '') <= occurredAt);
  const visit = planned.at(-1) ?? theirs[0];
  return visit ? { visit: visit.visit, technician: doerOf(command, visit) } : {};
}
