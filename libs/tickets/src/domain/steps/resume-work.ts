import { NotPossible } from '@app/kernel';
import { atWork } from '../on-site.js';
import { resumption } from '../resumption.js';
import type { ResumeWork } from '../ticket.commands.js';
import type { TicketEvent } from '../ticket.events.js';
import type { Ticket } from '../ticket.state.js';

/** Work goes on (V19); the restoration clock too, if the customer had stopped it (B2). */
export function resumeWork(command: ResumeWork, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atWork(command, ticket);
  if (!visit.suspension) {
    throw new NotPossible('work-not-suspended', {
      zh: '维修未曾中断',
      en: 'the work is not suspended',
    });
  }
  return resumption(command, open, [visit]);
}
