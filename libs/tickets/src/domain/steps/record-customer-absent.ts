import { withdrawFindings } from '@app/findings';
import { Invalid, minutesBetween, NotPossible, type Instant } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { requireTicketOfFact, visitAt, visitOf } from '../ticket/preconditions.js';
import { firstStepAtCustomers } from '../visit/first-step.js';
import { notAfter } from '../visit/setting-out.js';
import { standingAppointment } from '../visit/standing-appointment.js';
import { ownVisit } from '../visit/visit.preconditions.js';
import { cameBackAt, isWithCustomer } from '../visit/came-back.js';
import { hasGone, type VisitSinceArrival } from '../visit/visit.state.js';
import type { RecordCustomerAbsent } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { duties } from './leave-site.js';

/**
 * Nobody was there (V7), at the first arrival or at the return to work that was interrupted: the technician
 * waited, called, and went. The visit is over, and nothing of
 * what is owed to a customer who is there is missed; a new appointment has to be made. Told late, they may be
 * held to have left a customer who was there, and to have missed all that; and where the visit was moved before
 * that was known, the new appointment stands, as a visit of its own.
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
  const back = cameBackAt(visitOf(open, data.visit));
  const returned = back === undefined ? [] : (['working'] as const);
  const there = visitAt(open, data.visit, 'on-site', ...returned, ...over);
  if (hasGone(there)) notAfter(command, there.leftAt);
  const { visit } = ownVisit(command, { open, visit: there });
  if (wasThere(visit, back)) {
    throw new NotPossible('customer-was-there', {
      zh: '已与客户办理过步骤，客户在场，不能记为客户不在',
      en: 'the customer was greeted or took part in a step, and so was there',
    });
  }
  const since = back ?? visit.arrivedAt;
  if (data.waitedMinutes > Math.ceil(minutesBetween(since, occurredAt))) {
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
  return [
    absent,
    ...withdrawFindings(command, open, { rules, place, since }, absent),
    ...standingAppointment(command, open, visit, occurredAt),
  ];
}

/** Of a return, whoever was there before may be gone by then. */
function wasThere(visit: VisitSinceArrival, back: Instant | undefined): boolean {
  if (back !== undefined) return isWithCustomer(visit, back);
  const stepped = hasGone(visit) && firstStepAtCustomers(visit) !== undefined;
  return visit.greeting !== undefined || stepped;
}
