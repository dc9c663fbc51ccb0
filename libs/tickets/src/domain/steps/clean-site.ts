import { happened } from '@app/policy';
import { wasBeforeEndOfWork } from '../visit/end-of-work.js';
import { atCustomers } from '../visit/visit.preconditions.js';
import type { CleanSite } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The rubbish of the repair is taken along (V21), and everything stands where it stood (V20). */
export function cleanSite(command: CleanSite, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = atCustomers(command, ticket);
  const done = visit.cleaned && !wasBeforeEndOfWork(visit, 'SiteCleaned');
  return done ? [] : [happened(command, 'SiteCleaned', { visit: visit.visit }, ['V21'])];
}
