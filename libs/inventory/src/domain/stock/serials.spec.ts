import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotPossible } from '@app/kernel';
import { LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { ask, event, given, hands, main, pieces } from '../../testing/stock.js';
import { materialDecider } from '../material/material.js';
import { stockDecider } from './stock.decider.js';
import type { StockEvent } from './stock.events.js';

/* R12: of a material that is kept by serial number every movement says which pieces move. */

const numbered = { known: { decimals: 0, unit: '块', tracked: 'serial' as const } };
const paper = { supplier: 'x', deliveryNote: 'x' };
const two = { quantity: 2, serials: ['SN-1', 'SN-2'] };
const receive = (data: object, time = '08:00') =>
  ask(
    'ReceiveMaterial',
    { ...main, unitCost: '12.00', slip: 'R-1', ...paper, ...two, ...data },
    time,
    numbered,
  );
const received = event(
  'MaterialReceived',
  { ...main, ...two, value: '24.00', unitCost: '12.00', slip: 'R-1', ...paper },
  '08:00',
);
const issue = (serials: string[], time = '09:00', known: object = {}) =>
  ask(
    'IssueMaterial',
    { ...main, quantity: serials.length, serials, to: 'hands-li-wei', slip: 'I-1' },
    time,
    { known: { ...numbered.known, ...known } },
  );

describe('[R12] pieces with serial numbers', () => {
  test('are named, each once, and no more and no fewer than move', () => {
    given().when(receive({})).then(received);
    for (const [data, code] of [
      [{ serials: [] }, 'serials-missing'],
      [{ serials: ['SN-1'] }, 'serials-missing'],
      [{ quantity: 3 }, 'serials-missing'],
      [{ serials: ['SN-1', 'sn-1 '] }, 'serial-named-twice'],
      [{ serials: undefined }, 'serials-missing'],
    ] as const)
      given().when(receive(data)).thenThrows(Invalid, code);
    given()
      .when({ ...receive({}), ...pieces })
      .thenThrows(Invalid, 'not-by-serial');
    const opening = { ...main, quantity: 2, value: '24.00', source: 'x' };
    given()
      .when(ask('EnterOpeningStock', opening, '08:00', numbered))
      .thenThrows(Invalid, 'serials-missing');
    given(received)
      .when(ask('ScrapMaterial', { ...main, quantity: 1, reason: 'x' }, '09:00', numbered))
      .thenThrows(Invalid, 'serials-missing');
  });

  test('are on their way by their numbers, and arrive, or come back, by them', () => {
    const [issued] = given(received)
      .when(issue(['SN-1']))
      .events();
    const events = [received, issued!];
    expect(fold(stockDecider, events)!.ways).toMatchObject([{ serials: ['SN-1'] }]);
    const accept = ask('AcceptMaterial', { ...main, slip: 'I-1' }, '09:30', { by: LI_WEI });
    const decline = ask('DeclineMaterial', { ...main, slip: 'I-1', reason: 'x' }, '09:30');
    for (const command of [accept, decline])
      expect(
        given(...events)
          .when(command)
          .events(),
      ).toMatchObject([{ data: { serials: ['SN-1'] } }]);
  });

  test('come back of the sale by their numbers', () => {
    const terms = { customer: 'x', price: '30.00', method: 'cash', slip: 'XS' } as const;
    const sell = ask('SellMaterial', { ...main, ...two, ...terms }, '09:00', numbered);
    const sold = given(received).when(sell).events();
    const back = { ...main, quantity: 1, slip: 'XS', refund: '15.00' };
    given(received, ...sold)
      .when(ask('TakeBackMaterial', back, '10:00', numbered))
      .thenThrows(Invalid, 'serials-missing');
  });

  test('a material says so when it is registered, is counted in whole pieces, and stays so', () => {
    const { given, ask, event } = specify(materialDecider, STOREKEEPER, ['R11']);
    const board = { sku: 'BOARD-7', name: '主板', unit: '块', decimals: 0, class: 'board' };
    const registered = event('MaterialRegistered', { ...board, tracked: 'serial' });
    given()
      .when(ask('RegisterMaterial', { ...board, tracked: 'serial', decimals: 1 }))
      .thenThrows(Invalid, 'serials-are-whole');
    given(registered)
      .when(ask('ChangeMaterial', { name: '主控板', class: 'board' }))
      .then(event('MaterialChanged', { ...board, tracked: 'serial', name: '主控板' }));
  });
});

describe('[R12] what is used on tickets', () => {
  const use = (serial: string | undefined, time: string, inHand: boolean) => ({
    ...ask(
      'UseMaterial',
      {
        ...hands,
        quantity: 1,
        ...(serial && { serials: [serial] }),
        ...{ ticket: 'T-1', visit: 1, entry: 1 },
      },
      time,
    ),
    inHand,
  });
  const takeIn = (serials: string[]) =>
    ask(
      'TakeIn',
      {
        ...{ ...hands, from: 'main', why: 'issued', left: at('09:00'), value: '12.00' },
        ...{ quantity: serials.length, serials },
      },
      '11:00',
    );

  test('is in hand by what its piece says, however many others are', () => {
    const there = given()
      .when(takeIn(['SN-2']))
      .events();
    const [used] = given(...there)
      .when(inBatch(use('SN-1', '11:30', false)))
      .events();
    expect(used).toMatchObject({ data: { uncovered: 1, value: '0.00', serials: ['SN-1'] } });
    const [other] = given(...there)
      .when(use('SN-2', '11:30', true))
      .events();
    expect(other).toMatchObject({ data: { value: '12.00' } });
  });

  test('uncovered is explained by its very piece, and by no other', () => {
    const lacking = given()
      .when(inBatch(use('SN-1', '10:00', false)))
      .events();
    const types = (events: readonly StockEvent[]) => events.map(({ type }) => type);
    expect(
      types(
        given(...lacking)
          .when(takeIn(['SN-2']))
          .events(),
      ),
    ).toEqual(['MaterialTakenIn']);
    const explained = given(...lacking)
      .when(takeIn(['SN-1']))
      .events();
    expect(types(explained)).toEqual([
      'MaterialTakenIn',
      'UncoveredUseExplained',
      'FindingRecorded',
    ]);
    expect(fold(stockDecider, [...lacking, ...explained])).toMatchObject({
      thousandths: 0,
      uncovered: [],
    });
  });
});

describe('[R16] before an approved count there went', () => {
  const counted = { stocktake: 'ST-1', countedAt: at('10:00') };
  const approved = event(
    'StockAdjusted',
    { ...main, ...counted, counted: 1, book: 2, quantity: -1, value: '-12.00' },
    '18:00',
  );

  test('only what it has missed: what it has seen was there', () => {
    given(received, approved)
      .when(inBatch(issue(['SN-1'], '09:00')))
      .thenThrows(NotPossible, 'counted-since');
    const events = given(received, approved)
      .when(inBatch(issue(['SN-1'], '09:00', { missed: true })))
      .events();
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['StockCountUpheld', 'MaterialIssued']),
    );
    expect(fold(stockDecider, [received, approved, ...events])).toMatchObject({
      thousandths: 1000,
      ways: [{ serials: ['SN-1'] }],
    });
  });

  test('a use on a ticket, told late: refused of a piece that the count has seen, explained of one that it has missed', () => {
    const arrived = event(
      'MaterialTakenIn',
      { ...hands, ...two, value: '24.00', from: 'main', why: 'issued' },
      '08:30',
    );
    const counts = { ...hands, ...counted, counted: 1, book: 2, quantity: -1, value: '-12.00' };
    const past = [arrived, event('StockAdjusted', counts, '18:00')];
    const entry = { ticket: 'T-1', visit: 1, entry: 1 };
    const use = (known: object) =>
      inBatch({
        ...ask('UseMaterial', { ...hands, quantity: 1, serials: ['SN-1'], ...entry }, '09:00'),
        ...{ inHand: true, ...known },
      });
    given(...past)
      .when(use({}))
      .thenThrows(NotPossible, 'counted-since');
    const events = given(...past)
      .when(use({ missed: true }))
      .events();
    expect(events.map(({ type }) => type)).toEqual([
      'StockCountUpheld',
      'MaterialUsed',
      'FindingRecorded',
    ]);
    expect(fold(stockDecider, [...past, ...events])).toMatchObject({
      thousandths: 1000,
      value: '12.00',
      uncovered: [],
    });
    // Later than the count nothing of it is in question.
    const after = { ...use({}), occurredAt: at('11:00') };
    expect(
      given(...past)
        .when(after)
        .events(),
    ).toMatchObject([{ type: 'MaterialUsed' }]);
  });

  test('and nothing came that it did not see', () => {
    given(received, approved)
      .when(inBatch(receive({ serials: ['SN-3', 'SN-4'], slip: 'R-2' }, '09:00')))
      .thenThrows(NotPossible, 'counted-since');
  });
});
