import { recordFindings } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { recordHash } from '../visit/service-record.js';
import { aboutVisit, sinceArrival } from '../visit/visit.preconditions.js';
import type { RefuseSignature } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The customer does not sign, and says why (V22). The visit can be completed; a supervisor looks at it.
 * Told late, they may have signed since, or the record may say more by now, which this is no answer to.
 */
export function refuseSignature(command: RefuseSignature, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = sinceArrival(command, ticket);
  if ((visit.signed || visit.signatureRefused) && !toldLate(command)) {
    throw new NotPossible('record-already-answered', {
      zh: '客户已签字或已拒签',
      en: 'the customer has signed or refused before',
    });
  }
  const { reason } = command.data;
  const refusal = { visit: visit.visit, reason, record: recordHash(visit, command.occurredAt) };
  const about = { ...aboutVisit(visit, command), remark: reason };
  return [
    happened(command, 'SignatureRefused', refusal, ['V22']),
    ...recordFindings(command, open, broken([found.customerSigns], { refused: true }), about),
  ];
}
