import type { Command, Instant } from '@app/kernel';
import { cameToLight, happened } from '@app/policy';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { madeByFormer } from './crew.js';
import { firstStepAtCustomers } from './first-step.js';
import { isExpectedLater, movedAfter } from './promised.js';
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
  const { visit: appointmentOf, window, technician, others, wishes, arrivedAt, earlier } = made;
  const before = isExpectedLater(made, goneAt) ? earlier?.at(-1)?.until : undefined;
  const movedAt = movedAfter(made, arrivedAt) ?? before;
  if (status !== 'open' || movedAt === undefined || made.returns) return [];
  const { occurredAt, receivedAt = occurredAt } = command;
  const visit = visits.length + 1;
  const atCustomersWish = wishes.some(({ at, wished }) => at === movedAt && wished);
  const over = window.until <= receivedAt;
  const planned = { visit, technician, window, atCustomersWish, appointmentOf };
  const when = { ...command, occurredAt: cameToLight(command, movedAt) };
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
  const unheard = nothing && !madeByFormer(made) && isExpectedLater(made, goneAt);
  return unheard ? standingAppointment(command, open, made, goneAt) : [];
}
