import { recordFindings } from '@app/findings';
import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore, requireOpenTicket, requireOwnVisit, visitAt } from '../ticket/preconditions.js';
import type { RecordArrival } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The technician stands at the door; later than the customer was told in time is a finding (V7). */
export function recordArrival(command: RecordArrival, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const { visit, technician, departedAt, expectedBy } = visitAt(
    open,
    command.data.visit,
    'departed',
  );
  requireOwnVisit(command, { technician });
  notBefore(command, departedAt);
  const arrival = { arrivedAt: command.occurredAt, expectedBy };
  return [
    happened(command, 'TechnicianArrived', { visit }, ['V7']),
    ...recordFindings(command, open, broken([found.arrivesWhenExpected], arrival), {
      visit,
      person: technician,
    }),
  ];
}
