import type { Contexts } from '@app/event-store';
import { noSuch } from '@app/kernel';
import { ticketStreams } from '@app/tickets';

/**
 * The ticket that something goes out for, and whose it is.
 *
 * @throws NotFound `unknown-ticket`
 */
export async function ticketOf(
  ticket: string,
  contexts: Contexts,
): Promise<{ readonly customer?: string }> {
  const found = await contexts.read(ticketStreams, ticket);
  if (found.status === 'none') throw unknownTicket('/ticket');
  const { customer } = found;
  return customer === undefined ? {} : { customer };
}

const unknownTicket = noSuch('ticket', { zh: '这张工单', en: 'ticket' });
