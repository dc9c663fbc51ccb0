import { recordFindings } from '@app/findings';
import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore, requireOpenTicket, requireOwnVisit, visitAt } from '../ticket/preconditions.js';
import type { RecordArrival } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

const rules = [found.arrivesWhenExpected, found.arrivesNotTooEarly, found.technicianIsInOnePlace];

/**
 * The technician stands at the door. Later than the customer was told in time is a finding, and so
 * is earlier without asking (V7), or being at another customer's just then (R10).
 */
export function recordArrival(command: RecordArrival, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const { visit, technician, departedAt, window, expectedBy } = visitAt(
    open,
    command.data.visit,
    'departed',
  );
  requireOwnVisit(command, { technician });
  notBefore(command, departedAt);
  const { agreedEarlier = false } = command.data;
  const arrival = {
    arrivedAt: command.occurredAt,
    from: window.from,
    expectedBy,
    agreedEarlier,
    elsewhere: command.known.elsewhere,
  };
  return [
    happened(command, 'TechnicianArrived', command.data, ['V7']),
    ...recordFindings(command, open, broken(rules, arrival), {
      visit,
      person: technician,
    }),
  ];
}
