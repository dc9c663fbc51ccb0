import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { send } from '@app/processes';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { stocktakeStreams } from '../domain/stocktake/stocktake.state.js';
import { event, main } from '../testing/stock.js';
import { explainDifferenceWhenMovementIsToldAfterCount } from './explain-difference-when-movement-is-told-after-count.js';

const { given } = processOf(explainDifferenceWhenMovementIsToldAfterCount);

test('[R16] a movement of before a count that is told after its approval stands in the stocktake', () => {
  const told = {
    ...{ ...main, quantity: 2, value: '24.00', toldLate: 'MaterialIssued' },
    ...{ movedAt: at('11:00'), slip: 'I-1', ticket: 'T-1' },
  };
  const upheld = { ...told, stocktake: 'ST-1', countedAt: at('12:00') };
  given(...recorded('stock-CAP-35:main', [event('StockCountUpheld', upheld)])).thenCommands(
    send(stocktakeStreams, 'ST-1', 'NoteToldAfterCount', told),
  );
});
