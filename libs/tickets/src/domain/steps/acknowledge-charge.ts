import { happened, sum } from '@app/kernel';
import { sinceArrival } from '../on-site.js';
import type { AcknowledgeCharge } from '../ticket.commands.js';
import type { TicketEvent } from '../ticket.events.js';
import type { Ticket } from '../ticket.state.js';

/** The customer signs what it will cost (V17). A later quote, higher or lower, takes the place of this one. */
export function acknowledgeCharge(
  command: AcknowledgeCharge,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { visit } = sinceArrival(command, ticket);
  const { quote, signature } = command.data;
  const total = sum([quote.labour, quote.parts]);
  return [
    happened(command, 'ChargeAcknowledged', { visit: visit.visit, quote, total, signature }, [
      'V17',
    ]),
  ];
}
