import { NotPossible } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { asOf, hasUnsigned, type Inspection } from '../visit/discrepancies.js';
import { sinceArrival } from '../visit/visit.preconditions.js';
import { signedInTime } from '../visit/signature-time.js';
import type { AcknowledgeDiscrepancy } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { VisitSinceArrival } from '../visit/visit.state.js';

/** The customer signs that the product was found so (V13), also when the technician has left or it was found in the workshop. */
export function acknowledgeDiscrepancy(
  command: AcknowledgeDiscrepancy,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { visit } = sinceArrival(command, ticket);
  const inspection = inspectionThen(command, visit);
  if (!inspection || inspection.discrepancies.length === 0) {
    throw new NotPossible('no-discrepancy', {
      zh: '检查未发现不符',
      en: 'no discrepancy was found',
    });
  }
  if (!hasUnsigned(inspection)) {
    throw new NotPossible('discrepancy-acknowledged', {
      zh: '客户已签字确认',
      en: 'the customer has signed it before',
    });
  }
  const last = inspection.discrepancies.toSorted().at(-1);
  signedInTime(command, toldLate(command) ? last : visit.stepsAt.IntegrityInspected);
  const { signature } = command.data;
  return [happened(command, 'DiscrepancyAcknowledged', { visit: visit.visit, signature }, ['V13'])];
}

/** Told late, a later look may have found more, and the customer have signed since. */
function inspectionThen(
  command: AcknowledgeDiscrepancy,
  { inspection }: VisitSinceArrival,
): Inspection | undefined {
  return inspection && toldLate(command) ? asOf(inspection, command.occurredAt) : inspection;
}
