import { fen, yuan, type Fen, type Yuan } from '@app/kernel';
import type { Thousandths } from './quantity.js';

/** So many pieces, and what they are worth together. */
export interface Worth {
  readonly thousandths: Thousandths;
  readonly value: Yuan;
}

/** Digits behind the fen with which an average is kept while it is worked with. */
const FURTHER = 10_000n;
const UNIT = 1_000n;

/**
 * What so many of them are worth, at their moving average: rounded once, half up, to the fen. What
 * takes the last piece takes the value that is left, so that nothing ever lies on no pieces.
 */
export function valueOf(taken: Thousandths, from: Worth): Yuan {
  const left = fen(from.value);
  if (taken >= from.thousandths) return from.value;
  const average = halfUp(left * FURTHER * UNIT, BigInt(from.thousandths));
  const value = halfUp(average * BigInt(taken), FURTHER * UNIT);
  return yuan(value > left ? left : value);
}

/** What was paid for so many of those of a sale that were not taken back; for all of them, all of it. */
export function paidFor(
  thousandths: Thousandths,
  sale: { readonly thousandths: Thousandths; readonly paid: Yuan },
): Yuan {
  return valueOf(thousandths, { thousandths: sale.thousandths, value: sale.paid });
}

/** The same of pieces that have gone already, or come only now: at the average, however many are left. */
export function atAverage(thousandths: Thousandths, from: Worth): Yuan {
  if (from.thousandths === 0) return '0.00';
  return yuan(halfUp(fen(from.value) * BigInt(thousandths), BigInt(from.thousandths)));
}

/** What was there before a count may be more than what has been left since. */
export function takenFrom(taken: Thousandths, from: Worth): Yuan {
  return taken > from.thousandths ? atAverage(taken, from) : valueOf(taken, from);
}

/** What so many cost at a price for the unit, rounded once, half up. */
export function priceOf(thousandths: Thousandths, unitCost: Yuan): Yuan {
  return yuan(halfUp(fen(unitCost) * BigInt(thousandths), UNIT));
}

/** The average cost of a unit, in yuan with six places; of no pieces there is none. */
export function averageOf({ thousandths, value }: Worth): string | undefined {
  if (thousandths === 0) return undefined;
  const digits = halfUp(fen(value) * FURTHER * UNIT, BigInt(thousandths))
    .toString()
    .padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** Neither is below zero. */
function halfUp(dividend: Fen, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
