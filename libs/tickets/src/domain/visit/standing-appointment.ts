import type { Command } from '@app/kernel';
import { cameToLight, happened } from '@app/policy';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { movedAfter } from './promised.js';
import type { VisitSinceArrival } from './visit.state.js';

/**
 * The appointment to which a visit was moved by whoever did not know that somebody had come for it before, and
 * had found nobody: the customer was told of it, and expects those who make the visit. It stands as another visit (V7, V19).
 */
export function standingAppointment(
  command: Command,
  { status, visits }: OpenedTicket,
  made: VisitSinceArrival,
): TicketEvent[] {
  const { visit: appointmentOf, window, technician, others, wishes, arrivedAt } = made;
  const movedAt = movedAfter(made, arrivedAt);
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
