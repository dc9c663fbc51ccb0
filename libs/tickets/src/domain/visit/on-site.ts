import type { FindingAbout } from '@app/findings';
import type { Command } from '@app/kernel';
import type { AtVisit } from '../ticket/ask.js';
import { liveTicket, notBefore, openTicket, ownVisit, visitAt } from '../ticket/lookup.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { OpenedTicket, Ticket, Visit } from '../ticket/ticket.state.js';

/** A command for one visit of the ticket. */
export type VisitCommand = Command<string, { readonly visit: number }>;

/** The ticket, and the visit on which something is to happen. */
export interface Scene {
  readonly open: OpenedTicket;
  readonly visit: Visit;
}

/**
 * The technician is at the customer's, and the visit is theirs.
 *
 * @throws what `openTicket`, `visitAt` and `ownVisit` throw; Invalid it happened before the arrival, or before what
 * it builds on
 */
export function atCustomers(command: VisitCommand, ticket: Ticket): Scene {
  const open = openTicket(ticket);
  return own(command, { open, visit: visitAt(open, command.data.visit, 'on-site', 'working') });
}

/** At the customer's, or in the workshop with a product that this visit brought in (V18). */
export function atWork(command: VisitCommand, ticket: Ticket): Scene {
  const open = openTicket(ticket);
  const { visit: number } = command.data;
  const workshop = open.custody.some(({ visit }) => visit === number);
  const visit = visitAt(
    open,
    number,
    'on-site',
    'working',
    ...(workshop ? (['left'] as const) : []),
  );
  return own(command, { open, visit });
}

/** From the arrival until the visit is completed: paper and money may follow after leaving. */
export function sinceArrival(command: VisitCommand, ticket: Ticket): Scene {
  const open = liveTicket(ticket);
  return own(command, {
    open,
    visit: visitAt(open, command.data.visit, 'on-site', 'working', 'left'),
  });
}

/** The technician has left, and the visit waits for its paper. @throws Invalid it happened before the leaving */
export function afterLeaving(command: VisitCommand, ticket: Ticket): Scene {
  const open = liveTicket(ticket);
  const visit = visitAt(open, command.data.visit, 'left');
  notBefore(command, visit.leftAt);
  return own(command, { open, visit });
}

/** Whom a finding of this visit concerns. */
export function aboutVisit({ visit, technician }: Visit): FindingAbout<AtVisit> {
  return { visit, person: technician };
}

/** Whether the customer has to pay for the work: nothing covers it, or the fault is not the company's (V17). */
export function isChargeable({
  entitlement,
  externalCause,
}: Pick<Visit, 'entitlement' | 'externalCause'>): boolean {
  return externalCause || entitlement?.kind === 'chargeable';
}

function own(command: VisitCommand, scene: Scene): Scene {
  ownVisit(command, scene.visit);
  notBefore(command, scene.visit.arrivedAt);
  inOrder(command, scene.visit);
  return scene;
}
