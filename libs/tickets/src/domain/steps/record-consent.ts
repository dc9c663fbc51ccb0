import { Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { atWork } from '../visit/visit.preconditions.js';
import type { RecordConsent } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The customer agrees to the service (V11), on site or by phone of a named contact; who agreed first
 * stays on record.
 *
 * @throws Invalid `called-ahead` the call is said to have been later than the consent
 */
export function recordConsent(command: RecordConsent, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = atWork(command, ticket);
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
  return [happened(command, 'ConsentGiven', consent, ['V11'])];
}
