import {
  handsAt,
  stockEvents,
  stocktakeEvents,
  type DifferenceExplained,
  type StockEvent,
} from '@app/inventory';
import { fen, localDate, plusMinutes, yuan, type Instant, type Yuan } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { standingStreams } from '../domain/standing.state.js';

type Counted = Extract<StockEvent, { type: 'StockAdjusted' | 'StockCountUpheld' }>;
type Handled = Counted | DifferenceExplained;

/** How much more there was than by the books; below zero: missing. */
interface Amount {
  readonly value: Yuan;
  /** Thousandths of a unit. */
  readonly quantity: number;
}

/** What of a line differs by all that has been told, and what differed when it was approved. */
interface Line extends Amount {
  readonly at: Instant;
  /** Absent: as many were there as the books said, until what was told later. */
  readonly approved?: Amount;
}

/** What of a stocktake's lines differed, by material and place, and which of them somebody explained. */
interface Differences {
  readonly explained: readonly string[];
  readonly lines: Readonly<Record<string, Line>>;
}

/** The lines of a stocktake are booked one after the other: so many minutes later they are all there. */
const GATHERED = 5;

/**
 * D22: goods in a sales representative's charge were missing at an approved count, and nobody explained
 * them: a case where that is huge or repeated by the thresholds of the edition; whose fault it is, is what is
 * verified. A movement that is told later and explains some of it changes what was missing, and so the case.
 */
export const openCaseWhenGoodsAreMissing: Process<Differences, Handled> = {
  name: 'open-case-when-goods-are-missing',
  startsAt: 'installation',
  handles: {
    ...only(stockEvents, ['StockAdjusted', 'StockCountUpheld']),
    ...only(stocktakeEvents, ['DifferenceExplained']),
  },
  keyOf: ({ data }) => data.stocktake,
  initialState: { explained: [], lines: {} },
  evolve: after,
  react(event, before) {
    const { type, data, recordedAt } = event;
    if (type === 'DifferenceExplained') return [];
    const employee = handsAt(data.place);
    if (employee === undefined) return [];
    const { amount, at } = missingAt(data.place, after(before, event));
    const year = localDate(at).slice(0, 4);
    const { stocktake } = data;
    const said = { employee, year, stocktake, at, amount };
    return [
      {
        deadline: employee,
        at: plusMinutes(recordedAt, GATHERED),
        send: send(standingStreams, employee, 'RecordShortage', said),
      },
    ];
  },
};

function after({ explained, lines }: Differences, { type, data }: Handled): Differences {
  const item = `${data.sku} ${data.place}`;
  if (type === 'DifferenceExplained') return { explained: [...explained, item], lines };
  const { countedAt: at, value } = data;
  const told = { value, quantity: Math.round(data.quantity * 1000) };
  const line =
    type === 'StockAdjusted'
      ? { ...told, at, approved: told }
      : { ...lines[item], ...added(told, lines[item]), at };
  return { explained, lines: { ...lines, [item]: line } };
}

function added(told: Amount, before: Amount = { value: '0.00', quantity: 0 }): Amount {
  return {
    value: yuan(fen(before.value) + fen(told.value)),
    quantity: before.quantity + told.quantity,
  };
}

/** All that was missing in one place together: what was there too much of another material makes up for nothing. */
function missingAt(
  place: string,
  { explained, lines }: Differences,
): { amount: Yuan; at: Instant } {
  const own = Object.entries(lines).filter(([item]) => item.endsWith(` ${place}`));
  const missing = own
    .filter(([item]) => !explained.includes(item))
    .reduce((sum, [, line]) => sum + missingOf(line), 0n);
  const at = own.map(([, line]) => line.at).reduce((a, b) => (a < b ? a : b));
  return { amount: yuan(missing), at };
}

/**
 * What the pieces are worth that are missing still, in fen: each what it was worth as the count was approved, so that one
 * that is explained leaves nothing, at whatever price it had gone.
 */
function missingOf({ value, quantity, approved }: Line): bigint {
  if (quantity >= 0) return 0n;
  if (approved === undefined || approved.quantity >= 0) return fen(value) < 0n ? -fen(value) : 0n;
  const [left, all] = [BigInt(-quantity), BigInt(-approved.quantity)];
  return (2n * -fen(approved.value) * left + all) / (2n * all);
}
