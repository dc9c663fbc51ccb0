import { fen, yuan, type Yuan } from '@app/kernel';

/** Movements, receipts, sales and uses that are remembered one by one. */
export const REMEMBERED = 60;

export function inThousandths(quantity: number): number {
  return Math.round(quantity * 1000);
}

export function lastOf<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return [...items, item].slice(-REMEMBERED);
}

export function added(value: Yuan, change: Yuan, sign: 1 | -1): Yuan {
  return yuan(fen(value) + BigInt(sign) * fen(change));
}
