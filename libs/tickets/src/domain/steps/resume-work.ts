import { recordFindings } from '@app/findings';
import { NotPossible } from '@app/kernel';
import { aboutVisit, atWork } from '../visit/visit.preconditions.js';
import { resumption } from '../visit/resumption.js';
import { unsignedAtWork } from '../visit/work.preconditions.js';
import type { ResumeWork } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { suspensionOf } from '../visit/visit.state.js';

/**
 * Work goes on (V19), unless something has turned up that the customer must sign first (V13, V17);
 * the restoration clock too, if the customer had stopped it (B2).
 */
export function resumeWork(command: ResumeWork, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atWork(command, ticket);
  if (!suspensionOf(visit)) {
    throw new NotPossible('work-not-suspended', {
      zh: '维修未曾中断',
      en: 'the work is not suspended',
    });
  }
  const missed = unsignedAtWork(command, visit);
  return [
    ...resumption(command, open, [visit]),
    ...recordFindings(command, open, missed, aboutVisit(visit)),
  ];
}
