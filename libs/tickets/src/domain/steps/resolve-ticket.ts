import { openFindings } from '@app/findings';
import { enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { requireOpenTicket, requireOwnTicket } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { serviceIsRestored } from '../rules/service-is-restored.js';
import type { ResolveTicket } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { isPending, isUnderWay } from '../visit/visit.state.js';

/**
 * The problem is gone: a repair restored the service, or advice did before anybody came. Paper and
 * money of the visits may still follow.
 */
export function resolveTicket(command: ResolveTicket, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  requireOwnTicket(command, open);
  if (open.visits.some((visit) => isPending(visit) || isUnderWay(visit))) {
    throw new NotPossible('visit-outstanding', {
      zh: '尚有未结束的上门，须先结束或取消',
      en: 'a visit is planned or under way; it must end or be cancelled first',
    });
  }
  enforce([serviceIsRestored], open);
  inOrder(command, open);
  const { summary } = command.data;
  return [
    happened(command, 'TicketResolved', { summary, openFindings: openFindings(open.findings) }, [
      'R10',
    ]),
  ];
}
