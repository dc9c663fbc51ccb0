import { yuan } from '@app/kernel';
import type { Movement, StockEvent } from '../../contract.js';
import type { AmountBody, ComingIn, GoingOut, StockReportRow } from './stock-report.row.js';

/** What is told of a material at a place, as it is read. */
export interface Counted {
  readonly sku: string;
  readonly place: string;
  /**
   * What each kind of movement comes to, in thousandths and in fen: `opening 2000 2400,MaterialSold -1000 -1200`.
   * A kind is an event's type, or `opening`, or `late`; what is said of one several times is added up. What is
   * `uncovered` is said beside them: it never was in the books, so it is no part of what they come to.
   */
  readonly told: string;
}

type Kind = StockEvent['type'] | 'opening' | 'late';

const NONE: AmountBody = { quantity: '0', value: '0.00' };

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
const BESIDE = {
  opening: ['opening'],
  adjusted: ['StockAdjusted', 'StockCountUpheld'],
  priceDifference: ['PriceDifferenceBooked'],
  late: ['late'],
} satisfies Record<string, readonly Kind[]>;

/** The columns side by side, each with its place among them; the last one is what all come to. */
const COLUMNS = Object.entries({ ...BESIDE, ...IN, ...OUT });
const CLOSING = COLUMNS.length;
const UNCOVERED = CLOSING + 1;
const PLACES = Object.fromEntries(COLUMNS.map(([name], place) => [name, place]));
const PLACE_OF = new Map([
  ...COLUMNS.flatMap(([, kinds], place) => kinds.map((kind): [string, number] => [kind, place])),
  ['uncovered', UNCOVERED],
]);

/** The rows of the report, in the order of what is counted; none of that in which everything comes to nothing. */
export function reportOf(counted: readonly Counted[]): StockReportRow[] {
  const sums = new Sums();
  return counted.flatMap(({ sku, place, told }) =>
    sums.read(told) ? [rowOf(sku, place, sums)] : [],
  );
}

function rowOf(sku: string, place: string, sums: Sums): StockReportRow {
  return {
    sku,
    place,
    opening: sums.came('opening'),
    in: {
      entered: sums.came('entered'),
      received: sums.came('received'),
      takenIn: sums.came('takenIn'),
      declined: sums.came('declined'),
      takenBack: sums.came('takenBack'),
    },
    out: {
      issued: sums.went('issued'),
      returned: sums.went('returned'),
      used: sums.went('used'),
      sold: sums.went('sold'),
      scrapped: sums.went('scrapped'),
    },
    adjusted: sums.came('adjusted'),
    priceDifference: sums.came('priceDifference'),
    late: sums.came('late'),
    closing: sums.closing,
    ...sums.uncovered,
  };
}

type Column = keyof typeof BESIDE | keyof ComingIn | keyof GoingOut;

/** One row's sums, in the same two lists for all rows: a report has twenty thousand. */
class Sums {
  private readonly thousandths = new Array<bigint>(UNCOVERED + 1).fill(0n);
  private readonly fen = new Array<bigint>(UNCOVERED + 1).fill(0n);

  /** Takes what is told of a row in place of the one before; whether any column comes to something. */
  read(told: string): boolean {
    this.thousandths.fill(0n);
    this.fen.fill(0n);
    for (let from = 0, until = 0; until < told.length; from = until + 1) {
      const next = told.indexOf(',', from);
      until = next < 0 ? told.length : next;
      const first = told.indexOf(' ', from);
      const second = told.indexOf(' ', first + 1);
      const place = PLACE_OF.get(told.slice(from, first));
      const thousandths = BigInt(told.slice(first + 1, second));
      const fen = BigInt(told.slice(second + 1, until));
      if (place !== undefined) this.add(place, thousandths, fen);
      if (place !== UNCOVERED) this.add(CLOSING, thousandths, fen);
    }
    return this.thousandths.some(isSomething) || this.fen.some(isSomething);
  }

  came(column: Column): AmountBody {
    const place = PLACES[column]!;
    return amount(this.thousandths[place]!, this.fen[place]!);
  }

  /** What went is shown above zero. */
  went(column: keyof GoingOut): AmountBody {
    const place = PLACES[column]!;
    return amount(-this.thousandths[place]!, -this.fen[place]!);
  }

  get closing(): AmountBody {
    return amount(this.thousandths[CLOSING]!, this.fen[CLOSING]!);
  }

  get uncovered(): Pick<StockReportRow, 'uncovered'> {
    const open = this.thousandths[UNCOVERED]!;
    return open === 0n ? {} : { uncovered: decimal(open) };
  }

  private add(place: number, thousandths: bigint, fen: bigint): void {
    this.thousandths[place]! += thousandths;
    this.fen[place]! += fen;
  }
}

function isSomething(sum: bigint): boolean {
  return sum !== 0n;
}

function amount(thousandths: bigint, fen: bigint): AmountBody {
  if (thousandths === 0n && fen === 0n) return NONE;
  return { quantity: decimal(thousandths), value: yuan(fen) };
}

/** `1.5` for 1500 thousandths. */
function decimal(thousandths: bigint): string {
  const text = (thousandths < 0n ? -thousandths : thousandths).toString();
  const sign = thousandths < 0n ? '-' : '';
  // Pieces are whole, and most materials are pieces.
  if (text.endsWith('000')) return `${sign}${text.slice(0, -3)}`;
  const digits = text.padStart(4, '0');
  const places = digits.slice(-3).replace(/0+$/, '');
  const whole = `${sign}${digits.slice(0, -3)}`;
  return places === '' ? whole : `${whole}.${places}`;
}
