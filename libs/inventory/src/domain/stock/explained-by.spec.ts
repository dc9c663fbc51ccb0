import { describe, expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { ask, event, given, hands, pieces } from '../../testing/stock.js';
import { stockDecider } from './stock.decider.js';
import type { StockEvent } from './stock.events.js';

/* R12: what had been used is explained by whatever shows that it was in hand, as though that had been told first. */

const first = { ticket: 'T-1', visit: 1, entry: 1 };
const second = { ticket: 'T-2', visit: 1, entry: 4 };
const taken = (quantity: number, value: string) =>
  event('MaterialTakenIn', { ...hands, quantity, value, from: 'main', why: 'issued' }, '08:00');
const used = event('MaterialUsed', { ...hands, quantity: 2, value: '24.00', ...first }, '10:00');
const uncovered = (quantity: number, time: '09:30' | '10:30' | '12:30', more: object = {}) =>
  event(
    'MaterialUsed',
    { ...hands, quantity, value: '0.00', ...second, uncovered: quantity, ...more },
    time,
  );
const takeBack = (quantity: number) =>
  ask('TakeUseBack', { ...hands, quantity, ...first, usedAt: at('10:00') }, '13:00');

/** What is explained, as of when, and what the books say then. */
function explainedIn(past: readonly StockEvent[], events: readonly StockEvent[]) {
  const { thousandths, value, uncovered: open } = fold(stockDecider, [...past, ...events])!;
  const explained = events.filter(({ type }) => type === 'UncoveredUseExplained');
  return {
    explained: explained.map(({ data, occurredAt }) => [
      (data as { quantity: number }).quantity,
      occurredAt,
    ]),
    left: [thousandths / 1000, value, open.reduce((sum, each) => sum + each.thousandths / 1000, 0)],
  };
}
const when = (past: readonly StockEvent[], command: Parameters<typeof stockDecider.decide>[0]) =>
  explainedIn(
    past,
    given(...past)
      .when(command)
      .events(),
  );

describe('[R12] by a use that is withdrawn', () => {
  test('as of the use, before it and after it, and of no more than comes back', () => {
    for (const time of ['09:30', '10:30'] as const) {
      const past = [taken(2, '24.00'), used, uncovered(3, time)];
      expect(when(past, takeBack(2))).toEqual({
        explained: [[2, at(time)]],
        left: [0, '0.00', 1],
      });
    }
    const past = [taken(2, '24.00'), used, uncovered(1, '10:30')];
    expect(when(past, takeBack(2))).toMatchObject({ left: [1, '12.00', 0] });
  });

  test('but of none that was not there when it was used', () => {
    const later = { ...taken(2, '24.00'), occurredAt: at('09:45') };
    const past = [later, used, uncovered(1, '09:30')];
    expect(when(past, takeBack(2))).toEqual({ explained: [], left: [2, '24.00', 1] });
  });

  test('of the lot that it names alone', () => {
    const lot = (quantity: number, of = 'A') => ({ lots: [{ lot: of, quantity }] });
    const came = { ...hands, quantity: 2, value: '24.00', from: 'main', why: 'issued' as const };
    const past = [
      event('MaterialTakenIn', { ...came, ...lot(2) }, '08:00'),
      { ...used, data: { ...used.data, ...lot(2) } } as StockEvent,
      uncovered(1, '10:30', { lot: 'B' }),
      uncovered(1, '10:30', { ...second, entry: 5, lot: 'A' }),
    ];
    const { explained, left } = when(past, takeBack(2));
    expect([explained, left]).toEqual([[[1, at('10:30')]], [1, '12.00', 1]]);
  });

  test('of the piece that it names alone, since it had left for these hands', () => {
    const one = (serial: string) => ({ quantity: 1, serials: [serial] });
    const came = { ...hands, value: '12.00', from: 'main', why: 'issued' as const };
    const past = (serial: string) => [
      event('MaterialTakenIn', { ...came, ...one('SN-1') }, '09:00'),
      event('MaterialUsed', { ...hands, value: '12.00', ...first, ...one('SN-1') }, '10:00'),
      uncovered(1, '09:30', { serials: [serial] }),
    ];
    const back = { ...hands, ...one('SN-1'), ...first, usedAt: at('10:00') };
    const held = (left: string) => ({
      ...ask('TakeUseBack', back, '13:00'),
      held: { at: at('09:00'), left },
    });
    const { explained } = when(past('SN-1'), held(at('08:30')));
    expect(explained).toEqual([[1, at('09:30')]]);
    expect(when(past('SN-2'), held(at('08:30'))).explained).toEqual([]);
    expect(when(past('SN-1'), held(at('09:40'))).explained).toEqual([]);
    expect(when(past('SN-1'), ask('TakeUseBack', back, '13:00')).explained).toEqual([]);
  });
});

describe('[R12] by what comes back into the hands', () => {
  const sale = { slip: 'XS-1', seller: LI_WEI.id, customer: '孙丽', price: '40.00' };
  const sold = event(
    'MaterialSold',
    { ...hands, quantity: 2, value: '24.00', ...sale, method: 'cash' },
    '09:00',
  );
  const issued = event(
    'MaterialIssued',
    { ...hands, quantity: 2, value: '24.00', slip: 'I-9', to: 'van-1' },
    '09:00',
  );
  const back = (time: '10:00' | '11:00') =>
    ask('TakeBackMaterial', { ...hands, quantity: 2, slip: 'XS-1', refund: '40.00' }, time, {
      ...pieces,
      by: LI_WEI,
    });
  const decline = (time: '10:00' | '11:00') =>
    ask('DeclineMaterial', { ...hands, slip: 'I-9', reason: '未取' }, time, { by: STOREKEEPER });

  test('since it came, and not before', () => {
    for (const [gone, comes] of [
      [sold, back],
      [issued, decline],
    ] as const) {
      const past = [taken(2, '24.00'), gone, uncovered(1, '10:30')];
      expect(when(past, comes('10:00'))).toEqual({
        explained: [[1, at('10:30')]],
        left: [1, '12.00', 0],
      });
      expect(when(past, comes('11:00'))).toEqual({ explained: [], left: [2, '24.00', 1] });
    }
  });

  test('is explained by no more than a count since then has left of it', () => {
    const count = { ...hands, stocktake: 'ST-1', countedAt: at('12:00'), counted: 0, book: 0 };
    const counted = event('StockAdjusted', { ...count, quantity: 0, value: '0.00' }, '18:00');
    const past = [taken(2, '24.00'), sold, uncovered(1, '12:30'), counted];
    expect(when(past, back('10:00'))).toEqual({ explained: [], left: [0, '0.00', 1] });
    const before = [taken(2, '24.00'), sold, uncovered(1, '10:30'), counted];
    expect(when(before, back('10:00'))).toEqual({
      explained: [[1, at('10:30')]],
      left: [0, '0.00', 0],
    });
  });
});

describe('[R12] by opening stock from paper', () => {
  const open = (time: '08:00' | '11:00') =>
    ask(
      'EnterOpeningStock',
      { ...hands, quantity: 3, value: '30.00', source: '纸账' },
      time,
      pieces,
    );

  test('that is entered only after a use was told has begun the books all the same', () => {
    expect(when([uncovered(1, '10:30')], open('08:00'))).toEqual({
      explained: [[1, at('10:30')]],
      left: [2, '20.00', 0],
    });
    expect(when([uncovered(1, '10:30')], open('11:00'))).toEqual({
      explained: [],
      left: [3, '30.00', 1],
    });
  });

  test('once: where anything has moved, or been counted or reserved, the books have begun', () => {
    const counter = { ...hands, stocktake: 'ST-1', counter: 'he-jun', countedAt: at('12:00') };
    const noted = event('StockCountNoted', counter, '12:00');
    for (const past of [
      [taken(1, '12.00')],
      [uncovered(1, '10:30'), taken(1, '12.00')],
      [uncovered(1, '10:30'), noted],
    ])
      expect(() =>
        given(...past)
          .when(open('08:00'))
          .events(),
      ).toThrow('books-begun');
  });
});

test('[R12] by an issue that was entered late: as of the use, where that was after the arrival', () => {
  const way = { ...hands, quantity: 3, value: '30.00', from: 'main', why: 'issued' as const };
  const arrives = inBatch(ask('TakeIn', { ...way, slip: 'I-1', left: at('08:00') }, '09:00'));
  expect(when([uncovered(1, '10:30')], arrives)).toEqual({
    explained: [[1, at('10:30')]],
    left: [2, '20.00', 0],
  });
});

test('[R12] a piece that was on its way when it was used, and has arrived by the time that it is told', () => {
  const one = { quantity: 1, serials: ['SN-1'] };
  const way = { ...hands, ...one, value: '12.00', from: 'main', why: 'issued' as const };
  const came = event(
    'MaterialTakenIn',
    { ...way, slip: 'I-1', left: at('09:00') },
    '10:00',
    LI_WEI,
  );
  const use = (more: object) =>
    inBatch({
      ...ask('UseMaterial', { ...hands, ...one, ...first }, '09:30'),
      inHand: false,
      ...more,
    });
  const events = given(came)
    .when(use({ arrivedAt: at('10:00') }))
    .events();
  expect(events).toMatchObject([
    { type: 'MaterialUsed', data: { uncovered: 1 } },
    { type: 'UncoveredUseExplained', data: { serials: ['SN-1'], value: '12.00' } },
    { type: 'FindingRecorded', data: { code: 'recorded-after-use', person: LI_WEI.id } },
  ]);
  expect(explainedIn([came], events)).toEqual({
    explained: [[1, at('10:00')]],
    left: [0, '0.00', 0],
  });
  expect(when([came], use({})).left).toEqual([1, '12.00', 1]);
});
