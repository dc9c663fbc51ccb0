import { Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { atCustomers } from '../visit/visit.preconditions.js';
import type { BidFarewell } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The technician takes leave of the customer and of whoever is responsible there (V26). A customer
 * who is not content keeps the technician there: the last farewell before leaving is what counts.
 *
 * @throws Invalid `nobody-else-asked`
 */
export function bidFarewell(command: BidFarewell, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = atCustomers(command, ticket);
  const { responsiblePersonsAsked, nobodyElse } = command.data;
  if (responsiblePersonsAsked && nobodyElse) {
    throw new Invalid(
      'nobody-else-asked',
      {
        zh: '既称没有其他负责人，又称已询问负责人',
        en: 'nobody else is responsible there, and yet somebody was asked',
      },
      '/nobodyElse',
    );
  }
  return [happened(command, 'FarewellMade', { ...command.data, visit: visit.visit }, ['V26'])];
}
