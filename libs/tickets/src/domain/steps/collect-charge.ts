import { enforceOrFind, recordFindings } from '@app/findings';
import { fen, Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { aboutVisit, sinceArrival } from '../visit/visit.preconditions.js';
import { found } from '../ticket/found.js';
import type { CollectCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

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
  const missed = enforceOrFind(command, [found.quoteIsNotExceeded], { amount, visit });
  const charge = { visit: visit.visit, amount, method, collectedBy: actor.onBehalfOf ?? actor.id };
  return [
    happened(command, 'ChargeCollected', charge, ['V17', 'V23']),
    ...recordFindings(command, open, missed, aboutVisit(visit)),
  ];
}
