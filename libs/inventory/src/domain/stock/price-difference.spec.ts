import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen, fold, yuan } from '@app/kernel';
import { ask, event, given, main, received } from '../../testing/stock.js';
import { stockDecider } from './stock.decider.js';
import type { PriceDifferenceBooked, StockEvent } from './stock.events.js';

/* R15: a price difference covers the pieces still at the place of receipt, at most those received; the rest is shown as gone. */

const correct = (slip: string, unitCost: string) =>
  ask('CorrectReceiptPrice', { ...main, slip, unitCost, reason: '发票更正' }, '18:00');
const scrap = (quantity: number, value: string) =>
  event('MaterialScrapped', { ...main, quantity, value, reason: 'x' }, '09:00');

/** What a corrected price comes to, of how many pieces, and what the place is worth then. */
function corrected(past: readonly StockEvent[], slip: string, unitCost: string) {
  const events = given(...past)
    .when(correct(slip, unitCost))
    .events();
  const { difference, gone } = (events[0] as PriceDifferenceBooked).data;
  const { value } = fold(stockDecider, [...past, ...events])!;
  return { difference, gone, value, events: [...past, ...events] };
}

describe('[R15] by hand', () => {
  test('ten at 2.00, of which nine went for 18.00: one is here, so at 20.00 it is 18.00 more, and nine are gone', () => {
    const past = [received(10, '2.00'), scrap(9, '18.00')];
    expect(corrected(past, 'R-1', '20.00')).toMatchObject({
      ...{ difference: '18.00', gone: 9, value: '20.00' },
    });
  });

  test('six were here for 30.00 before four came at 2.00; of ten three went for 11.40: seven are here, but no more than four were received', () => {
    const way = { ...main, from: 'van-1', why: 'issued' as const };
    const before = event('MaterialTakenIn', { ...way, quantity: 6, value: '30.00' }, '07:00');
    const past = [before, received(4, '2.00'), scrap(3, '11.40')];
    expect(corrected(past, 'R-1', '3.00')).toMatchObject({
      ...{ difference: '4.00', gone: 0, value: '30.60' },
    });
  });

  test('ten at 2.00 and ten at 3.00, of which twelve went for 30.00: the eight that are here are of the second ten, and none is of both', () => {
    const past = [received(10, '2.00'), received(10, '3.00', 'R-2'), scrap(12, '30.00')];
    const first = corrected(past, 'R-1', '4.00');
    expect(first).toMatchObject({ difference: '0.00', gone: 10, value: '20.00' });
    const second = corrected(first.events, 'R-2', '5.00');
    expect(second).toMatchObject({ difference: '16.00', gone: 2, value: '36.00' });
  });
});

/* Receipts, and pieces that go in between; a price of 1.00 and more, so that no correction finds less value than it takes. */
const moves = fc.array(
  fc.oneof(
    fc.record({ comes: fc.integer({ min: 1, max: 9 }), cost: fc.integer({ min: 100, max: 900 }) }),
    fc.record({ goes: fc.integer({ min: 1, max: 9 }) }),
  ),
  { minLength: 2, maxLength: 12 },
);

test('[R15] however goods come and go: each receipt covers no more than it brought, all together no more than are here, and an opposite leaves nothing of it', () => {
  let gone = 0;
  const property = fc.property(moves, (all) => {
    const past = pastOf(all);
    const { receipts = [], thousandths = 0, value = '0.00' } = fold(stockDecider, past) ?? {};
    let covered = 0;
    for (const { slip, thousandths: came, unitCost } of receipts) {
      const dearer = corrected(past, slip, yuan(fen(unitCost) + 100n));
      const here = came / 1000 - dearer.gone;
      expect([here >= 0, dearer.difference]).toEqual([true, `${here}.00`]);
      expect(corrected(dearer.events, slip, unitCost).value).toBe(value);
      covered += here;
      gone += dearer.gone;
    }
    expect(covered).toBe(thousandths / 1000);
  });
  fc.assert(property, { numRuns: 200 });
  expect(gone).toBeGreaterThan(100);
});

function pastOf(all: typeof moves extends fc.Arbitrary<infer Moves> ? Moves : never) {
  return all.reduce<StockEvent[]>((past, move, index) => {
    if ('comes' in move)
      return [...past, received(move.comes, yuan(BigInt(move.cost)), `R-${index}`)];
    const books = fold(stockDecider, past);
    const quantity = Math.min(move.goes, (books?.thousandths ?? 0) / 1000);
    if (quantity === 0) return past;
    const command = ask('ScrapMaterial', { ...main, quantity, reason: 'x' }, '09:00', {
      known: { decimals: 0, unit: '只' },
      by: { id: 'zhou-min', role: 'supervisor' },
    });
    return [...past, ...stockDecider.decide(command, books)];
  }, []);
}
