import { expect, test } from '@jest/globals';
import type { RecordedEvent } from '@app/event-store';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { MaterialEvent, StockEvent } from '@app/inventory';
import { derivedId } from '@app/kernel';
import { STOREKEEPER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { notifyWhenStockIsLow } from './notify-when-stock-is-low.js';

const { given } = processOf(notifyWhenStockIsLow);
const event = eventOf<MaterialEvent | StockEvent>(STOREKEEPER);

const sku = 'CAP-35';
const entry = { sku, name: '电容', unit: '只', decimals: 0, class: 'part', leadDays: 7 };
const registered = event('MaterialRegistered', { ...entry, minimum: 4 });
const worth = (quantity: number) => ({ sku, quantity, value: '1.00' });
const delivery = { unitCost: '1.00', supplier: 'x', deliveryNote: 'x' };
const received = (quantity: number, place = 'main') =>
  event('MaterialReceived', { ...worth(quantity), place, slip: 'R', ...delivery });
const issued = (quantity: number, place = 'main') =>
  event('MaterialIssued', { ...worth(quantity), place, slip: 'I', to: 'hands-li-wei' });
const inHand = event('MaterialTakenIn', {
  ...worth(9),
  place: 'hands-li-wei',
  from: 'main',
  why: 'issued',
});
const told = (...events: (MaterialEvent | StockEvent)[]) => recorded('stock-CAP-35:main', events);

function notice(of: RecordedEvent, quantity: number, employee = STOREKEEPER.id, minimum = 4) {
  const id = derivedId(of.id, employee);
  const about = {
    kind: 'stock-low',
    sku,
    name: '电容',
    unit: '只',
    quantity,
    minimum,
    leadDays: 7,
  };
  const data = { notice: id, employee, about, since: of.occurredAt };
  return { category: 'notice', id, type: 'GiveNotice', data };
}

test('[R11] whoever entered a material is told once that it is low, and again once it was refilled', () => {
  const past = told(
    registered,
    received(5),
    issued(2),
    issued(1),
    received(2),
    issued(1),
    issued(1),
  );
  given(...past).thenCommands(notice(past[2]!, 3), notice(past[5]!, 3));
});

test('[R11] stores and vans count together, and what is in somebody’s hands or just entered does not', () => {
  const past = told(registered, received(3), received(3, 'van-1'), issued(2), inHand, issued(1));
  given(...past).thenCommands(notice(past[1]!, 3), notice(past[5]!, 3));
  const none = told(registered, inHand);
  given(...none).thenCommands(notice(none[1]!, 0));
  given(...told(registered)).thenNothing();
  const { minimum: _, ...without } = registered.data;
  given(...told(event('MaterialRegistered', without), received(1))).thenNothing();
});

test('[R11] a higher minimum makes it low, and whoever set it is told from then on', () => {
  const changed = { ...event('MaterialChanged', { ...entry, minimum: 9 }), actor: SUPERVISOR };
  const past = told(registered, received(5), changed, received(5), issued(2));
  given(...past).thenCommands(
    notice(past[2]!, 5, SUPERVISOR.id, 9),
    notice(past[4]!, 8, SUPERVISOR.id, 9),
  );
  expect(past).toHaveLength(5);
});
