import { yuan } from '@app/kernel';
import type { Movement, StockEvent } from '../../contract.js';
import type { AmountBody, ComingIn, GoingOut, StockReportRow } from './stock-report.row.js';

/** What is told of a material at a place, as it is read. */
export interface Counted {
  readonly sku: string;
  readonly place: string;
  /**
   * What each kind of movement comes to, in thousandths and in fen: `opening 2000 2400,MaterialSold -1000 -1200`.
   * A kind is an event's type, or `opening`, or `late`; what is said of one several times is added up.
   */
  readonly told: string;
}

type Kind = StockEvent['type'] | 'opening' | 'late';

interface Sum {
  readonly thousandths: bigint;
  readonly fen: bigint;
}

const NOTHING: Sum = { thousandths: 0n, fen: 0n };
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

const COLUMNS_IN = Object.entries(IN);
const COLUMNS_OUT = Object.entries(OUT);

/** The rows of the report, in the order of what is counted; none of that in which everything comes to nothing. */
export function reportOf(counted: readonly Counted[]): StockReportRow[] {
  return counted.flatMap(({ sku, place, told }) => {
    const sums = sumsOf(told);
    if (![...sums.values()].some(comesToSomething)) return [];
    const of = (...kinds: readonly Kind[]) => amount(total(sums, kinds));
    const row = {
      sku,
      place,
      opening: of('opening'),
      in: columns(COLUMNS_IN, (kinds) => of(...kinds)) as unknown as ComingIn,
      out: columns(COLUMNS_OUT, (kinds) => went(total(sums, kinds))) as unknown as GoingOut,
      adjusted: of('StockAdjusted', 'StockCountUpheld'),
      priceDifference: of('PriceDifferenceBooked'),
      late: of('late'),
      closing: amount([...sums.values()].reduce(plus, NOTHING)),
    };
    return [row];
  });
}

type Columns = readonly (readonly [name: string, kinds: readonly Kind[]])[];

function columns(named: Columns, shown: (kinds: readonly Kind[]) => AmountBody): object {
  const row: Record<string, AmountBody> = {};
  for (const [name, kinds] of named) row[name] = shown(kinds);
  return row;
}

function sumsOf(told: string): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const line of told.split(',')) {
    const [kind, thousandths, fen] = line.split(' ') as [string, string, string];
    const sum = { thousandths: BigInt(thousandths), fen: BigInt(fen) };
    sums.set(kind, plus(sums.get(kind) ?? NOTHING, sum));
  }
  return sums;
}

function comesToSomething({ thousandths, fen }: Sum): boolean {
  return thousandths !== 0n || fen !== 0n;
}

function total(sums: ReadonlyMap<string, Sum>, kinds: readonly Kind[]): Sum {
  return kinds.reduce((all, kind) => plus(all, sums.get(kind) ?? NOTHING), NOTHING);
}

function plus(one: Sum, other: Sum): Sum {
  if (one === NOTHING) return other;
  if (other === NOTHING) return one;
  return { thousandths: one.thousandths + other.thousandths, fen: one.fen + other.fen };
}

function amount({ thousandths, fen }: Sum): AmountBody {
  if (thousandths === 0n && fen === 0n) return NONE;
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
