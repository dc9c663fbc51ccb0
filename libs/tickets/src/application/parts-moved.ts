import type { CommandRequest, Participant } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { PartCorrected, PartWithdrawn, TicketEvent } from '../domain/ticket/ticket.events.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import type { Custody, PartsOfEntry } from './ports.js';

/**
 * What of a ticket's new events takes parts out of hands, or gives them back (R12): what is used, and
 * what turned out to have been used otherwise. One stream of parts is changed once.
 */
export function partsMoved(
  custody: Custody,
  events: readonly TicketEvent[],
  before: Ticket,
  request: CommandRequest,
): Participant[] {
  const moved = events.flatMap((event) => movesOf(event, request.id, before));
  return moved.map(({ change, ...part }) =>
    change > 0
      ? custody.use({ ...part, quantity: change }, request)
      : custody.takeBack({ ...part, quantity: -change }, request),
  );
}

type Move = Omit<PartsOfEntry, 'quantity'> & { readonly change: number };

function movesOf(event: TicketEvent, ticket: string, before: Ticket): Move[] {
  if (event.type === 'PartConsumed') {
    const { technician: employee, sku, quantity, visit, entry } = event.data;
    return [{ employee, sku, ticket, visit, entry, at: event.occurredAt, change: quantity }];
  }
  if (event.type !== 'PartCorrected' && event.type !== 'PartWithdrawn') return [];
  return corrected(event, ticket, usedAt(before, event.data.entry) ?? event.occurredAt);
}

function corrected(
  { type, data }: PartCorrected | PartWithdrawn,
  ticket: string,
  at: Instant,
): Move[] {
  const { technician: employee, visit, entry, before } = data;
  const of = { employee, ticket, visit, entry, at };
  const back = { ...of, sku: before.sku, change: -before.quantity };
  if (type === 'PartWithdrawn') return [back];
  const { sku, quantity } = data;
  if (sku !== before.sku) return [back, { ...of, sku, change: quantity }];
  const change = quantity - before.quantity;
  return change === 0 ? [] : [{ ...of, sku, change }];
}

function usedAt(ticket: Ticket, number: number): Instant | undefined {
  const entries = ticket.status === 'none' ? [] : ticket.entries;
  return entries.find(({ entry }) => entry === number)?.at;
}
