import { withdrawFindings } from '@app/findings';
import { Invalid, minutesBetween, NotPossible } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { requireTicketOfFact, visitAt } from '../ticket/preconditions.js';
import { firstStepAtCustomers } from '../visit/first-step.js';
import { notAfter } from '../visit/setting-out.js';
import { ownVisit } from '../visit/visit.preconditions.js';
import { hasGone } from '../visit/visit.state.js';
import type { RecordCustomerAbsent } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { duties } from './leave-site.js';

/**
 * Nobody was there (V7): the technician waited, called, and went. The visit is over, and nothing of
 * what is owed to a customer who is there is missed; a new appointment has to be made. Told late, they may be
 * held to have left a customer who was there, and to have missed all that.
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
  const over = toldLate(command) ? (['left', 'completed'] as const) : [];
  const there = visitAt(open, data.visit, 'on-site', ...over);
  if (hasGone(there)) notAfter(command, there.leftAt);
  const { visit } = ownVisit(command, { open, visit: there });
  if (visit.greeting ?? (hasGone(visit) && firstStepAtCustomers(visit))) {
    throw new NotPossible('customer-was-there', {
      zh: '已与客户办理过步骤，客户在场，不能记为客户不在',
      en: 'the customer was greeted or took part in a step, and so was there',
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
  const absent = happened(command, 'CustomerAbsent', data, ['V7']);
  const place = { visit: visit.visit };
  const rules = [found.customerIsGreeted, ...duties];
  const since = visit.arrivedAt;
  return [absent, ...withdrawFindings(command, open, { rules, place, since }, absent)];
}
