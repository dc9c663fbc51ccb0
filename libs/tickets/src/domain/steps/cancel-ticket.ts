import { openFindings } from '@app/findings';
import { enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { requireOpenTicket } from '../ticket/preconditions.js';
import { isToBeMade } from '../visit/crew.js';
import { changedAppointments, enteredLater } from '../visit/changed-appointment.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { moneyIsRefunded } from '../rules/money-is-refunded.js';
import { productsAreReturned } from '../rules/products-are-returned.js';
import { receiptIsIssued } from '../rules/receipt-is-issued.js';
import type { CancelTicket } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { hasArrived, isUnderWay } from '../visit/visit.state.js';

/**
 * The customer no longer wants it, and nothing was done yet. Visits still to be made are cancelled
 * with it, of which the customer is told unless they asked for it; that nobody told them, or came in time, is found (V7).
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
  const said = command.data;
  const pending = open.visits.filter(isToBeMade);
  const changed = changedAppointments(command, open, pending);
  const found = [...openFindings(open.findings), ...changed.map(({ data }) => data.finding)];
  const calledOff = { ...said, ...enteredLater(command) };
  return [
    ...pending.map(({ visit }) =>
      happened(command, 'VisitCancelled', { visit, ...calledOff }, ['V19']),
    ),
    ...changed,
    happened(command, 'TicketCancelled', { ...said, openFindings: found }, ['R10']),
  ];
}
