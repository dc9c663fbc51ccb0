import type { CommandRequest, Participant } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { PartCorrected, PartWithdrawn, TicketEvent } from '../domain/ticket/ticket.events.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import { pieceOf, whichOf } from '../domain/visit/piece.js';
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
  return moved.flatMap((part) => custody.move(part, request));
}

function movesOf(event: TicketEvent, ticket: string, before: Ticket): PartsOfEntry[] {
  if (event.type === 'PartConsumed') {
    const { technician: employee, sku, quantity, visit, entry } = event.data;
    const now = { quantity, ...whichOf(event.data) };
    return [{ employee, sku, ticket, visit, entry, at: event.occurredAt, now }];
  }
  if (event.type !== 'PartCorrected' && event.type !== 'PartWithdrawn') return [];
  return corrected(event, ticket, usedAt(before, event.data.entry) ?? event.occurredAt);
}

function corrected(
  { type, data }: PartCorrected | PartWithdrawn,
  ticket: string,
  at: Instant,
): PartsOfEntry[] {
  const { technician: employee, visit, entry } = data;
  const of = { employee, ticket, visit, entry, at };
  const { sku: formerly, ...before } = data.before;
  if (type === 'PartWithdrawn') return [{ ...of, sku: formerly, before }];
  const { sku, quantity } = data;
  const now = { quantity, ...whichOf(data) };
  if (sku !== formerly)
    return [
      { ...of, sku: formerly, before },
      { ...of, sku, now },
    ];
  const sameOf = pieceOf(data) === pieceOf(data.before) && data.lot === data.before.lot;
  const same = quantity === before.quantity && sameOf;
  return same ? [] : [{ ...of, sku, before, now }];
}

function usedAt(ticket: Ticket, number: number): Instant | undefined {
  const entries = ticket.status === 'none' ? [] : ticket.entries;
  return entries.find(({ entry }) => entry === number)?.at;
}
