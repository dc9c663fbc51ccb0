import { recordFindings } from '@app/findings';
import { broken, type Span } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore, requireOpenTicket, requireOwnVisit, visitAt } from '../ticket/preconditions.js';
import { disturbance } from '../visit/rest-hours.js';
import type { VisitAt } from '../visit/visit.state.js';
import type { RecordArrival } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

const rules = [found.arrivesWhenExpected, found.arrivesNotTooEarly, found.technicianIsInOnePlace];

/**
 * The technician stands at the door. Later than the customer was told in time is a finding, and so
 * is earlier without asking (V7), or being at another customer's just then (R10), or coming
 * in the customer's rest or meal hours (V19). Whoever interrupted the work comes back to it.
 */
export function recordArrival(command: RecordArrival, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const coming = visitAt(open, command.data.visit, 'departed', 'away');
  const { visit, technician } = coming;
  const { from, until } = expected(coming);
  requireOwnVisit(command, { technician });
  notBefore(command, coming.status === 'away' ? coming.leftAt : coming.departedAt);
  const { agreedEarlier = false } = command.data;
  const arrival = {
    arrivedAt: command.occurredAt,
    from,
    expectedBy: until,
    agreedEarlier,
    elsewhere: command.known.elsewhere,
  };
  const disturbed = broken([found.arrivesOutsideRestHours], disturbance(command, open, coming));
  const about = { visit, person: technician };
  return [
    happened(command, 'TechnicianArrived', command.data, ['V7']),
    ...recordFindings(command, open, [...broken(rules, arrival), ...disturbed], about),
  ];
}

/** When the customer expects the technician: at the agreed window, or at the hour agreed for going on. */
function expected(visit: VisitAt<'departed' | 'away'>): Span {
  if (visit.status === 'away') return visit.booked;
  return { from: visit.window.from, until: visit.expectedBy };
}
