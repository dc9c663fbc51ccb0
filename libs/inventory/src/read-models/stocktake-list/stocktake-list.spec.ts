import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { MANAGER, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { stocktakeEvents, type StocktakeEvent } from '../../domain/stocktake/stocktake.events.js';
import { stocktakeList } from './stocktake-list.read-model.js';

const event = eventOf<StocktakeEvent>(STOREKEEPER);
const sample = (type: StocktakeEvent['type']) => stocktakeEvents[type].sample as never;
const started = event('StocktakeStarted', sample('StocktakeStarted'), '08:00');
const closed = event('StocktakeClosed', sample('StocktakeClosed'), '12:00');
const row = (...events: StocktakeEvent[]) =>
  [...rowsOf(stocktakeList, recorded('stocktake-ST-2026-03', events as never)).values()][0];

test('[R16] the list says where a stocktake stands, and what came of it', () => {
  const begun = {
    stocktake: 'ST-2026-03',
    status: 'counting',
    place: 'main',
    class: null,
    toolClass: 'meter',
    lines: 3,
    differences: null,
    fen: null,
    startedAt: at('08:00'),
    startedBy: STOREKEEPER.id,
    endedAt: null,
    endedBy: null,
  };
  expect(row(started)).toEqual(begun);
  expect(row(closed)).toBeUndefined();
  const over = { ...begun, differences: 2, fen: '-1200' };
  expect(row(started, closed)).toEqual({ ...over, status: 'closed' });
  const again = event('RecountAsked', sample('RecountAsked'), '13:00');
  expect(row(started, closed, again)).toEqual(begun);
  const ended = { endedAt: at('18:00'), endedBy: MANAGER.id };
  const approved = event('StocktakeApproved', sample('StocktakeApproved'), '18:00', MANAGER);
  expect(row(started, closed, approved)).toEqual({ ...over, status: 'approved', ...ended });
  const cancelled = event('StocktakeCancelled', sample('StocktakeCancelled'), '18:00', MANAGER);
  expect(row(started, cancelled)).toEqual({ ...begun, status: 'cancelled', ...ended });
});
