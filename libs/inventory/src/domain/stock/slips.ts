import type { Command } from '@app/kernel';
import type { Stock, StockState } from './stock.books.js';
import { slipTaken } from './stock.errors.js';

/**
 * The number of a new paper: the one that was given, else the command's id.
 *
 * @throws NotPossible `slip-taken` another paper that is remembered has it
 */
export function unusedSlip(
  { id, data }: Command<string, { readonly slip?: string }>,
  stock: Stock,
  papers: (stock: StockState) => readonly { readonly slip: string }[] = everyPaper,
): string {
  const { slip = id } = data;
  if (stock && papers(stock).some((each) => each.slip === slip)) throw slipTaken(slip);
  return slip;
}

export function everyPaper(stock: StockState): readonly { readonly slip: string }[] {
  return [...stock.requests, ...stock.reservations, ...everyOther(stock)];
}

/** But for requests, whose number an issue takes over. */
export function everyOther({
  ways,
  arrived = [],
  receipts,
  sales,
}: StockState): readonly { slip: string }[] {
  return [...ways, ...arrived.map((slip) => ({ slip })), ...receipts, ...sales];
}
