import { openFindings } from '@app/findings';
import { enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { requireOpenTicket } from '../ticket/preconditions.js';
import { missedAppointment } from '../visit/missed-appointment.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { moneyIsRefunded } from '../rules/money-is-refunded.js';
import { productsAreReturned } from '../rules/products-are-returned.js';
import { receiptIsIssued } from '../rules/receipt-is-issued.js';
import type { CancelTicket } from '../ticket/ticket.commands.js';
import type { TicketEvent, TicketFinding } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { hasArrived, isPending, isUnderWay } from '../visit/visit.state.js';

/**
 * The customer no longer wants it, and nothing was done yet. Visits still to be made are cancelled
 * with it; one that nobody came to in time is found (V7).
 */
export function cancelTicket(command: CancelTicket, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const made = open.visits.filter(hasArrived);
  if (made.some((visit) => visit.workStarted || isUnderWay(visit))) {
    throw new NotPossible('work-done', {
      zh: '已上门维修，不能取消；请确认问题已解决',
      en: 'somebody is there or work was done; the ticket is resolved, not cancelled',
    });
  }
  enforce([productsAreReturned], open);
  for (const visit of made) enforce([receiptIsIssued, moneyIsRefunded], visit);
  inOrder(command, open);
  const { reason } = command.data;
  const pending = open.visits.filter(isPending);
  const missed = pending
    .flatMap((visit) => missedAppointment(command, open, visit))
    .map((event, index) => numbered(event, open.findings.length + index + 1));
  const found = [...openFindings(open.findings), ...missed.map(({ data }) => data.finding)];
  return [
    ...pending.map(({ visit }) => happened(command, 'VisitCancelled', { visit, reason }, ['V19'])),
    ...missed,
    happened(command, 'TicketCancelled', { reason, openFindings: found }, ['R10']),
  ];
}

/** Several visits may have been missed: their findings are numbered on from each other. */
function numbered(event: TicketFinding, finding: number): TicketFinding {
  return { ...event, data: { ...event.data, finding } };
}
