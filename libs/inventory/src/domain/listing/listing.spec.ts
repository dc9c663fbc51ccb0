import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotFound, NotPossible, type Instant } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { listingDecider } from './listing.decider.js';
import type { ListingEvent } from './listing.events.js';

const { given, ask, event } = specify(listingDecider, SUPERVISOR, ['D15']);
const sku = 'CAP-35';
const of = { sku, number: 1 };
const pieces = { known: { decimals: 0, unit: '只' } };
const until = at('12:00', 3);
const list = (data: object = {}, time = '08:00') =>
  ask('ListGoods', { sku, quantity: 10, until, ...data }, time, pieces);
const listed = event('GoodsListed', { ...of, quantity: 10, until }, '08:00');
const sale = (quantity: number, when: Instant, slip = 'XS-1', seller = 'wu-ting') => ({
  ...{ place: 'main', slip, seller, quantity, at: when },
});
const sold = (quantity: number, left: number, slip = 'XS-1', seller = 'wu-ting') =>
  event('ListedGoodsSold', { ...of, ...sale(quantity, at('09:00'), slip, seller), left });
const count = (...of: Parameters<typeof sale>) => ask('CountListedSale', sale(...of), '18:00');

describe('[D15] goods are listed as slow-moving', () => {
  test('by decision, so many and with a term', () => {
    given().when(list()).then(listed);
    for (const [data, code] of [
      [{ quantity: 0 }, 'not-a-quantity'],
      [{ quantity: 1.5 }, 'not-a-quantity'],
      [{ until: at('08:00') }, 'ends-before-it-begins'],
    ] as const)
      given().when(list(data)).thenThrows(Invalid, code);
  });

  test('once at a time, so that no sale clears two listings', () => {
    given(listed).when(list({}, '09:00')).thenThrows(NotPossible, 'listed-already');
    const over = event('ListingExpired', { ...of, left: 10 }, '12:00');
    const again = { ...of, number: 2, quantity: 10, until: at('12:00', 9) };
    given(listed, over)
      .when(list({ until: again.until }, '13:00'))
      .then(event('GoodsListed', again, '13:00'));
  });

  test('and not any more, for a reason, while they are', () => {
    const withdraw = ask('WithdrawListing', { reason: 'x' }, '09:00');
    given(listed)
      .when(withdraw)
      .then(event('ListingWithdrawn', { ...of, reason: 'x' }));
    for (const past of [[], [listed, event('ListingWithdrawn', { ...of, reason: 'x' })]])
      given(...past)
        .when(withdraw)
        .thenThrows(NotFound, 'not-listed');
  });
});

describe('[D15] what is sold within the term', () => {
  const sellers = [
    { seller: 'wu-ting', quantity: 6 },
    { seller: 'qian-jun', quantity: 4 },
  ];
  const cleared = event('ListingCleared', {
    ...{ ...of, quantity: 10, until, clearedAt: at('10:00') },
    sellers,
  });

  test('counts for whoever sold it, until all of it is sold', () => {
    given(listed)
      .when(count(4, at('09:00')))
      .then(sold(4, 6));
    const last = event('ListedGoodsSold', {
      ...{ ...of, ...sale(4, at('10:00'), 'XS-2', 'qian-jun'), left: 0 },
    });
    given(listed, sold(6, 4))
      .when(count(4, at('10:00'), 'XS-2', 'qian-jun'))
      .then(last, cleared);
    given(listed, sold(6, 4), last, cleared)
      .when(count(1, at('11:00'), 'XS-3'))
      .thenNothing();
  });

  test.each([
    ['08:00', 0, true],
    ['11:59', 3, true],
    ['07:59', 0, false],
    ['12:00', 3, false],
  ] as const)('is that of %s on day %i: %p', (time, day, counts) => {
    const events = given(listed)
      .when(count(4, at(time, day)))
      .events();
    expect(events.length > 0).toBe(counts);
  });

  test('counts also where it is told after the term is over, and not where it was withdrawn', () => {
    const over = event('ListingExpired', { ...of, left: 10 });
    const types = (...past: ListingEvent[]) =>
      given(...past)
        .when(count(10, at('11:00', 3)))
        .events()
        .map(({ type }) => type);
    expect(types(listed, over)).toEqual(['ListedGoodsSold', 'ListingCleared']);
    expect(types(listed, event('ListingWithdrawn', { ...of, reason: 'x' }))).toEqual([]);
  });

  test('and comes back is not sold: the listing is open again', () => {
    const back = ask('CountListedReturn', sale(1, at('11:00')), '18:00');
    const past = [listed, sold(6, 4), sold(4, 0, 'XS-2', 'qian-jun'), cleared];
    const events = given(...past)
      .when(back)
      .events();
    expect(events).toMatchObject([{ type: 'ListedGoodsTakenBack', data: { left: 1 } }]);
    expect(fold(listingDecider, [...past, ...events])).toMatchObject({ status: 'open' });
    given(listed).when(back).thenNothing();
  });

  test('and comes back once the term is over leaves it cleared', () => {
    const past = [listed, sold(6, 4), sold(4, 0, 'XS-2', 'qian-jun'), cleared];
    const statusAfter = (when: Instant) => {
      const back = ask('CountListedReturn', sale(1, when), '18:00');
      const events = given(...past)
        .when(back)
        .events();
      return fold(listingDecider, [...past, ...events])?.status;
    };
    expect([statusAfter(at('11:59', 3)), statusAfter(at('12:00', 3))]).toEqual(['open', 'cleared']);
  });

  test('is over with the term, of this listing and of no later one', () => {
    const over = (number: number) => ask('ExpireListing', { number }, '12:00');
    given(listed, sold(6, 4))
      .when(over(1))
      .then(event('ListingExpired', { ...of, left: 4 }));
    given(listed).when(over(2)).thenNothing();
    given(listed, sold(10, 0), cleared).when(over(1)).thenNothing();
  });
});
