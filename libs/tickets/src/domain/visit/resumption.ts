import type { Command } from '@app/kernel';
import { happened } from '@app/policy';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Visit } from './visit.state.js';

/** Work goes on, on these visits or on another (V19). */
export function resumption(
  command: Command,
  visits: readonly Visit[],
  customerWishes?: string,
): TicketEvent[] {
  const wish = customerWishes === undefined ? {} : { customerWishes };
  return visits.map(({ visit }) => happened(command, 'WorkResumed', { visit, ...wish }, ['V19']));
}
