import type { TableFold } from '@app/projections';
import type { StockUseEvent } from '../../contract.js';
import { inThousandths } from '../../domain/stock/bookkeeping.js';
import { sum, type Booked } from '../stock-balance/booked.js';
import { UncoveredUseRow } from './uncovered-use.row.js';

/** Above every position. */
const UNSETTLED = '9223372036854775807';

/** R12: what was used beyond what was in hand, until it is explained or taken back. */
export const uncoveredUses: TableFold<UncoveredUseRow, Booked> = {
  row: UncoveredUseRow,
  keysOf: (event) => (isOfUse(event) && uncoveredBy(event) !== 0 ? [idOf(event)] : []),
  evolve(row, event, id) {
    if (!isOfUse(event)) return row;
    const { sku, place } = event.data;
    const { usedAt = event.occurredAt, positions = [], open = [] } = row ?? {};
    const position = event.position.toString();
    const now = sum(open.at(-1), uncoveredBy(event).toString());
    return {
      ...{ id, sku, place, usedAt },
      positions: [...positions, position],
      open: [...open, now],
      settled: now === '0' ? position : UNSETTLED,
    };
  },
};

function isOfUse(event: Booked): event is Extract<Booked, StockUseEvent> {
  return 'entry' in event.data;
}

function idOf({ data: { sku, place, ticket, entry } }: StockUseEvent): string {
  return `${sku}:${place}:${ticket}:${entry}`;
}

/** By how many thousandths more is uncovered, or below zero less. */
function uncoveredBy({ type, data }: StockUseEvent): number {
  switch (type) {
    case 'MaterialUsed':
      return inThousandths(data.uncovered ?? 0);
    case 'MaterialUseTakenBack':
      return -inThousandths(data.uncovered ?? 0);
    case 'UncoveredUseExplained':
      return -inThousandths(data.quantity);
  }
}
