import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { sinceArrival } from '../visit/visit.preconditions.js';
import { recordHash } from '../visit/service-record.js';
import { signedInTime } from '../visit/signature-time.js';
import type { SignServiceRecord } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The customer signs the record as it now is and says what they think (V22), also after having
 * refused at first, and anew after something was added to it.
 */
export function signServiceRecord(
  command: SignServiceRecord,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { visit } = sinceArrival(command, ticket);
  if (visit.signed) {
    throw new NotPossible('record-already-signed', {
      zh: '服务记录已签字',
      en: 'the record was signed before',
    });
  }
  signedInTime(command, visit.stepsAt.RepairCompleted ?? visit.arrivedAt);
  const signed = { ...command.data, record: recordHash(visit) };
  return [happened(command, 'ServiceRecordSigned', signed, ['V22'])];
}
