import { describe, expect, test } from '@jest/globals';
import { fold, type Yuan } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { ask, event, given, main, pieces, received, sumOf } from '../../testing/stock.js';
import { reportOf } from '../../read-models/stock-report/stock-report.js';
import { changeBy } from '../../read-models/stock-balance/booked.js';
import { stockDecider } from './stock.decider.js';
import type { StockAdjusted } from './count.events.js';
import type { StockEvent } from './stock.events.js';

/* R15, R16: a stocktake that leaves nothing takes the value that is left, and one that changes no pieces changes no value. */

const of = { ...main, stocktake: 'ST-1', counter: 'he-jun' };
const noted = event('StockCountNoted', { ...of, countedAt: at('12:00') }, '12:00');
const adjust = (counted: number, difference: number) =>
  ask('AdjustStock', { ...of, counted: counted * 1000, difference: difference * 1000 }, '18:00', {
    by: SUPERVISOR,
  });
const scrap = (quantity: number, value: Yuan, time: '09:00' | '13:00') =>
  event('MaterialScrapped', { ...main, quantity, value, reason: 'x' }, time);
const dearer = (difference: Yuan) =>
  event(
    'PriceDifferenceBooked',
    { ...main, slip: 'R-1', unitCost: '9.99', difference, gone: 0, reason: 'x' },
    '10:00',
  );

/** By what a count that found so many, instead of as many as it differs from, changes the value; and the books then. */
function adjusted(past: readonly StockEvent[], counted: number, difference: number) {
  const events = given(...past)
    .when(adjust(counted, difference))
    .events();
  const { value } = (events[0] as StockAdjusted).data;
  const all = [...past, ...events];
  const books = fold(stockDecider, all)!;
  expect(books.value).toBe(sumOf(all));
  return { by: value, left: [books.thousandths / 1000, books.value] };
}

describe('[R15] [R16] nothing is left', () => {
  const thirds = [received(3, '0.03'), dearer('0.01')];

  test('and no fen: what takes the last piece takes all that is left, however it rounds', () => {
    // 0.10 for three: 0.0333 a piece.
    expect(adjusted([...thirds, noted], 0, -3)).toEqual({ by: '-0.10', left: [0, '0.00'] });
    const two = [...thirds, scrap(1, '0.03', '09:00'), noted];
    expect(adjusted(two, 0, -2)).toEqual({ by: '-0.07', left: [0, '0.00'] });
    const one = [...thirds, scrap(2, '0.07', '09:00'), noted];
    expect(adjusted(one, 0, -1)).toEqual({ by: '-0.03', left: [0, '0.00'] });
    // By an average of 0.1234 fen, which is rounded, a million would leave 44 fen behind.
    const many = { ...main, quantity: 1_000_000, value: '1234.44', source: 'x' };
    const million = [event('OpeningStockEntered', many), noted];
    expect(adjusted(million, 0, -1_000_000)).toEqual({ by: '-1234.44', left: [0, '0.00'] });
    expect(adjusted(million, 1, -999_999)).toEqual({ by: '-1234.00', left: [1, '0.44'] });
  });

  test('of pieces that are worth nothing, or so little that an average of them is nothing', () => {
    const free = event('OpeningStockEntered', { ...main, quantity: 2, value: '0.00', source: 'x' });
    expect(adjusted([free, noted], 0, -2)).toEqual({ by: '0.00', left: [0, '0.00'] });
    const fen = event('OpeningStockEntered', { ...main, quantity: 9, value: '0.01', source: 'x' });
    expect(adjusted([fen, noted], 1, -8)).toEqual({ by: '-0.01', left: [1, '0.00'] });
    expect(adjusted([fen, noted], 0, -9)).toEqual({ by: '-0.01', left: [0, '0.00'] });
  });

  test('by the approval, of what has gone since the count too', () => {
    const since = [...thirds, noted, scrap(2, '0.07', '13:00')];
    expect(adjusted(since, 2, -1)).toEqual({ by: '-0.03', left: [0, '0.00'] });
    const later = { ...received(2, '5.00', 'R-2'), occurredAt: at('13:00') };
    // Of five that are worth 10.10 by the approval the three that were missing are worth 6.06.
    expect(adjusted([...thirds, noted, later], 0, -3)).toEqual({ by: '-6.06', left: [2, '4.04'] });
  });
});

describe('[R15] [R16] as many as in the books', () => {
  test('are worth what they were, however many there are, and where there are none nothing is', () => {
    const past = [received(3, '3.33'), noted];
    expect(adjusted(past, 3, 0)).toEqual({ by: '0.00', left: [3, '9.99'] });
    const gone = [received(3, '3.33'), scrap(3, '9.99', '09:00'), noted];
    expect(adjusted(gone, 0, 0)).toEqual({ by: '0.00', left: [0, '0.00'] });
    expect(adjusted([noted], 0, 0)).toEqual({ by: '0.00', left: [0, '0.00'] });
  });

  test('of nothing no price is corrected', () => {
    const gone = [received(3, '3.33'), scrap(3, '9.99', '09:00')];
    const price = { ...main, slip: 'R-1', unitCost: '9.00', reason: 'x' };
    const [booked] = given(...gone)
      .when(ask('CorrectReceiptPrice', price, '13:00'))
      .events();
    expect(booked).toMatchObject({ data: { difference: '0.00', gone: 3 } });
  });

  test('too many where there were none come at the last price, and leave with all of it', () => {
    const gone = [received(3, '3.33'), scrap(3, '9.99', '09:00'), noted];
    expect(adjusted(gone, 2, 2)).toEqual({ by: '6.66', left: [2, '6.66'] });
    const [found] = given(...gone)
      .when(adjust(2, 2))
      .events();
    const out = ask('ScrapMaterial', { ...main, quantity: 2, reason: 'x' }, '19:00', pieces);
    const [last] = given(...gone, found!)
      .when(out)
      .events();
    expect(last).toMatchObject({ data: { value: '6.66' } });
  });
});

test('[R15] in the report the adjustment to nothing leaves no closing, and opening less it is nothing', () => {
  const past = [received(3, '3.33'), noted];
  const [adjustment] = given(...past)
    .when(adjust(0, -3))
    .events();
  const { thousandths, fen } = changeBy(adjustment as StockAdjusted);
  const told = `opening 3000 999,StockAdjusted ${thousandths} ${fen}`;
  expect(reportOf([{ ...main, told }])).toMatchObject([
    { adjusted: { quantity: '-3', value: '-9.99' }, closing: { quantity: '0', value: '0.00' } },
  ]);
});
