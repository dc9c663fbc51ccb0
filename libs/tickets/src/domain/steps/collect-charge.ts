import { enforce, fen, Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { sinceArrival } from '../visit/visit.preconditions.js';
import { workDoneIsCharged } from '../rules/work-done-is-charged.js';
import { quoteIsNotExceeded } from '../rules/quote-is-not-exceeded.js';
import type { CollectCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { endedWithoutRepair, type Ticket } from '../ticket/ticket.state.js';

/** Money is taken, all collections together at most what was signed last (V17, V23). Who took it answers for it. */
export function collectCharge(command: CollectCharge, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = sinceArrival(command, ticket);
  const { actor } = command;
  const { amount, method } = command.data;
  if (fen(amount) <= 0n) {
    throw new Invalid(
      'nothing-collected',
      { zh: '收费金额须大于零', en: 'the amount must be above zero' },
      '/amount',
    );
  }
  enforce([quoteIsNotExceeded], { amount, visit });
  if (endedWithoutRepair(open)) enforce([workDoneIsCharged], visit);
  const charge = { visit: visit.visit, amount, method, collectedBy: actor.onBehalfOf ?? actor.id };
  return [happened(command, 'ChargeCollected', charge, ['V17', 'V23'])];
}
