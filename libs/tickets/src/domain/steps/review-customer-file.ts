import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { requireOwnTicket, requireTicketOfFact } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { ReviewCustomerFile } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * V6.1: the customer's details are read before anybody goes there, by the technician who is to go, or
 * in the office. Once is enough, unless there is something to note or it was earlier than what is known.
 */
export function reviewCustomerFile(
  command: ReviewCustomerFile,
  ticket: Ticket,
): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  requireOwnTicket(command, open);
  inOrder(command, open);
  const reviewed = open.fileReviewedAt;
  const before = reviewed !== undefined && reviewed <= command.occurredAt;
  if (before && !command.data.notes) {
    throw new NotPossible('file-already-reviewed', {
      zh: '客户档案已查阅',
      en: 'the customer file was reviewed before',
    });
  }
  return [happened(command, 'CustomerFileReviewed', command.data, ['V6'])];
}
