import { recordDeeds } from '@app/findings';
import { broken, type Ask } from '@app/kernel';
import { toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { visitOf } from '../ticket/preconditions.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { evolve } from '../ticket/ticket.evolve.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import type { Signature } from '../ticket/ticket.values.js';
import type { KnownSignature } from './known-signature.js';
import { aboutVisit } from './visit.preconditions.js';

/** A step under which somebody may sign. */
export type SignedStep = Ask<
  string,
  { readonly visit?: number; readonly product?: string; readonly signature?: Signature },
  KnownSignature
>;

/**
 * A step under which somebody signs, each time anew (V22). An image that stands under something else
 * is refused by its number; what is told late was signed so, and is found of whoever took the step.
 */
export function signedForItself<C extends SignedStep>(
  step: (command: C, ticket: Ticket) => readonly TicketEvent[],
): (command: C, ticket: Ticket) => readonly TicketEvent[] {
  return (command, ticket) => {
    const events = step(command, ticket);
    const { signature } = command.data;
    if (!signature || !toldLate(command)) return events;
    const { signatureUse: use } = command.known;
    const repeated = broken([found.signatureIsItsOwn], { ...signature, use });
    const { findings } = events.reduce<Ticket>(evolve, ticket) as OpenedTicket;
    return [...events, ...recordDeeds(command, { findings }, repeated, signedAt(command, ticket))];
  };
}

/**
 * Where it was signed and by whom it was asked for: at the visit, for a product that was fetched at that
 * of its taking in, or at the counter, on no visit (N12).
 */
function signedAt(command: SignedStep, ticket: Ticket) {
  const { id, onBehalfOf: person = id } = command.actor;
  if (ticket.status === 'none') return { person };
  const { visit, product } = command.data;
  if (visit !== undefined) return aboutVisit(visitOf(ticket, visit), command);
  const held = ticket.custody.find((each) => each.product === product);
  return { ...(held && { visit: held.visit }), person };
}
