import { describe, expect, test } from '@jest/globals';
import { fen, fold, Invalid, NotPossible, yuan } from '@app/kernel';
import { STOREKEEPER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import {
  ask,
  event,
  given,
  hands,
  main,
  metres,
  pieces,
  received,
  sumOf,
} from '../../testing/stock.js';
import { materialDecider } from '../material/material.js';
import { stockDecider } from './stock.decider.js';
import type { StockCommand } from './stock.commands.js';
import type { StockEvent } from './stock.events.js';

/* What users of stock systems complain of, each by its name. */

/** All that comes of these commands, one after the other. */
function told(past: readonly StockEvent[], ...commands: readonly StockCommand[]): StockEvent[] {
  return commands.reduce<StockEvent[]>(
    (events, command) => [...events, ...stockDecider.decide(command, fold(stockDecider, events))],
    [...past],
  );
}

const supply = { supplier: 'x', deliveryNote: 'x' };
const receive = (quantity: number, unitCost: string, time: string, slip: string) =>
  ask('ReceiveMaterial', { ...main, quantity, unitCost, slip, ...supply }, time, pieces);
const issue = (quantity: number, time: string, slip: string, to = 'van-2') =>
  ask('IssueMaterial', { ...main, quantity, to, slip }, time, pieces);
const scrap = (
  quantity: number,
  time: string,
  known: { known: { decimals: number; unit: string } } = pieces,
) => ask('ScrapMaterial', { ...main, quantity, reason: 'x' }, time, { ...known, by: SUPERVISOR });

test('[R15] complaint: back-dated entries revalue everything behind them', () => {
  const before = told([received(4)], issue(1, '09:00', 'I-1'), issue(1, '10:00', 'I-2'));
  const after = told(before, inBatch(receive(4, '20.00', '08:30', 'late')));
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length).map(({ type }) => type)).toEqual(['MaterialReceived']);
  // From now on the average is that of what is here: 2 at 12.00 and 4 at 20.00.
  expect(told(after, issue(1, '11:00', 'I-3')).at(-1)).toMatchObject({ data: { value: '17.33' } });
});

describe('[R12] complaint: negative stock after a cancelled document', () => {
  test('an issue that is called off brings its pieces back once', () => {
    const off = ask('DeclineMaterial', { ...main, slip: 'I-1', reason: 'x' }, '09:30', {
      by: STOREKEEPER,
    });
    const events = told([received(2)], issue(2, '09:00', 'I-1'), off, scrap(2, '10:00'));
    expect(fold(stockDecider, events)).toMatchObject({ thousandths: 0, value: '0.00' });
    given(...events)
      .when(scrap(1, '10:01'))
      .thenRefusedUnder('R12', 'not-in-stock');
    expect(() => told(events, off)).toThrow('unknown-slip');
  });

  test('a receipt whose goods are gone takes nothing back, whatever becomes of its price', () => {
    const gone = told([received(2)], scrap(2, '09:00'));
    const cheaper = { ...main, slip: 'R-1', unitCost: '1.00', reason: 'x' };
    const [, , difference] = told(gone, ask('CorrectReceiptPrice', cheaper, '10:00'));
    expect(difference).toMatchObject({ data: { difference: '0.00', gone: 2 } });
  });
});

test('[R12] complaint: a transfer is lost between two vans', () => {
  const van = (place: string) => ({ sku: main.sku, place });
  const filled = event('MaterialTakenIn', {
    ...van('van-1'),
    quantity: 3,
    value: '10.00',
    from: 'main',
    why: 'issued',
  });
  const sends = ask(
    'IssueMaterial',
    { ...van('van-1'), quantity: 2, to: 'van-2', slip: 'I-1' },
    '09:00',
    pieces,
  );
  const sent = told([filled], sends);
  const onItsWay = fold(stockDecider, sent)!.ways;
  expect(onItsWay).toMatchObject([{ slip: 'I-1', to: 'van-2', thousandths: 2000, value: '6.67' }]);
  const arrives = ask('AcceptMaterial', { ...van('van-1'), slip: 'I-1' }, '09:30');
  const arrived = told(sent, arrives);
  const { quantity, value } = (arrived.at(-1) as Extract<StockEvent, { type: 'MaterialAccepted' }>)
    .data;
  const way = { quantity, value, from: 'van-1', why: 'issued', left: at('09:00') } as const;
  const there = told([], ask('TakeIn', { ...van('van-2'), ...way }, '09:30'));
  const [here, beyond] = [fold(stockDecider, arrived)!, fold(stockDecider, there)!];
  expect([here.ways, here.thousandths + beyond.thousandths]).toEqual([[], 3000]);
  expect(yuan(fen(here.value) + fen(beyond.value))).toBe('10.00');
});

test('[R15] complaint: rounding leaves a fen on zero pieces, or zero stock has a value', () => {
  for (const cost of ['0.01', '0.05', '3.33', '9.99']) {
    const thirds = told([], receive(3, cost, '08:00', 'R-1'), receive(4, '0.03', '08:01', 'R-2'));
    const out = Array.from({ length: 7 }, (_, index) => scrap(1, `09:0${index}`));
    const events = told(thirds, ...out);
    expect(fold(stockDecider, events)).toMatchObject({ thousandths: 0, value: '0.00' });
    expect(sumOf(events)).toBe('0.00');
  }
});

test('[R11] [R15] complaint: a unit conversion is applied twice', () => {
  const material = specify(materialDecider, STOREKEEPER, ['R11']);
  const entry = { sku: 'CABLE', name: '线', unit: '米', decimals: 2, class: 'cable' };
  const registered = material.event('MaterialRegistered', entry);
  const other = { sku: 'CABLE', name: '线', class: 'wire' };
  // How it is counted is never changed, and whatever is told and shown is in that unit.
  material
    .given(registered)
    .when(material.ask('ChangeMaterial', other))
    .then(material.event('MaterialChanged', { ...entry, ...other }));
  const cable = { ...receive(1.25, '8.00', '08:00', 'R-1'), ...metres };
  const events = told([], cable, scrap(0.5, '09:00', metres));
  expect(events).toMatchObject([
    { data: { quantity: 1.25, value: '10.00' } },
    { data: { quantity: 0.5, value: '4.00' } },
  ]);
  expect(fold(stockDecider, events)).toMatchObject({ thousandths: 750, value: '6.00' });
});

describe('[R11] bad input', () => {
  const all = [received(5)];

  test.each([0, -1, 1.5, 1_000_001, Number.MIN_VALUE])('%d pieces are none', (quantity) => {
    given(...all)
      .when(scrap(quantity, '09:00'))
      .thenThrows(Invalid, 'not-a-quantity');
  });

  test('a quantity has no more digits than its unit allows', () => {
    given(...all)
      .when(scrap(1.005, '09:00', metres))
      .thenThrows(Invalid, 'not-a-quantity');
  });

  test('no more comes back than is in hand, nor than was sold, and it is said how many there are', () => {
    const taken = { ...hands, quantity: 2, value: '24.00', from: 'main', why: 'issued' } as const;
    const back = ask('ReturnMaterial', { ...hands, to: 'main', quantity: 3 }, '09:00', pieces);
    const inHand = [event('MaterialTakenIn', taken, '08:00')];
    given(...inHand)
      .when(back)
      .thenRefusedUnder('R12', 'not-in-stock');
    expect(() => told(inHand, back)).toThrow('at hands-li-wei there were 2 then');
    const sale = { customer: 'x', price: '30.00', method: 'cash', slip: 'XS' } as const;
    const sold = told(all, ask('SellMaterial', { ...main, quantity: 2, ...sale }, '09:00', pieces));
    const refund = { ...main, quantity: 3, slip: 'XS', refund: '30.00' };
    given(...sold)
      .when(ask('TakeBackMaterial', refund, '09:30', pieces))
      .thenThrows(NotPossible, 'more-than-was-sold');
  });
});
