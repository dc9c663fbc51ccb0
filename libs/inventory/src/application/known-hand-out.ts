import { activeEmployee } from '@app/department';
import type { Contexts } from '@app/event-store';
import { ticketOf } from './ticket-of.js';

/**
 * What handing out must know of others: that the receiver works here, and that there is the ticket.
 *
 * @throws NotFound `unknown-employee`, `unknown-ticket`
 */
export async function knownHandOut(
  request: { readonly data: { readonly employee: string; readonly ticket?: string } },
  contexts: Contexts,
): Promise<{ readonly employee: 'active' }> {
  const known = await activeEmployee(request, contexts);
  const { ticket } = request.data;
  if (ticket !== undefined) await ticketOf(ticket, contexts);
  return known;
}
