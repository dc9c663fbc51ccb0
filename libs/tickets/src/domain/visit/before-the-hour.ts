import type { Found } from '@app/findings';
import { broken, type Command } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import type { RecordCustomerAbsent } from '../ticket/ticket.commands.js';
import type { CustomerAbsent, TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { isWithCustomer } from './came-back.js';
import { crewOf, doerOf, everOn, madeByFormer } from './crew.js';
import { findingsOfCrew } from './findings-of-crew.js';
import { stayedOn } from './own-way.js';
import type { OwnWay } from './own-way.state.js';
import { isExpectedLater } from './promised.js';
import { hasLeft, type PendingVisit, type Visit, type VisitSinceArrival } from './visit.state.js';

/**
 * Whoever found nobody had come, unasked, before the hour that the customer was told, and nobody of the visit
 * stayed: the appointment stands as it was (V7). Not where it had been called off, moved since, or given to others,
 * nor where something was done with the customer before: the visit is made, and what was done stays.
 */
export function standsAsItWas(
  command: Command,
  { status }: OpenedTicket,
  visit: VisitSinceArrival,
): boolean {
  const { occurredAt } = command;
  if (status !== 'open' || visit.returns || isWithCustomer(visit, visit.arrivedAt)) return false;
  if (visit.heldOff?.status === 'cancelled' || madeByFormer(visit) || isUnheard(visit))
    return false;
  const person = doerOf(command, visit);
  const stays = everOn(visit).some((each) => each !== person && stayedOn(visit, each));
  return !stays && isExpectedLater(visit, occurredAt);
}

/** They came at the hour of an appointment before this one, of whose change they had not heard. */
function isUnheard({ earlier = [], arrivedAt }: VisitSinceArrival): boolean {
  return earlier.some(
    ({ window, expectedBy }) => window.from <= arrivedAt && arrivedAt <= expectedBy,
  );
}

/** What an absence says of an appointment that stands, and what is found of its hour. */
interface Kept {
  readonly kept: Pick<CustomerAbsent['data'], 'stands' | 'booked'>;
  readonly clashing: readonly Found[];
}

/**
 * Told when they were held to have left for good, the hour had been given up: the diary keeps it free anew. Nothing is
 * booked for one that is over, nor where others are booked by now, which is found (V7).
 */
export function bookedAnew(
  command: RecordCustomerAbsent,
  visit: VisitSinceArrival,
  stands: boolean,
): Kept {
  const { occurredAt, receivedAt = occurredAt, known } = command;
  const { booked } = visit;
  if (!stands) return { kept: {}, clashing: [] };
  if (!hasLeft(visit) || booked.until <= receivedAt) return { kept: { stands }, clashing: [] };
  const { bookings = [] } = known;
  const clashing = broken([found.oneVisitAtATime], { window: booked, bookings });
  return { kept: { stands, ...(clashing.length === 0 && { booked }) }, clashing };
}

/** Nobody has come for the appointment yet; whoever had come too early is on the way to it. */
export function toBeMadeYet(visit: VisitSinceArrival): PendingVisit {
  const { technician, others, former, window, booked, expectedBy, wishes, stepsAt, firstAt } =
    visit;
  const { ready, earlier, agreedAhead, delay, apart, arrivedAt } = visit;
  const departedAt = visit.departedAt ?? (apart ? undefined : arrivedAt);
  const appointed = {
    ...{ visit: visit.visit, technician, others, former, window, booked, expectedBy, wishes },
    ...{ stepsAt, firstAt, own: onTheWay(visit.own) },
    ...(ready && { ready }),
    ...(earlier && { earlier }),
    ...(agreedAhead && { agreedAhead }),
    ...(delay && { delay }),
  };
  return departedAt === undefined
    ? { ...appointed, status: 'scheduled' }
    : { ...appointed, status: 'departed', departedAt };
}

function onTheWay(own: Visit['own']): Visit['own'] {
  const ways = Object.entries(own).map(([person, way]): [string, OwnWay] => {
    const { arrivedAt, leftAt: _, absentAt: __, returning: ___, ...before } = way;
    const setOut = before.departedAt ?? arrivedAt;
    return [person, { ...before, ...(setOut !== undefined && { departedAt: setOut }) }];
  });
  return Object.fromEntries(ways);
}

/** That nobody had come for it was recorded, and was taken back by their coming too early: it is so (V7). */
export function missedNevertheless(
  command: Command,
  open: OpenedTicket,
  visit: VisitSinceArrival,
): TicketEvent[] {
  const { heldOff } = visit;
  if (heldOff?.status !== 'no-show') return [];
  const missed = { ...command, occurredAt: heldOff.calledOffAt };
  const lapses = crewOf(visit).map((person) => ({ person, rules: [found.appointmentIsKept] }));
  return [
    happened(missed, 'NoShowRecorded', { visit: visit.visit }, ['V7']),
    ...findingsOfCrew(missed, open, visit.visit, lapses),
  ];
}
