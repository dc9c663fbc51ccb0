import { activeThen } from '@app/department';
import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { ticketOf } from './ticket-of.js';

/**
 * What handing out must know of others: that the receiver works here, or did then, and that there is the ticket.
 *
 * @throws NotFound `unknown-employee`, `unknown-ticket`
 */
export async function knownHandOut(
  request: {
    readonly occurredAt: Instant;
    readonly data: { readonly employee: string; readonly ticket?: string };
  },
  contexts: Contexts,
): Promise<{ readonly employee: 'active' }> {
  const known = await activeThen(request, contexts);
  const { ticket } = request.data;
  if (ticket !== undefined) await ticketOf(ticket, contexts);
  return known;
}
