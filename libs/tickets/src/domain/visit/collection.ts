import { fen, sum, type Command, type Yuan } from '@app/kernel';
import { toldLate } from '@app/policy';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { billAt, dueOfLines, isBorne, notDone, owed, paid, type Bill } from './money.js';
import type { VisitSinceArrival } from './visit.state.js';

/** What is to be collected, and the bill of the visit so far. */
export interface Collection {
  readonly amount: Yuan;
  readonly bill: Bill;
}

/**
 * The bill by which money is judged that was taken then. Told late, something might still have been
 * done when it was taken, though the visit or the ticket has ended since; that the ticket had been
 * cancelled, who took it had not heard.
 */
export function billWhenTaken(
  command: Command,
  ticket: OpenedTicket,
  visit: VisitSinceArrival,
): Bill {
  const bill = billAt(ticket, visit);
  const { status, stepsAt } = ticket;
  const ended = status === 'cancelled' ? undefined : stepsAt.TicketResolved;
  const completed = visit.status === 'completed' ? visit.settled?.by : undefined;
  const over = [ended, completed].some((at) => at !== undefined && at <= command.occurredAt);
  return toldLate(command) && !over ? { ...bill, stage: 'under-way' } : bill;
}

/** Whether all collections together would be more than what was signed last. */
export function exceedsQuote({ amount, bill: { money } }: Collection): boolean {
  return paid(money) + fen(amount) > fen(money.charged);
}

/** Whether it was signed, and is more than what is still to be paid of it. */
function exceedsOwed({ amount, bill }: Collection): boolean {
  return fen(amount) > fen(owed(bill)) && !exceedsQuote({ amount, bill });
}

/** Whether it takes what cover bears, which was signed before the cover was found (B2). */
export function takesWhatCoverBears(collection: Collection): boolean {
  const { money } = collection.bill;
  const borne = money.lines.some((line) => line.basis !== 'covered' && isBorne(line, money));
  return borne && exceedsOwed(collection);
}

/** Whether it takes what was never done, where nothing of what was signed was. */
export function takesForNothing(collection: Collection): boolean {
  const { bill } = collection;
  const none = fen(sum(dueOfLines(bill))) === 0n && fen(notDone(bill)) > 0n;
  return none && exceedsOwed(collection) && !takesWhatCoverBears(collection);
}

/** Whether it takes more than is owed for any other reason, as after a waiver. */
export function takesMoreThanOwed(collection: Collection): boolean {
  return (
    exceedsOwed(collection) && !takesWhatCoverBears(collection) && !takesForNothing(collection)
  );
}
