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

/** What of a stocktake's lines differed, by material and place, and which of them somebody explained. */
interface Differences {
  readonly explained: readonly string[];
  readonly lines: Readonly<Record<string, { readonly value: Yuan; readonly at: Instant }>>;
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
  const value = yuan(fen(lines[item]?.value ?? '0.00') + fen(data.value));
  return { explained, lines: { ...lines, [item]: { value, at: data.countedAt } } };
}

/** All that was missing in one place together: what was there too much of another material makes up for nothing. */
function missingAt(
  place: string,
  { explained, lines }: Differences,
): { amount: Yuan; at: Instant } {
  const own = Object.entries(lines).filter(([item]) => item.endsWith(` ${place}`));
  const missing = own
    .filter(([item, { value }]) => !explained.includes(item) && fen(value) < 0n)
    .reduce((sum, [, { value }]) => sum - fen(value), 0n);
  const at = own.map(([, line]) => line.at).reduce((a, b) => (a < b ? a : b));
  return { amount: yuan(missing), at };
}
