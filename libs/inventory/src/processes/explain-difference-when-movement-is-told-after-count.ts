import { only, send, type Process } from '@app/processes';
import type { StockCountUpheld } from '../domain/stock/count.events.js';
import { stockEvents } from '../domain/stock/stock.events.js';
import { stocktakeStreams } from '../domain/stocktake/stocktake.state.js';

/** R16: a movement of before a count, told after its approval, stands in the stocktake as what explains a difference. */
export const explainDifferenceWhenMovementIsToldAfterCount: Process<null, StockCountUpheld> = {
  name: 'explain-difference-when-movement-is-told-after-count',
  startsAt: 'first-event',
  handles: only(stockEvents, ['StockCountUpheld']),
  initialState: null,
  evolve: () => undefined,
  react({ data }) {
    const { stocktake, countedAt, lots: _, movedAt = countedAt, ...told } = data;
    return [send(stocktakeStreams, stocktake, 'NoteToldAfterCount', { ...told, movedAt })];
  },
};
