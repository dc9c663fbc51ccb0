import { recordDeeds } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { inOrder } from '../ticket/order-of-steps.js';
import { found } from '../ticket/found.js';
import { requireOpenTicket, visitAt } from '../ticket/preconditions.js';
import type { AddTechnician } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { activeTechnician } from '../visit/appointment.js';
import { crewOf } from '../visit/crew.js';
import { isUnderWay } from '../visit/visit.state.js';

/**
 * One more technician comes along (R10); whether they are free, their diary says. Whoever joins
 * those who are there already, and is at another customer's just then, is found in two places.
 *
 * @throws NotFound · NotPossible no such technician, no longer active, or on the visit already
 */
export function addTechnician(command: AddTechnician, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const { visit: number } = command.data;
  const visit = visitAt(open, number, 'scheduled', 'departed', 'on-site', 'working', 'away');
  inOrder(command, visit);
  const technician = activeTechnician(command.known.technician);
  if (crewOf(visit).includes(technician)) {
    throw new NotPossible(
      'technician-on-visit',
      { zh: '该技术员已参加这次上门', en: 'this technician is on the visit already' },
      '/technician',
    );
  }
  const { elsewhere = [] } = command.known;
  const there = isUnderWay(visit) ? { elsewhere } : { elsewhere: [] };
  const findings = broken([found.technicianIsInOnePlace], there);
  return [
    happened(command, 'TechnicianAdded', { visit: number, technician }, ['R10']),
    ...recordDeeds(command, open, findings, { visit: number, person: technician }),
  ];
}
