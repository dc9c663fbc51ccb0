import { recordFindings } from '@app/findings';
import { broken } from '@app/kernel';
import { aboutVisit } from './visit.preconditions.js';
import { found } from '../ticket/found.js';
import type { CancelTicket, CancelVisit, RescheduleVisit } from '../ticket/ticket.commands.js';
import type { TicketFinding } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { PendingVisit } from './visit.state.js';

/**
 * The finding that nobody came by the promised time, when a visit is moved or called off only
 * afterwards (V7). It is also recorded where the change is said to have been in time but the server
 * heard of it afterwards: the time then rests on the sender's word alone, and a supervisor reviews
 * it.
 */
export function missedAppointment(
  command: CancelTicket | CancelVisit | RescheduleVisit,
  ticket: OpenedTicket,
  visit: PendingVisit,
): TicketFinding[] {
  const { occurredAt, known } = command;
  if (occurredAt <= visit.expectedBy && known.receivedAt <= visit.expectedBy) return [];
  const about = { ...aboutVisit(visit), remark: command.data.reason };
  return recordFindings(command, ticket, broken([found.appointmentIsKept], visit), about);
}
