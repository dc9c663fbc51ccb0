import { recordDeeds } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { inOrder } from '../ticket/order-of-steps.js';
import { found } from '../ticket/found.js';
import { requireTicketOfFact, visitAt, visitOf } from '../ticket/preconditions.js';
import type { AddTechnician } from '../ticket/ticket.commands.js';
import type { TechnicianAdded, TicketEvent, TicketFinding } from '../ticket/ticket.events.js';
import { evolve } from '../ticket/ticket.evolve.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { activeTechnician } from '../visit/appointment.js';
import { crewOf, mayChangeCrew } from '../visit/crew.js';
import { departureJudged } from '../visit/judged-departure.js';
import { notAfter } from '../visit/setting-out.js';
import { unready } from '../visit/unready.js';
import { hasLeft, isUnderWay } from '../visit/visit.state.js';

/**
 * One more technician comes along (R10), or comes along to the return to work that is interrupted; whether they are free, their diary says. Whoever joins
 * those who are there already, and is at another customer's just then, is found in two places.
 *
 * @throws NotFound · NotPossible no such technician, no longer active, or on the visit already
 */
export function addTechnician(command: AddTechnician, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const { visit: number } = command.data;
  const visit = visitAt(open, number, ...mayChangeCrew(command));
  if (hasLeft(visit)) notAfter(command, visit.leftAt);
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
  const added = happened(command, 'TechnicianAdded', { visit: number, technician }, ['R10']);
  return [
    added,
    ...recordDeeds(command, open, findings, { visit: number, person: technician }),
    ...setOutAlong(command, open, added),
  ];
}

/** Told when the others had set out, whoever came along did so too, and is judged by it like them (V4, V6). */
function setOutAlong(
  command: AddTechnician,
  before: OpenedTicket,
  added: TechnicianAdded,
): TicketFinding[] {
  const open = evolve(before, added) as OpenedTicket;
  const { visit: number, technician } = added.data;
  const visit = visitOf(open, number);
  const at = departureJudged(visit, technician);
  if (at === undefined || at < command.occurredAt) return [];
  return unready({ ...command, occurredAt: at }, open, visit, [technician]);
}
