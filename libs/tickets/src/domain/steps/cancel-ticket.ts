import { enforce, happened, NotPossible } from '@app/kernel';
import { openFindings } from '../findings.js';
import { openTicket } from '../lookup.js';
import { productsAreReturned } from '../rules/products-are-returned.js';
import { receiptIsIssued } from '../rules/receipt-is-issued.js';
import type { CancelTicket } from '../ticket.commands.js';
import type { TicketEvent } from '../ticket.events.js';
import { isPending, isUnderWay, type Ticket } from '../ticket.state.js';

/** The customer no longer wants it, and nothing was done yet. Visits still to be made are cancelled with it. */
export function cancelTicket(command: CancelTicket, ticket: Ticket): readonly TicketEvent[] {
  const open = openTicket(ticket);
  if (open.visits.some((visit) => visit.workStarted || isUnderWay(visit))) {
    throw new NotPossible('work-done', {
      zh: '已上门维修，不能取消；请确认问题已解决',
      en: 'somebody is there or work was done; the ticket is resolved, not cancelled',
    });
  }
  enforce([productsAreReturned], open);
  for (const visit of open.visits) enforce([receiptIsIssued], visit);
  const { reason } = command.data;
  return [
    ...open.visits
      .filter(isPending)
      .map(({ visit }) => happened(command, 'VisitCancelled', { visit, reason }, ['V19'])),
    happened(command, 'TicketCancelled', { reason, openFindings: openFindings(open) }, ['R10']),
  ];
}
