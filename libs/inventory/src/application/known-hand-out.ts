import { activeEmployee } from '@app/department';
import type { Contexts } from '@app/event-store';
import { NotFound } from '@app/kernel';
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
  const says = { zh: `没有工单 ${ticket}`, en: `there is no ticket ${ticket}` };
  throw new NotFound('unknown-ticket', says, '/ticket');
}
