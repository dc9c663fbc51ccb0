import { enforce, sum } from '@app/kernel';
import { happened } from '@app/policy';
import { sinceArrival } from '../visit/visit.preconditions.js';
import { lowerQuoteIsASupervisors } from '../rules/lower-quote-is-a-supervisors.js';
import { quoteCoversWhatWasCollected } from '../rules/quote-covers-what-was-collected.js';
import { quoteIsSignedAnew } from '../rules/quote-is-signed-anew.js';
import { signedInTime } from '../visit/signature-time.js';
import type { AcknowledgeCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The customer signs what it will cost (V17). A later quote takes the place of this one: never below
 * what was collected, and lower than it after the repair only by a supervisor (V23).
 */
export function acknowledgeCharge(
  command: AcknowledgeCharge,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { visit } = sinceArrival(command, ticket);
  const { quote, signature } = command.data;
  const total = sum([quote.labour, quote.parts]);
  enforce([quoteIsSignedAnew], { signedAt: signature.signedAt, visit });
  signedInTime(command, visit.arrivedAt);
  enforce([quoteCoversWhatWasCollected, lowerQuoteIsASupervisors], {
    total,
    visit,
    actor: command.actor,
  });
  return [
    happened(command, 'ChargeAcknowledged', { visit: visit.visit, quote, total, signature }, [
      'V17',
    ]),
  ];
}
