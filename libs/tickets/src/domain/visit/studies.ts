import type { Command, Instant } from '@app/kernel';
import type { CustomerFileReviewed, FaultAnalysed } from '../ticket/ticket.events.js';
import { requireOwnVisit, visitOf } from '../ticket/preconditions.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { crewAt, doerOf } from './crew.js';

/** A technician read the customer's file, or thought the fault through, for a visit of theirs (V6). */
export interface Study {
  readonly of: 'file' | 'fault';
  readonly visit: number;
  readonly technician: string;
  readonly at: Instant;
}

/** What is asked of whoever sets out to a visit, and when they did. */
export interface SettingOut {
  readonly studies: readonly Study[];
  readonly visit: number;
  readonly technician: string;
  readonly departedAt: Instant;
}

/** After one more event; what the office reads or thinks for nobody's visit prepares nobody. */
export function studiesAfter(
  studies: readonly Study[],
  { type, data: { visit, technician }, occurredAt: at }: CustomerFileReviewed | FaultAnalysed,
): readonly Study[] {
  if (visit === undefined || technician === undefined) return studies;
  const of = type === 'FaultAnalysed' ? 'fault' : 'file';
  return [...studies, { of, visit, technician, at }];
}

/** Whether that was done by somebody for a visit of theirs, by the time at which they set out. */
export function hasStudied(of: Study['of'], out: SettingOut): boolean {
  return out.studies.some(
    (each) =>
      each.of === of &&
      each.visit === out.visit &&
      each.technician === out.technician &&
      each.at <= out.departedAt,
  );
}

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
