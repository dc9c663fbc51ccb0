import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { requireOwnTicket, requireTicketOfFact } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { ReviewCustomerFile } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { studiedFor } from '../visit/studied-for.js';
import { hasStudied } from '../visit/studies.js';

/**
 * V6.1: the customer's details are read before anybody goes there, by each technician for the visit
 * that they are to make; what the office reads helps nobody's own. Once is enough for each, unless there
 * is something to note or it was earlier than what is known.
 */
export function reviewCustomerFile(
  command: ReviewCustomerFile,
  ticket: Ticket,
): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  requireOwnTicket(command, open);
  inOrder(command, open);
  const { notes } = command.data;
  const study = studiedFor(command, open);
  if (wasRead(command, open, study) && !notes) {
    throw new NotPossible('file-already-reviewed', {
      zh: '客户档案已查阅',
      en: 'the customer file was reviewed before',
    });
  }
  const reviewed = { ...study, ...(notes !== undefined && { notes }) };
  return [happened(command, 'CustomerFileReviewed', reviewed, ['V6'])];
}

/** By the same technician for the same visit, or by the office, until the time of the step. */
function wasRead(
  { occurredAt: departedAt }: ReviewCustomerFile,
  { studies, fileReadAt }: OpenedTicket,
  { visit, technician }: ReturnType<typeof studiedFor>,
): boolean {
  if (visit === undefined || technician === undefined)
    return fileReadAt !== undefined && fileReadAt <= departedAt;
  return hasStudied('file', { studies, visit, technician, departedAt });
}
