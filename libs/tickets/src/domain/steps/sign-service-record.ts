import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { sinceArrival } from '../visit/visit.preconditions.js';
import { signedInTime } from '../visit/signature-time.js';
import type { SignServiceRecord } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The customer signs the record and says what they think (V22), also after having refused at first. */
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
  return [happened(command, 'ServiceRecordSigned', command.data, ['V22'])];
}
