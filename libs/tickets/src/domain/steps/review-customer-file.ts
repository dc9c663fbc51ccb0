import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { requireOpenTicket, requireOwnTicket } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { ReviewCustomerFile } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * V6.1: the customer's details are read before anybody goes there, by the technician who is to go, or
 * in the office. Once is enough, unless there is something to note.
 */
export function reviewCustomerFile(
  command: ReviewCustomerFile,
  ticket: Ticket,
): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  requireOwnTicket(command, open);
  inOrder(command, open);
  if (open.fileReviewed && !command.data.notes) {
    throw new NotPossible('file-already-reviewed', {
      zh: '客户档案已查阅',
      en: 'the customer file was reviewed before',
    });
  }
  return [happened(command, 'CustomerFileReviewed', command.data, ['V6'])];
}
