import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotFound, NotPossible, Refused } from '@app/kernel';
import { DISPATCHER, LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { ask, event, given, hands, main, metres, pieces, received } from '../../testing/stock.js';
import { stockDecider } from './stock.decider.js';
import type { StockEvent } from './stock.events.js';

const until = at('18:00');
const kept = { slip: 'YL-1', customer: 'lanting', system: 'HT-1', until } as const;
const ordinary = { ...kept, priority: 'ordinary' } as const;
const reserved = (quantity: number, more = {}, time = '08:30') =>
  event('MaterialReserved', { ...main, quantity, ...ordinary, ...more }, time, DISPATCHER);
const reserve = (quantity: number, more = {}, time = '08:30') =>
  ask('ReserveMaterial', { ...main, quantity, ...kept, ...more }, time, {
    ...pieces,
    by: DISPATCHER,
  });

const to = hands.place;
const issue = (quantity: number, more = {}, time = '09:00', customer?: string) =>
  ask('IssueMaterial', { ...main, quantity, to, slip: 'LY-1', ...more }, time, {
    known: { ...pieces.known, ...(customer && { customer }) },
  });
const issued = (quantity: number, more = {}, time = '09:00') => {
  const value = `${12 * quantity}.00`;
  return event('MaterialIssued', { ...main, quantity, value, to, slip: 'LY-1', ...more }, time);
};
const served = (quantity: number, slip = 'YL-1', of = 'LY-1') =>
  event('ReservationServed', { ...main, slip, quantity, of }, '09:00');

describe('预留', () => {
  test('[B2] the owner of a system that a contract puts first comes first, unless it is said otherwise', () => {
    const known = { ...pieces.known, comesFirst: true };
    const asking = (more = {}) =>
      ask('ReserveMaterial', { ...main, quantity: 2, ...kept, ...more }, '08:30', {
        ...{ by: DISPATCHER, known },
      });
    given(received(5))
      .when(asking())
      .then(reserved(2, { priority: 'urgent' }));
    given(received(5))
      .when(asking({ priority: 'ordinary' }))
      .then(reserved(2));
  });

  test('[B2] so many are kept for the owner of a system, also more than there are yet', () => {
    given(received(5)).when(reserve(2)).then(reserved(2));
    given(received(5)).when(reserve(9)).then(reserved(9));
    given(received(5))
      .when(reserve(2, { priority: 'urgent', ticket: 'T-1' }))
      .then(reserved(2, { priority: 'urgent', ticket: 'T-1' }));
  });

  test('[B2] a reservation is of a quantity, at a location with books, under a number, and ends later', () => {
    given(received(5)).when(reserve(0)).thenThrows(Invalid, 'not-a-quantity');
    given(received(5)).when(reserve(1.5)).thenThrows(Invalid, 'not-a-quantity');
    given(received(5))
      .when({ ...reserve(1.25), ...metres })
      .then(reserved(1.25));
    given().when(reserve(1)).thenThrows(NotFound, 'never-stocked');
    given(received(5), reserved(1)).when(reserve(1)).thenThrows(NotPossible, 'slip-taken');
    given(received(5))
      .when(reserve(1, { until: at('08:30') }))
      .thenThrows(Invalid, 'ends-before-it-begins');
    const taken = { ...hands, quantity: 1, value: '12.00', from: 'main', why: 'issued' as const };
    given(event('MaterialTakenIn', taken, '08:00'))
      .when(reserve(1, { place: hands.place }))
      .thenThrows(Invalid, 'into-hands');
  });
});

describe('what is reserved', () => {
  const past = [received(5), reserved(2)];

  test('[B2] is not issued to another, who is told for whom it is kept and until when', () => {
    given(...past)
      .when(issue(3))
      .then(issued(3));
    given(...past)
      .when(issue(4))
      .thenRefusedUnder('B2', 'reserved-for-another');
    const decide = () => stockDecider.decide(issue(4), fold(stockDecider, past));
    expect(decide).toThrow(Refused);
    for (const words of ['lanting', '2026-03-02 18:00', '5 then', '2 are reserved'])
      expect(decide).toThrow(words);
    given(...past)
      .when(issue(6))
      .thenRefusedUnder('R12', 'not-in-stock');
  });

  test('[B2] is not sent to a van nor sold to another either', () => {
    given(...past)
      .when(issue(4, { to: 'van-1' }))
      .thenRefusedUnder('B2', 'reserved-for-another');
    const sell = (quantity: number, more = {}) => {
      const sale = { customer: '孙丽', price: '99.00', method: 'cash', slip: 'XS-1' } as const;
      return ask('SellMaterial', { ...main, quantity, ...sale, ...more }, '09:00', pieces);
    };
    given(...past)
      .when(sell(4))
      .thenRefusedUnder('B2', 'reserved-for-another');
    given(...past)
      .when(sell(4, { reservation: 'YL-1', customer: 'lanting' }))
      .then(
        event('MaterialSold', {
          ...main,
          quantity: 4,
          value: '48.00',
          slip: 'XS-1',
          customer: 'lanting',
          price: '99.00',
          method: 'cash',
          seller: STOREKEEPER.id,
        }),
        served(2, 'YL-1', 'XS-1'),
      );
  });

  test('[B2] is not scrapped before it is released; told late it was, and that is found', () => {
    const scrap = (quantity: number) =>
      ask('ScrapMaterial', { ...main, quantity, reason: '受潮' }, '09:00', pieces);
    const scrapped = (quantity: number) =>
      event('MaterialScrapped', {
        ...{ ...main, quantity, value: `${12 * quantity}.00`, reason: '受潮' },
      });
    given(...past)
      .when(scrap(3))
      .then(scrapped(3));
    given(...past)
      .when(scrap(4))
      .thenRefusedUnder('B2', 'reserved-for-another');
    const over = { ...main, slip: 'YL-1', quantity: 2, reason: '受潮' };
    given(...past, event('ReservationEnded', over, '08:45'))
      .when(scrap(4))
      .then(scrapped(4));
    const events = given(...past)
      .when(inBatch(scrap(4)))
      .events();
    expect(events).toMatchObject([
      { type: 'MaterialScrapped' },
      { type: 'FindingRecorded', data: { code: 'reserved-for-another', person: STOREKEEPER.id } },
    ]);
  });

  test('[B2] goes to whom it is kept for: by its number and a ticket of the customer, their ticket alone, or the one ticket', () => {
    given(...past)
      .when(issue(5, { reservation: 'YL-1', ticket: 'T-1' }, '09:00', 'lanting'))
      .then(issued(5, { ticket: 'T-1' }), served(2));
    given(...past)
      .when(issue(4, { ticket: 'T-1' }, '09:00', 'lanting'))
      .then(issued(4, { ticket: 'T-1' }), served(2));
    given(...past)
      .when(issue(4, { ticket: 'T-2' }, '09:00', 'others'))
      .thenRefusedUnder('B2', 'reserved-for-another');
    const forTicket = [received(5), reserved(2, { ticket: 'T-1' })];
    given(...forTicket)
      .when(issue(1, { ticket: 'T-1' }, '09:00', 'lanting'))
      .then(issued(1, { ticket: 'T-1' }), served(1));
    given(...forTicket)
      .when(issue(4, { ticket: 'T-2' }, '09:00', 'lanting'))
      .thenRefusedUnder('B2', 'reserved-for-another');
    given(...forTicket)
      .when(issue(1, { ticket: 'T-2', reservation: 'YL-1' }, '09:00', 'lanting'))
      .thenThrows(Invalid, 'not-for-that-ticket');
    given(...past)
      .when(issue(1, { reservation: 'YL-9' }))
      .thenThrows(NotFound, 'unknown-slip');
  });

  test('[B2] is free again from its end on, by the clock and the moment of the issue', () => {
    given(...past)
      .when(issue(4, {}, '17:59'))
      .thenRefusedUnder('B2', 'reserved-for-another');
    given(...past)
      .when(issue(4, {}, '18:00'))
      .then(issued(4, {}, '18:00'));
    given(...past)
      .when(issue(4, {}, '08:29'))
      .then(issued(4, {}, '08:29'));
  });

  test('[B2] is served once, and kept again where it was not taken', () => {
    const gone = [...past, issued(2, { ticket: 'T-1' }), served(2)];
    given(...gone)
      .when(issue(3, { slip: 'LY-2' }))
      .then(issued(3, { slip: 'LY-2' }));
    const way = { ...main, quantity: 2, value: '24.00', slip: 'LY-1', to };
    const declined = event('MaterialDeclined', { ...way, reason: 'x' }, '09:10');
    const restored = event(
      'ReservationRestored',
      { ...main, slip: 'YL-1', quantity: 2, of: 'LY-1' },
      '09:10',
    );
    given(...gone)
      .when(ask('DeclineMaterial', { ...main, slip: 'LY-1', reason: 'x' }, '09:10', { by: LI_WEI }))
      .then(declined, restored);
    given(...gone, declined, restored)
      .when(issue(4, { slip: 'LY-2' }, '09:30'))
      .thenRefusedUnder('B2', 'reserved-for-another');
  });

  test('[B2] told late it was given out all the same, and whoever did it answers for it', () => {
    const finding = { finding: 1, article: 'B2', code: 'reserved-for-another' } as const;
    given(...past)
      .when(inBatch(issue(4)))
      .then(
        event('MaterialIssued', { ...issued(4).data, enteredLateBy: STOREKEEPER.id }),
        event('FindingRecorded', { ...finding, person: STOREKEEPER.id, remark: 'LY-1' }),
      );
  });
});

test('[B2] whoever is urgent is served first, and of the others whoever came first', () => {
  const second = reserved(2, { slip: 'YL-2', customer: 'second' }, '08:31');
  const urgent = reserved(2, { slip: 'YL-3', customer: 'third', priority: 'urgent' }, '08:32');
  const past = [received(4), reserved(1), second, urgent];
  const owners: Record<string, string> = { 'YL-1': 'lanting', 'YL-2': 'second', 'YL-3': 'third' };
  const ticket = 'T-1';
  const takes = (quantity: number, reservation: string) =>
    issue(quantity, { reservation, ticket }, '09:00', owners[reservation]);
  given(...past)
    .when(takes(2, 'YL-3'))
    .then(issued(2, { ticket }), served(2, 'YL-3'));
  given(...past)
    .when(takes(1, 'YL-1'))
    .then(issued(1, { ticket }), served(1));
  given(...past)
    .when(takes(2, 'YL-2'))
    .thenRefusedUnder('B2', 'reserved-for-another');
  given(...past)
    .when(takes(1, 'YL-2'))
    .then(issued(1, { ticket }), served(1, 'YL-2'));
});

describe('a reservation ends', () => {
  const past = [received(5), reserved(2)];
  const over = { ...main, slip: 'YL-1', customer: 'lanting', quantity: 2 };
  const release = (slip = 'YL-1', time = '09:00') =>
    ask('ReleaseReservation', { ...main, slip, reason: '客户改期' }, time, { by: DISPATCHER });
  const end = (time: string) => ask('EndReservation', { ...main, slip: 'YL-1' }, time);
  const released = event('ReservationEnded', { ...over, reason: '客户改期' }, '09:00', DISPATCHER);

  test('[B2] by whoever says so and why, once, and what was kept is free', () => {
    given(...past)
      .when(release())
      .then(released);
    given(...past, released)
      .when(release('YL-1', '09:01'))
      .thenThrows(NotFound, 'unknown-slip');
    given(...past, released)
      .when(issue(5))
      .then(issued(5));
    given(...past, released)
      .when(issue(5, {}, '08:59'))
      .thenRefusedUnder('B2', 'reserved-for-another');
  });

  test('[B2] when its time is over, and not before; what is served or released has ended', () => {
    given(...past)
      .when(end('18:00'))
      .then(event('ReservationEnded', over, '18:00'));
    given(...past)
      .when(end('17:59'))
      .thenNothing();
    given(...past, released)
      .when(end('18:00'))
      .thenNothing();
    given(...past, issued(2), served(2))
      .when(end('18:00'))
      .thenNothing();
    given().when(end('18:00')).thenNothing();
  });

  test('[B2] the books remember the last that are over, and every one that holds', () => {
    const events: StockEvent[] = [received(5)];
    for (let index = 0; index < 90; index++) {
      const slip = `YL-${index}`;
      events.push(reserved(1, { slip }));
      if (index % 3 > 0)
        events.push(event('ReservationEnded', { ...over, slip, quantity: 1 }, '08:40'));
    }
    const { reservations } = fold(stockDecider, [...events, reserved(1, { slip: 'last' })])!;
    expect(reservations.filter(({ ended }) => ended)).toHaveLength(60);
    expect(reservations.filter(({ ended }) => !ended)).toHaveLength(31);
  });
});
