import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { hasUnsigned } from '../visit/discrepancies.js';
import { sinceArrival } from '../visit/visit.preconditions.js';
import { signedInTime } from '../visit/signature-time.js';
import type { AcknowledgeDiscrepancy } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The customer signs that the product was found so (V13), also when the technician has left or it was found in the workshop. */
export function acknowledgeDiscrepancy(
  command: AcknowledgeDiscrepancy,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { visit } = sinceArrival(command, ticket);
  const { discrepancies = [] } = visit.inspection ?? {};
  if (!visit.inspection || discrepancies.length === 0) {
    throw new NotPossible('no-discrepancy', {
      zh: '检查未发现不符',
      en: 'no discrepancy was found',
    });
  }
  if (!hasUnsigned(visit.inspection)) {
    throw new NotPossible('discrepancy-acknowledged', {
      zh: '客户已签字确认',
      en: 'the customer has signed it before',
    });
  }
  signedInTime(command, visit.stepsAt.IntegrityInspected);
  const { signature } = command.data;
  return [happened(command, 'DiscrepancyAcknowledged', { visit: visit.visit, signature }, ['V13'])];
}
