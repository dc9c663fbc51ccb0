import type { FindingAbout } from '@app/findings';
import type { Command } from '@app/kernel';
import {
  notBefore,
  requireOpenTicket,
  requireOwnVisit,
  requireTicket,
  requireUnclosedTicket,
  visitAt,
  wasCancelled,
} from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { AtVisit } from './at-visit.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import type { Visit, VisitAt, VisitSinceArrival, VisitUnderWay } from './visit.state.js';

/** A command for one visit of the ticket. */
export type VisitCommand = Command<string, { readonly visit: number }>;

/** A visit at which somebody has arrived, and whose paper is still open. */
export type NotCompleted = VisitUnderWay | VisitAt<'away' | 'left'>;

/** The ticket, and the visit on which something is to happen. */
export interface VisitOfTicket<V extends Visit> {
  readonly open: OpenedTicket;
  readonly visit: V;
}

/**
 * The technician is at the customer's, and the visit is theirs.
 *
 * @throws what `requireOpenTicket`, `visitAt` and `requireOwnVisit` throw; Invalid it happened before the arrival, or before what
 * it builds on
 */
export function atCustomers(command: VisitCommand, ticket: Ticket): VisitOfTicket<VisitUnderWay> {
  const open = requireOpenTicket(ticket);
  return ownVisit(command, {
    open,
    visit: visitAt(open, command.data.visit, 'on-site', 'working'),
  });
}

/** At the customer's, or in the workshop with a product that this visit brought in (V18). */
export function atWork(command: VisitCommand, ticket: Ticket): VisitOfTicket<NotCompleted> {
  const open = requireOpenTicket(ticket);
  const { visit: number } = command.data;
  const workshop = open.custody.some(({ visit }) => visit === number);
  const inWorkshop = workshop ? (['away', 'left'] as const) : [];
  const visit = visitAt(open, number, 'on-site', 'working', ...inWorkshop);
  return ownVisit(command, { open, visit });
}

/** From the arrival until the visit is completed: paper and money may follow after leaving. */
export function sinceArrival(command: VisitCommand, ticket: Ticket): VisitOfTicket<NotCompleted> {
  const open = requireUnclosedTicket(ticket);
  const visit = visitAt(open, command.data.visit, 'on-site', 'working', 'away', 'left');
  return ownVisit(command, { open, visit });
}

/**
 * Money of a visit from the arrival on, whatever has become of the ticket since: a closed one takes
 * it too, and a cancelled one may have some to give back.
 */
export function withMoney(command: VisitCommand, ticket: Ticket): VisitOfTicket<VisitSinceArrival> {
  const open = requireTicket(ticket);
  const visit = visitAt(
    open,
    command.data.visit,
    'on-site',
    'working',
    'away',
    'left',
    'completed',
  );
  return ownVisit(command, { open, visit });
}

/** What is charged on a visit. @throws what `withMoney` throws; NotPossible the ticket was cancelled: nothing is owed */
export function chargedOn(command: VisitCommand, ticket: Ticket): VisitOfTicket<VisitSinceArrival> {
  const found = withMoney(command, ticket);
  if (found.open.status === 'cancelled') throw wasCancelled();
  return found;
}

/** The technician has left, and the visit waits for its paper. @throws Invalid it happened before the leaving */
export function afterLeaving(
  command: VisitCommand,
  ticket: Ticket,
): VisitOfTicket<VisitAt<'left'>> {
  const open = requireUnclosedTicket(ticket);
  const visit = visitAt(open, command.data.visit, 'left');
  notBefore(command, visit.leftAt);
  return ownVisit(command, { open, visit });
}

/** Whom a finding of this visit concerns. */
export function aboutVisit({
  visit,
  technician,
}: Pick<Visit, 'visit' | 'technician'>): FindingAbout<AtVisit> {
  return { visit, person: technician };
}

/** The visit, if it is the actor's to act on, at a time that fits what it builds on. @throws Forbidden · Invalid */
export function ownVisit<V extends VisitSinceArrival>(
  command: VisitCommand,
  found: VisitOfTicket<V>,
): VisitOfTicket<V> {
  requireOwnVisit(command, found.visit);
  notBefore(command, found.visit.arrivedAt);
  inOrder(command, found.visit);
  return found;
}
