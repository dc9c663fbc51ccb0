import { only, type Projection, type Recorded, type TableFold } from '@app/projections';
import { DIRECTIONS, stockEvents, type Movement } from '../../contract.js';
import { lotBalances, lotMoves } from '../lot-list/lot.folds.js';
import { uncoveredUses } from '../uncovered-use/uncovered-use.js';
import { bookedAt, changeBy, sum, type Booked } from './booked.js';
import { StockBalanceRow, StockMovementRow } from './stock-balance.row.js';
import { stockYears } from './stock-year.js';

const KINDS = [
  ...(Object.keys(DIRECTIONS) as Movement['type'][]),
  'PriceDifferenceBooked' as const,
];

const idOf = ({ data: { sku, place } }: Recorded<Booked>) => `${sku}:${place}`;

/** A line of the ledger for each movement, with what was left after it. */
export const stockMovements: TableFold<StockMovementRow, Booked> = {
  row: StockMovementRow,
  begins: 'always',
  keysOf: ({ position }) => [position.toString()],
  evolve(_, event, position, seen) {
    const { sku, place } = event.data;
    const left = seen(StockBalanceRow, idOf(event));
    return {
      position,
      sku,
      place,
      kind: event.type,
      occurredAt: bookedAt(event),
      recordedAt: event.recordedAt,
      ...changeBy(event),
      leftThousandths: left?.thousandths ?? '0',
      leftFen: left?.fen ?? '0',
      slip: 'slip' in event.data ? (event.data.slip ?? null) : null,
      ticket: 'ticket' in event.data ? (event.data.ticket ?? null) : null,
    };
  },
};

/** What is where and what it is worth, the ledger that leads to it, its sums by month, the same of each lot, and what was used uncovered. */
export const stockBalance: Projection<StockBalanceRow, Booked> = {
  name: 'stock-balance',
  version: 5,
  row: StockBalanceRow,
  handles: only(stockEvents, KINDS),
  keysOf: (event) => [idOf(event)],
  evolve(row, event, id) {
    const { sku, place } = event.data;
    const change = changeBy(event);
    return {
      id,
      sku,
      place,
      thousandths: sum(row?.thousandths, change.thousandths),
      fen: sum(row?.fen, change.fen),
    };
  },
  beside: [stockMovements, stockYears, lotBalances, lotMoves, uncoveredUses],
};
