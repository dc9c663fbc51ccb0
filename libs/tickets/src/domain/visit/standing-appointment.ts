import type { Command, Instant } from '@app/kernel';
import { cameToLight, happened } from '@app/policy';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { madeByFormer } from './crew.js';
import { firstStepAtCustomers } from './first-step.js';
import { isExpectedLater, isExpectedUnheard, movedAfter } from './promised.js';
import type { VisitSinceArrival } from './visit.state.js';

/**
 * The appointment to which a visit was moved, where somebody had come for it before, and had found nobody or
 * done nothing: the customer was told of it, and expects those who make the visit. It stands as another visit (V7, V19).
 *
 * @param goneAt when whoever had come went again
 */
export function standingAppointment(
  command: Command,
  { status, visits }: OpenedTicket,
  made: VisitSinceArrival,
  goneAt: Instant,
): TicketEvent[] {
  const { visit: appointmentOf, technician, others, wishes } = made;
  const calledOff = made.heldOff?.status === 'cancelled';
  const agreedAt = calledOff ? undefined : stillAgreedAt(made, goneAt);
  if (status !== 'open' || agreedAt === undefined) return [];
  const window = made.returns || made.expectedBy > made.window.until ? made.booked : made.window;
  const { occurredAt, receivedAt = occurredAt } = command;
  const visit = visits.length + 1;
  const atCustomersWish = wishes.some(({ at, wished }) => at === agreedAt && wished);
  const over = window.until <= receivedAt;
  const planned = { visit, technician, window, atCustomersWish, appointmentOf };
  const when = { ...command, occurredAt: cameToLight(command, agreedAt) };
  return [
    happened(when, 'VisitScheduled', { ...planned, ...(over && { unbooked: true }) }, [
      'V7',
      'V19',
    ]),
    ...others.map((each) =>
      happened(when, 'TechnicianAdded', { visit, technician: each }, ['R10']),
    ),
  ];
}

/** When the hour was agreed that is still to be kept; undefined: there is none. */
function stillAgreedAt(made: VisitSinceArrival, goneAt: Instant): Instant | undefined {
  const { arrivedAt, returns, stepsAt } = made;
  const moved = returns ? undefined : movedAfter(made, arrivedAt);
  if (moved !== undefined) return moved;
  if (!isExpectedLater(made, goneAt)) return undefined;
  const { VisitScheduled = '', VisitRescheduled = '' } = stepsAt;
  const appointed = VisitScheduled > VisitRescheduled ? VisitScheduled : VisitRescheduled;
  return returns ? returns.at(-1)?.since : appointed;
}

/**
 * As `standingAppointment`, of whoever came before the hour without having heard of it: they went again, and
 * nothing had been done but to greet.
 */
export function stillStanding(
  command: Command,
  open: OpenedTicket,
  made: VisitSinceArrival,
  goneAt: Instant,
): TicketEvent[] {
  const nothing = !made.workStarted && firstStepAtCustomers(made) === undefined;
  const unheard = nothing && !madeByFormer(made) && isExpectedUnheard(made, goneAt);
  return unheard ? standingAppointment(command, open, made, goneAt) : [];
}
