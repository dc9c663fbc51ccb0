import { NotPossible, type Instant } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { decidedOn } from '../visit/visit.preconditions.js';
import { recordHash } from '../visit/service-record.js';
import { signedInTime } from '../visit/signature-time.js';
import type { SignServiceRecord } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { VisitSinceArrival } from '../visit/visit.state.js';

/**
 * The customer signs the record as it then is and says what they think (V22), also after having
 * refused at first, be it when the visit's paper was complete with that, and anew after something was added to it. Told late, it may have been signed or
 * added to since: an earlier signature is kept, and does not stand for the later record.
 */
export function signServiceRecord(
  command: SignServiceRecord,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { visit } = decidedOn(command, ticket);
  if (visit.signed && !toldLate(command)) {
    throw new NotPossible('record-already-signed', {
      zh: '服务记录已签字',
      en: 'the record was signed before',
    });
  }
  signedInTime(command, signableSince(command, visit));
  const signed = { ...command.data, record: recordHash(visit, command.occurredAt) };
  return [happened(command, 'ServiceRecordSigned', signed, ['V22'])];
}

/** Told late, it may be the record of an earlier repair, or one from before any. */
function signableSince(
  command: SignServiceRecord,
  { arrivedAt, firstAt, stepsAt }: VisitSinceArrival,
): Instant {
  const { RepairCompleted: repairedAt = arrivedAt } = toldLate(command) ? firstAt : stepsAt;
  return repairedAt <= command.occurredAt ? repairedAt : arrivedAt;
}
