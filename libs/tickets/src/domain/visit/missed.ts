import { recordFindings } from '@app/findings';
import { broken } from '@app/kernel';
import { aboutVisit } from './on-site.js';
import { found } from '../ticket/found.js';
import type { CancelTicket, CancelVisit, RescheduleVisit } from '../ticket/ticket.commands.js';
import type { TicketFinding } from '../ticket/ticket.events.js';
import type { OpenedTicket, Visit } from '../ticket/ticket.state.js';

/**
 * The finding that nobody came by the promised time, when a visit is moved or called off only
 * afterwards (V7). What is said to have been in time but was recorded only afterwards is found too:
 * nobody but who sent it knows when it was, which the supervisor finds out.
 */
export function missedAppointment(
  command: CancelTicket | CancelVisit | RescheduleVisit,
  ticket: OpenedTicket,
  visit: Visit,
): TicketFinding[] {
  const { occurredAt, known } = command;
  if (occurredAt <= visit.expectedBy && known.receivedAt <= visit.expectedBy) return [];
  const about = { ...aboutVisit(visit), remark: command.data.reason };
  return recordFindings(command, ticket, broken([found.appointmentIsKept], visit), about);
}
