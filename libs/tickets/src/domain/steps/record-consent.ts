import { enforceOrFind, recordFindings } from '@app/findings';
import { Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { aboutVisit, atWork } from '../visit/visit.preconditions.js';
import { found } from '../ticket/found.js';
import type { RecordConsent } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The customer agrees to the service (V11), on site or by phone of a named contact, who was called for
 * this service and not before it was asked for; who agreed first stays on record.
 *
 * @throws Invalid `called-ahead` the call is said to have been later than the consent
 */
export function recordConsent(command: RecordConsent, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atWork(command, ticket);
  if (visit.consented) return [];
  const { by, phone } = command.data;
  if (phone && phone.calledAt > command.occurredAt) {
    throw new Invalid(
      'called-ahead',
      { zh: '通话时间不能晚于记录的同意时间', en: 'the call cannot be later than the consent' },
      '/phone/calledAt',
    );
  }
  const consent = { visit: visit.visit, by, ...(phone && { phone }) };
  const { openedAt } = open;
  const missed = enforceOrFind(command, [found.consentIsForThisCall], {
    ...command.data,
    openedAt,
  });
  return [
    happened(command, 'ConsentGiven', consent, ['V11']),
    ...recordFindings(command, open, missed, aboutVisit(visit, command)),
  ];
}
