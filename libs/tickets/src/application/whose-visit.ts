import type { RequestFor } from '@app/event-store';
import type { Span } from '@app/kernel';
import type { CorrectPreparation } from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { whosePreparation } from '../domain/steps/correct-preparation.js';
import { comesAlone } from '../domain/visit/arriving-alone.js';
import { crewOf, doerOf, workerOf } from '../domain/visit/crew.js';
import { cameTogether, readyOf } from '../domain/visit/own-way.js';
import type { VisitCommand } from '../domain/visit/visit.preconditions.js';
import { hasLeft, type Visit } from '../domain/visit/visit.state.js';

/** The visit of that number; undefined where there is none. */
function visitIn(ticket: Ticket, number: number): Visit | undefined {
  const visits = ticket.status === 'none' ? [] : ticket.visits;
  return visits.find(({ visit }) => visit === number);
}

/** Who of the visit takes the step; empty where there is no such visit. */
export function doerIn(ticket: Ticket, command: VisitCommand): string {
  const visit = visitIn(ticket, command.data.visit);
  return visit ? doerOf(command, visit) : '';
}

/** Whose work the step tells of, of the visit or of the workshop (V18); empty where there is no such visit. */
export function workerIn(ticket: Ticket, command: VisitCommand): string {
  const visit = visitIn(ticket, command.data.visit);
  return visit ? workerOf(command, visit) : '';
}

/** Everybody who makes the visit; nobody where there is no such visit. */
export function crewIn(ticket: Ticket, { data }: VisitCommand): readonly string[] {
  const visit = visitIn(ticket, data.visit);
  return visit ? crewOf(visit) : [];
}

/** What had been kept free for a visit that is held to be over; undefined: it is not, or there is none. */
export function givenUpIn(ticket: Ticket, number: number): Span | undefined {
  const visit = visitIn(ticket, number);
  return visit && hasLeft(visit) ? visit.booked : undefined;
}

/** The visit's technician; empty where there is no such visit, since no employee has an empty id. */
export function technicianOf(ticket: Ticket, number: number): string {
  return visitIn(ticket, number)?.technician ?? '';
}

/** Who comes to the customer with an arrival, who answers for it first: one alone, or all who come along. */
export function whoComes(ticket: Ticket, command: VisitCommand): readonly string[] {
  const visit = visitIn(ticket, command.data.visit);
  if (!visit) return [];
  const alone = comesAlone(command, visit);
  return alone === undefined ? cameTogether(visit) : [alone];
}

/** What somebody of a visit put down as taken along, and as of when; nothing where they put nothing down. */
export function readyIn(
  ticket: Ticket,
  number: number,
  person: string,
): { readonly tools: readonly string[]; readonly at: string } {
  const visit = visitIn(ticket, number);
  return (visit && readyOf(visit, person)) ?? { tools: [], at: '' };
}

/** What a correction says was packed, by whom, and when it was put down. */
export function preparedIn(
  ticket: Ticket,
  command: VisitCommand & Pick<RequestFor<CorrectPreparation>, 'data'>,
) {
  const visit = visitIn(ticket, command.data.visit);
  const person = visit ? whosePreparation(command, visit) : '';
  const ready = visit && readyOf(visit, person);
  const { tools = [], at = command.occurredAt } = { ...ready, ...command.data };
  return { tools, person, at };
}
