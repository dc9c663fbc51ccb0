import { fen, sum, type Yuan } from '@app/kernel';
import { dueOfLines, isBorne, notDone, owed, type Bill } from './money.js';

/** What is to be collected, and the bill of the visit so far. */
export interface Collection {
  readonly amount: Yuan;
  readonly bill: Bill;
}

/** Whether all collections together would be more than what was signed last. */
export function exceedsQuote({ amount, bill: { money } }: Collection): boolean {
  return fen(money.collected) + fen(amount) > fen(money.charged);
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
