import { Invalid, minutesBetween, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { requireTicketOfFact, visitAt } from '../ticket/preconditions.js';
import { ownVisit } from '../visit/visit.preconditions.js';
import type { RecordCustomerAbsent } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * Nobody was there (V7): the technician waited, called, and went. The visit is over, and nothing of
 * what is owed to a customer who is there is missed; a new appointment has to be made.
 *
 * @throws NotPossible `customer-was-there` the customer was greeted
 * @throws Invalid `waited-longer-than-there` the waiting is longer than since the arrival
 */
export function recordCustomerAbsent(
  command: RecordCustomerAbsent,
  ticket: Ticket,
): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const { data, occurredAt } = command;
  const { visit } = ownVisit(command, { open, visit: visitAt(open, data.visit, 'on-site') });
  if (visit.greeting) {
    throw new NotPossible('customer-was-there', {
      zh: '已问候过客户，不能记为客户不在',
      en: 'the customer was greeted, and so was there',
    });
  }
  if (data.waitedMinutes > Math.ceil(minutesBetween(visit.arrivedAt, occurredAt))) {
    throw new Invalid(
      'waited-longer-than-there',
      {
        zh: '等候时间长于到场至今的时间',
        en: 'nobody can have waited longer than since the arrival',
      },
      '/waitedMinutes',
    );
  }
  return [happened(command, 'CustomerAbsent', data, ['V7'])];
}
