import { happened, NotPossible } from '@app/kernel';
import { openTicket } from '../lookup.js';
import type { ReviewCustomerFile } from '../ticket.commands.js';
import type { TicketEvent } from '../ticket.events.js';
import type { Ticket } from '../ticket.state.js';

/** V6.1: the customer's details are read before anybody goes there. Once is enough, unless there is something to note. */
export function reviewCustomerFile(
  command: ReviewCustomerFile,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { fileReviewed } = openTicket(ticket);
  if (fileReviewed && !command.data.notes) {
    throw new NotPossible('file-already-reviewed', {
      zh: '客户资料已查阅',
      en: 'the customer file was reviewed before',
    });
  }
  return [happened(command, 'CustomerFileReviewed', command.data, ['V6'])];
}
