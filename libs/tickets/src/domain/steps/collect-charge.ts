import { enforceOrFind, recordFindings, type Found } from '@app/findings';
import { enforce, fen, Invalid, sum, yuan, type Yuan } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { receiptIsIssued } from '../rules/receipt-is-issued.js';
import { billWhenTaken, takesWhatCoverBears } from '../visit/collection.js';
import {
  aboutVisit,
  chargedOn,
  withMoney,
  type VisitOfTicket,
} from '../visit/visit.preconditions.js';
import { found } from '../ticket/found.js';
import type { VisitSinceArrival } from '../visit/visit.state.js';
import type { CollectCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * Money is taken, all collections together at most what was signed last (V17, V23); once the visit is
 * over, at most what of that was done and nobody else bears. Who took it answers for it. What is paid when the paper is complete, or the ticket closed, comes with its
 * receipt, since nothing would ask for one later; told late, a closing is undone for it,
 * and what was taken on a ticket that had been cancelled is stored, to be given back as far as nothing was done for it. Of part of it, it may say how
 * the customer pays the rest, as agreed.
 *
 * @throws Invalid `nothing-collected`, pointing at `/amount`
 */
export function collectCharge(command: CollectCharge, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = toldLate(command)
    ? withMoney(command, ticket)
    : chargedOn(command, ticket);
  const { actor } = command;
  const { amount, method, receipt, restAgreed } = command.data;
  if (fen(amount) <= 0n) {
    throw new Invalid(
      'nothing-collected',
      { zh: '收费金额须大于零', en: 'the amount must be above zero' },
      '/amount',
    );
  }
  const missed = unquoted(command, { open, visit });
  const money = { ...visit.money, collected: sum([visit.money.collected, amount]) };
  const isDone = visit.status === 'completed' || open.status === 'closed';
  if (isDone && receipt === undefined && !toldLate(command)) {
    enforce([receiptIsIssued], { ...visit, money });
  }
  const charge = {
    visit: visit.visit,
    amount,
    method,
    collectedBy: actor.onBehalfOf ?? actor.id,
    ...(restAgreed !== undefined && { restAgreed }),
  };
  const collected = happened(command, 'ChargeCollected', charge, ['V17', 'V23']);
  return [
    collected,
    ...receiptFor(command, visit, money.collected),
    ...recordFindings(command, open, missed, aboutVisit(visit)),
  ];
}

/** The receipt that comes with the money, where one does, for all that has none yet (V23). */
function receiptFor(
  command: CollectCharge,
  { visit, receipt }: VisitSinceArrival,
  collected: Yuan,
): TicketEvent[] {
  const { receipt: number } = command.data;
  if (number === undefined) return [];
  const amount = yuan(fen(collected) - fen(receipt?.amount ?? '0.00'));
  return [happened(command, 'ReceiptIssued', { visit, number, amount }, ['V23'])];
}

/** What the collection lacks in what was signed; where nothing was, it is that alone. */
function unquoted(
  command: CollectCharge,
  { open, visit }: VisitOfTicket<VisitSinceArrival>,
): Found[] {
  const unsigned = enforceOrFind(command, [found.somethingIsSigned], visit);
  if (visit.charge === undefined) return unsigned;
  const collection = { amount: command.data.amount, bill: billWhenTaken(command, open, visit) };
  const bases = takesWhatCoverBears(collection) ? (['out-of-cover'] as const) : [];
  return [
    ...enforceOrFind(command, [found.coverBearsItsPart], { bases, visit }),
    ...enforceOrFind(
      command,
      [found.quoteIsNotExceeded, found.workDoneIsCharged, found.noMoreThanOwedIsCollected],
      collection,
    ),
  ];
}
