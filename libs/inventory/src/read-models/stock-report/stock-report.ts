import { yuan, type Yuan } from '@app/kernel';
import type { Movement, StockEvent } from '../../contract.js';

/** So much, and what it is worth. */
export class AmountBody {
  /** Units of the material, as decimal text. */
  readonly quantity!: string;
  readonly value!: Yuan;
}

/* The columns of the report, each with what is told in it. Out is shown as what went, above zero. */

export class ComingIn {
  /** Opening entries. */
  readonly entered!: AmountBody;
  /** 进: from suppliers. */
  readonly received!: AmountBody;
  /** From other places. */
  readonly takenIn!: AmountBody;
  /** What was on its way to somebody who did not take it. */
  readonly declined!: AmountBody;
  /** From customers. */
  readonly takenBack!: AmountBody;
}

export class GoingOut {
  /** 领用, and to other places. */
  readonly issued!: AmountBody;
  /** Out of somebody's hands, unused. */
  readonly returned!: AmountBody;
  /** 消: on tickets. */
  readonly used!: AmountBody;
  /** 销. */
  readonly sold!: AmountBody;
  readonly scrapped!: AmountBody;
}

/** A material at a place: opening + in − out + adjusted + price difference + late = closing. */
export class StockReportRow {
  readonly sku!: string;
  readonly place!: string;
  readonly opening!: AmountBody;
  readonly in!: ComingIn;
  readonly out!: GoingOut;
  /** Counted less the books, of approved stocktakes (R16). */
  readonly adjusted!: AmountBody;
  /** Receipts that cost something else than was said. */
  readonly priceDifference!: AmountBody;
  /** What happened in the period and was recorded only after its end, in and out against each other. */
  readonly late!: AmountBody;
  readonly closing!: AmountBody;
}

/** What one kind of movement comes to, as it is read. */
export interface Counted {
  readonly sku: string;
  readonly place: string;
  /** An event's type, or `opening`, or `late`. */
  readonly told: StockEvent['type'] | 'opening' | 'late';
  readonly thousandths: string;
  readonly fen: string;
}

interface Sum {
  readonly thousandths: bigint;
  readonly fen: bigint;
}

const NOTHING: Sum = { thousandths: 0n, fen: 0n };

const IN: { readonly [Name in keyof ComingIn]: readonly Movement['type'][] } = {
  entered: ['OpeningStockEntered'],
  received: ['MaterialReceived'],
  takenIn: ['MaterialTakenIn'],
  declined: ['MaterialDeclined'],
  takenBack: ['MaterialTakenBack'],
};
const OUT: { readonly [Name in keyof GoingOut]: readonly Movement['type'][] } = {
  issued: ['MaterialIssued'],
  returned: ['MaterialReturned'],
  used: ['MaterialUsed', 'UncoveredUseExplained', 'MaterialUseTakenBack'],
  sold: ['MaterialSold'],
  scrapped: ['MaterialScrapped'],
};

/** The rows of the report; what is counted stands in the order of material and place. */
export function reportOf(counted: readonly Counted[]): StockReportRow[] {
  const places = new Map<string, Counted[]>();
  for (const line of counted) {
    const id = `${line.sku}:${line.place}`;
    places.set(id, [...(places.get(id) ?? []), line]);
  }
  return [...places.values()].map((lines) => rowOf(lines));
}

function rowOf(lines: readonly Counted[]): StockReportRow {
  const { sku, place } = lines[0]!;
  const of = (...told: readonly Counted['told'][]) =>
    total(lines.filter((line) => told.includes(line.told)));
  const columns = (kinds: object, shown: (sum: Sum) => AmountBody) =>
    Object.fromEntries(
      Object.entries(kinds as Record<string, readonly Movement['type'][]>).map(([name, types]) => [
        name,
        shown(of(...types)),
      ]),
    );
  return {
    sku,
    place,
    opening: amount(of('opening')),
    in: columns(IN, amount) as unknown as ComingIn,
    out: columns(OUT, went) as unknown as GoingOut,
    adjusted: amount(of('StockAdjusted', 'StockCountUpheld')),
    priceDifference: amount(of('PriceDifferenceBooked')),
    late: amount(of('late')),
    closing: amount(total(lines)),
  };
}

function total(lines: readonly Counted[]): Sum {
  return lines.reduce(
    (sum, { thousandths, fen }) => ({
      thousandths: sum.thousandths + BigInt(thousandths),
      fen: sum.fen + BigInt(fen),
    }),
    NOTHING,
  );
}

function amount({ thousandths, fen }: Sum): AmountBody {
  return { quantity: decimal(thousandths), value: yuan(fen) };
}

function went({ thousandths, fen }: Sum): AmountBody {
  return amount({ thousandths: -thousandths, fen: -fen });
}

/** `1.5` for 1500 thousandths. */
function decimal(thousandths: bigint): string {
  const digits = (thousandths < 0n ? -thousandths : thousandths).toString().padStart(4, '0');
  const places = digits.slice(-3).replace(/0+$/, '');
  const whole = `${thousandths < 0n ? '-' : ''}${digits.slice(0, -3)}`;
  return places === '' ? whole : `${whole}.${places}`;
}
