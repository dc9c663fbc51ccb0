import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { inOrder } from '../ticket/order-of-steps.js';
import { requireTicketOfFact, visitAt } from '../ticket/preconditions.js';
import type { RemoveTechnician } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { mayChangeCrew } from '../visit/crew.js';
import { notAfter } from '../visit/setting-out.js';
import { owedNothing } from '../visit/unready.js';
import { hasLeft } from '../visit/visit.state.js';

/**
 * Somebody who was to come along, or to come back, is taken off the visit (R10), told late also once it has been made; what
 * they did stays theirs. Of a time before the others set out, nothing of what whoever comes along owes is found of them.
 *
 * @throws NotPossible they are not among the others; the responsible technician changes by rescheduling
 */
export function removeTechnician(
  command: RemoveTechnician,
  ticket: Ticket,
): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const { visit: number, technician } = command.data;
  const visit = visitAt(open, number, ...mayChangeCrew(command));
  if (hasLeft(visit)) notAfter(command, visit.leftAt);
  inOrder(command, visit);
  if (!visit.others.includes(technician)) {
    throw new NotPossible(
      'technician-not-along',
      {
        zh: '该技术员不是这次上门的其他参加人员；负责人须改派',
        en: 'this technician is not among the others of the visit; who is responsible changes by rescheduling',
      },
      '/technician',
    );
  }
  const removed = happened(command, 'TechnicianRemoved', command.data, ['R10']);
  return [removed, ...owedNothing(command, open, visit, removed)];
}
