import { enforce, fen, Invalid, sum, yuan } from '@app/kernel';
import { happened } from '@app/policy';
import { coverBearsItsPart } from '../rules/cover-bears-its-part.js';
import { workDoneIsCharged } from '../rules/work-done-is-charged.js';
import { quoteIsNotExceeded } from '../rules/quote-is-not-exceeded.js';
import { receiptIsIssued } from '../rules/receipt-is-issued.js';
import { somethingIsSigned } from '../rules/something-is-signed.js';
import { chargedOn } from '../visit/visit.preconditions.js';
import type { CollectCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { endedWithoutRepair, type Ticket } from '../ticket/ticket.state.js';

/**
 * Money is taken, all collections together at most what was signed last (V17, V23). Who took it
 * answers for it. What is paid when the paper is complete, or the ticket closed, comes with its
 * receipt, since nothing would ask for one later.
 *
 * @throws Invalid `nothing-collected`, pointing at `/amount`
 */
export function collectCharge(command: CollectCharge, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = chargedOn(command, ticket);
  const { actor } = command;
  const { amount, method, receipt } = command.data;
  if (fen(amount) <= 0n) {
    throw new Invalid(
      'nothing-collected',
      { zh: '收费金额须大于零', en: 'the amount must be above zero' },
      '/amount',
    );
  }
  enforce([somethingIsSigned], visit);
  enforce([coverBearsItsPart], { bases: visit.charge!.bases, visit });
  enforce([quoteIsNotExceeded], { amount, visit });
  if (endedWithoutRepair(open)) enforce([workDoneIsCharged], visit);
  const money = { ...visit.money, collected: sum([visit.money.collected, amount]) };
  const isDone = visit.status === 'completed' || open.status === 'closed';
  if (isDone && receipt === undefined) enforce([receiptIsIssued], { ...visit, money });
  const charge = { visit: visit.visit, amount, method, collectedBy: actor.onBehalfOf ?? actor.id };
  const collected = happened(command, 'ChargeCollected', charge, ['V17', 'V23']);
  if (receipt === undefined) return [collected];
  const before = fen(visit.receipt?.amount ?? '0.00');
  const issued = {
    visit: visit.visit,
    number: receipt,
    amount: yuan(fen(money.collected) - before),
  };
  return [collected, happened(command, 'ReceiptIssued', issued, ['V23'])];
}
