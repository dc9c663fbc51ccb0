import { activeEmployee } from '@app/department';
import type { Contexts } from '@app/event-store';
import { noSuch } from '@app/kernel';
import { ticketStreams } from '@app/tickets';

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
  if (ticket === undefined) return known;
  const { status } = await contexts.read(ticketStreams, ticket);
  if (status !== 'none') return known;
  throw unknownTicket('/ticket');
}

const unknownTicket = noSuch('ticket', { zh: '这张工单', en: 'ticket' });
