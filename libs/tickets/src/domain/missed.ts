import { broken, type Command } from '@app/kernel';
import { aboutVisit } from './on-site.js';
import { recordFindings } from './findings.js';
import { appointmentIsKept } from './rules/appointment-is-kept.js';
import type { FindingRecorded } from './ticket.events.js';
import type { OpenedTicket, Visit } from './ticket.state.js';

/** The finding that nobody came by the promised time, when a visit is moved or called off only afterwards (V7). */
export function missedAppointment(
  command: Command<string, { readonly reason: string }>,
  ticket: OpenedTicket,
  visit: Visit,
): FindingRecorded[] {
  if (command.occurredAt <= visit.expectedBy) return [];
  const about = { ...aboutVisit(visit), remark: command.data.reason };
  return recordFindings(command, ticket, broken([appointmentIsKept], visit), about);
}
