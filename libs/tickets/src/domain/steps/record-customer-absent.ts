import { recordDeeds, withdrawFindings } from '@app/findings';
import { Invalid, minutesBetween, NotPossible, type Instant } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore, requireTicketOfFact, visitAt, visitOf } from '../ticket/preconditions.js';
import { evolve } from '../ticket/ticket.evolve.js';
import { doerOf, everOn } from '../visit/crew.js';
import { bookedAnew, missedNevertheless, standsAsItWas } from '../visit/before-the-hour.js';
import { metSince, othersLeftAt } from '../visit/found-nobody.js';
import { missedAt, wayOf } from '../visit/own-way.js';
import { firstStepAtCustomers } from '../visit/first-step.js';
import { notAfter } from '../visit/setting-out.js';
import { standingAppointment } from '../visit/standing-appointment.js';
import { aboutVisit, ownVisit } from '../visit/visit.preconditions.js';
import { cameBackAt, isWithCustomer } from '../visit/came-back.js';
import {
  hasArrived,
  hasGone,
  hasLeft,
  type Visit,
  type VisitSinceArrival,
} from '../visit/visit.state.js';
import type { RecordCustomerAbsent } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { duties, owedAtTheEnd } from './leave-site.js';

/**
 * Nobody was there (V7), at the first arrival or at the return to work that was interrupted: the technician
 * waited, called, and went. The visit is over, and nothing of
 * what is owed to a customer who is there is missed; a new appointment has to be made. Told late, they may be
 * held to have left a customer who was there, to have missed all that, and to be free; and where the visit was moved before
 * that was known, the new appointment stands, as a visit of its own. Where another of the visit met the customer
 * after that, it ends for whoever says so alone. Before the hour that the customer was told the appointment stands as it
 * was, and so does a no-show of it.
 *
 * @throws NotPossible `customer-was-there` the customer was greeted
 * @throws Invalid `waited-longer-than-there` the waiting is longer than since the arrival
 */
export function recordCustomerAbsent(
  command: RecordCustomerAbsent,
  ticket: Ticket,
): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const { data } = command;
  const known = visitOf(open, data.visit);
  if (metByAnother(command, known)) return foundNobodyAlone(command, open, known);
  const over = toldLate(command) ? (['left', 'completed'] as const) : [];
  const back = cameBackAt(known);
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
  const since = back ?? cameAtOf(visit, doerOf(command, visit));
  waitedSince(command, since);
  const stands = standsAsItWas(command, open, visit);
  const { kept, clashing } = bookedAnew(command, visit, stands);
  const absent = happened(command, 'CustomerAbsent', { ...data, ...kept }, ['V7']);
  const place = { visit: visit.visit };
  const rules = [found.customerIsGreeted, ...duties];
  return [
    absent,
    ...withdrawFindings(command, open, { rules, place, since }, absent),
    ...recordDeeds(command, open, clashing, aboutVisit(visit, command)),
    ...(stands
      ? missedNevertheless(command, open, visit)
      : standingAppointment(command, open, visit, command.occurredAt)),
  ];
}

/** Told late, others of the visit met the customer only after it; whoever is alone on a visit met them themself. */
function metByAnother(command: RecordCustomerAbsent, visit: Visit): visit is VisitSinceArrival {
  if (!toldLate(command) || !hasArrived(visit)) return false;
  const person = doerOf(command, visit);
  const others = everOn(visit).some(
    (each) => each !== person && missedAt(visit, each) === undefined,
  );
  return others && metSince(visit, command.occurredAt) !== undefined;
}

/** They had gone when the customer was met: whoever met them answers for what was owed. */
function foundNobodyAlone(
  command: RecordCustomerAbsent,
  open: OpenedTicket,
  known: VisitSinceArrival,
): TicketEvent[] {
  const { visit } = ownVisit(command, { open, visit: known });
  const person = doerOf(command, visit);
  const since = cameAtOf(visit, person);
  notBefore(command, since);
  waitedSince(command, since);
  const leftAt = othersLeftAt(visit, person);
  const said = { ...command.data, technician: person, ...(leftAt !== undefined && { leftAt }) };
  const absent = happened(command, 'CustomerAbsent', said, ['V7']);
  const place = { visit: visit.visit, person };
  const rules = [found.customerIsGreeted, ...duties];
  const withdrawn = withdrawFindings(command, open, { rules, place, since }, absent);
  const after = [absent, ...withdrawn].reduce(evolve, open as Ticket) as OpenedTicket;
  const now = visitOf(after, visit.visit);
  const owed =
    hasLeft(now) && !now.returning
      ? owedAtTheEnd({ ...command, occurredAt: now.leftAt }, after, now)
      : [];
  return [absent, ...withdrawn, ...owed];
}

/** When somebody came to the visit, by themself or with the others. */
function cameAtOf(visit: VisitSinceArrival, person: string): Instant {
  return wayOf(visit, person).arrivedAt ?? visit.arrivedAt;
}

/** @throws Invalid `waited-longer-than-there` */
function waitedSince({ data, occurredAt }: RecordCustomerAbsent, since: Instant): void {
  if (data.waitedMinutes <= Math.ceil(minutesBetween(since, occurredAt))) return;
  throw new Invalid(
    'waited-longer-than-there',
    {
      zh: '等候时间长于到场至今的时间',
      en: 'nobody can have waited longer than since the arrival',
    },
    '/waitedMinutes',
  );
}

/** Of a return, whoever was there before may be gone by then. */
function wasThere(visit: VisitSinceArrival, back: Instant | undefined): boolean {
  if (back !== undefined) return isWithCustomer(visit, back);
  const stepped = hasGone(visit) && firstStepAtCustomers(visit) !== undefined;
  return visit.greeting !== undefined || stepped;
}
