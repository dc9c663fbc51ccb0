import { fen, yuan, type Yuan } from '@app/kernel';
import type { ConsumptionRow } from './consumption.row.js';

/** What was consumed of one material. */
export interface Consumed {
  readonly sku: string;
  readonly name: string;
  readonly class: string;
  readonly quantity: string;
  readonly fen: string;
}

/** Per cent of the value up to which a material is of class A, and of B. */
export interface Shares {
  readonly a: number;
  readonly b: number;
}

/**
 * Those of the greatest value first, each with its share and its class. A material belongs to the class
 * in which its share begins, so that the first one is of class A, whatever its share.
 */
export function classified(
  consumed: readonly Consumed[],
  { a, b }: Shares,
): readonly ConsumptionRow[] {
  const positive = consumed.filter((each) => BigInt(each.fen) > 0n);
  const all = positive.reduce((sum, each) => sum + BigInt(each.fen), 0n);
  const inOrder = positive.toSorted((one, other) => byValue(one, other));
  let before = 0n;
  return inOrder.map(({ fen: value, ...row }) => {
    const begins = before;
    before += BigInt(value);
    const isWithin = (share: number) => begins * 100n < all * BigInt(share);
    return {
      ...row,
      value: yuan(BigInt(value)),
      share: perCent(BigInt(value), all),
      cumulative: perCent(before, all),
      abc: isWithin(a) ? 'A' : isWithin(b) ? 'B' : 'C',
    };
  });
}

/** What each class comes to. */
export function totalsOf(
  rows: readonly ConsumptionRow[],
): readonly { readonly abc: 'A' | 'B' | 'C'; readonly materials: number; readonly value: Yuan }[] {
  return (['A', 'B', 'C'] as const).map((abc) => {
    const of = rows.filter((row) => row.abc === abc);
    const value = yuan(of.reduce((sum, row) => sum + fen(row.value), 0n));
    return { abc, materials: of.length, value };
  });
}

function byValue(one: Consumed, other: Consumed): number {
  const more = BigInt(other.fen) - BigInt(one.fen);
  if (more !== 0n) return more > 0n ? 1 : -1;
  return one.sku < other.sku ? -1 : 1;
}

/** Rounded half up. */
function perCent(part: bigint, all: bigint): string {
  const hundredths = (part * 20_000n + all) / (all * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
