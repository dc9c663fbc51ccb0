import type { Ticket } from '../domain/ticket/ticket.state.js';
import { doerOf } from '../domain/visit/crew.js';
import type { VisitCommand } from '../domain/visit/visit.preconditions.js';
import type { Visit } from '../domain/visit/visit.state.js';

/** The visit of that number; undefined where there is none. */
export function visitIn(ticket: Ticket, number: number): Visit | undefined {
  const visits = ticket.status === 'none' ? [] : ticket.visits;
  return visits.find(({ visit }) => visit === number);
}

/** Who of the visit takes the step; empty where there is no such visit. */
export function doerIn(ticket: Ticket, command: VisitCommand): string {
  const visit = visitIn(ticket, command.data.visit);
  return visit ? doerOf(command, visit) : '';
}

/** The visit's technician; empty where there is no such visit, since no employee has an empty id. */
export function technicianOf(ticket: Ticket, number: number): string {
  return visitIn(ticket, number)?.technician ?? '';
}

/** Who else comes along on the visit. */
export function othersOf(ticket: Ticket, number: number): readonly string[] {
  return visitIn(ticket, number)?.others ?? [];
}
