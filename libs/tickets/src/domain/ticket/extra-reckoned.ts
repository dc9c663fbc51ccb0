import type { Command } from '@app/kernel';
import { happened } from '@app/policy';
import { extraIncomeOf, isNews } from '../visit/extra-income.js';
import { billAt } from '../visit/money.js';
import { hasArrived } from '../visit/visit.state.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/** What extra service has brought, where it is another than the ticket has said so far (D30). */
export function extraReckoned(command: Command, after: OpenedTicket): readonly TicketEvent[] {
  return after.visits.filter(hasArrived).flatMap((visit) => {
    if (!visit.charge && !visit.extra) return [];
    const bill = billAt(after, visit);
    const now = extraIncomeOf(visit, after.entries, bill);
    if (!isNews(now, visit, bill)) return [];
    return [happened(command, 'ExtraIncomeReckoned', { visit: visit.visit, ...now }, ['D30'])];
  });
}
