import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen, fold, plusMinutes, yuan } from '@app/kernel';
import { LI_WEI, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { accepted as decided } from '@app/kernel/src/testing/stories.js';
import { leastFrom, linesOf, type Line } from '../../testing/notebook.js';
import { ask, main, pieces, sku, sumOf } from '../../testing/stock.js';
import type { StockCommand } from './stock.commands.js';
import { handsAt } from '../location/location.js';
import { stockDecider } from './stock.decider.js';
import type { StockEvent } from './stock.events.js';

const PLACES = ['main', 'van-1', 'hands-li-wei'];
const price = fc.constantFrom('0.01', '3.33', '12.00', '19.99');
const slip = fc.constantFrom('a', 'b', 'c');
const quantity = fc.integer({ min: 1, max: 6 });
const place = fc.constantFrom(...PLACES);
const saying = <Data extends object>(type: StockCommand['type'], data: fc.Arbitrary<Data>) =>
  data.map((said) => ({ type, data: said }));

/** What many people ask at several places, some of it dated before what they know nothing of. */
const wish = fc.record({
  said: fc.oneof(
    saying('ReceiveMaterial', fc.record({ quantity, unitCost: price })),
    saying('IssueMaterial', fc.record({ quantity, to: place, slip })),
    saying('AcceptMaterial', fc.record({ slip })),
    saying('AcceptMaterial', fc.record({ slip })),
    saying('DeclineMaterial', fc.record({ slip, reason: fc.constant('x') })),
    saying('ReturnMaterial', fc.record({ quantity, to: place })),
    saying(
      'UseMaterial',
      fc.record({ quantity, ticket: slip, visit: fc.constant(1), entry: fc.constant(1) }),
    ),
    saying('SellMaterial', fc.record({ quantity, price })),
    saying('ScrapMaterial', fc.record({ quantity, reason: fc.constant('x') })),
  ),
  place,
  actor: fc.constantFrom(LI_WEI, SUPERVISOR, SUPERVISOR),
  after: fc.integer({ min: 0, max: 60 }),
  back: fc.constantFrom(0, 0, 0, 45, 300),
});

/** What another place takes in, of what was decided at this one. */
function followUps(event: StockEvent): { to: string; data: object }[] {
  if (event.type !== 'MaterialAccepted' && event.type !== 'MaterialReturned') return [];
  const { quantity: count, value, place: from, to } = event.data;
  const why = event.type === 'MaterialAccepted' ? 'issued' : 'returned';
  const left = event.type === 'MaterialAccepted' ? event.data.issuedAt : event.occurredAt;
  return [{ to, data: { sku, place: to, quantity: count, value, from, why, left } }];
}

test('[R12] [R15] whatever is asked, and however late: the books are those of a plain notebook', () => {
  let movements = 0;
  let late = 0;
  const told = fc.array(wish, { minLength: 10, maxLength: 45, size: 'max' });
  const property = fc.property(told, (wishes) => {
    const books = new Map<string, StockEvent[]>(PLACES.map((each) => [each, []]));
    const lines: Line[] = [];
    let clock = 0;
    const decide = (where: string, command: object): readonly StockEvent[] => {
      const before = books.get(where)!;
      const events = decided(() =>
        stockDecider.decide(command as StockCommand, fold(stockDecider, before)),
      );
      before.push(...events);
      lines.push(...linesOf(events));
      return events;
    };
    wishes.forEach(({ said, place: where, actor, after, back }, index) => {
      clock += after;
      const now = plusMinutes(at('08:00'), clock + 400);
      const occurredAt = plusMinutes(now, -back);
      const data = {
        sku,
        place: where,
        supplier: 'x',
        deliveryNote: 'x',
        customer: 'x',
        method: 'cash',
        ...said.data,
      };
      const frame = { id: `c-${index}`, occurredAt, receivedAt: now, actor, ...pieces };
      const possible = leastFrom(lines, where, occurredAt);
      const events = decide(where, { ...frame, type: said.type, data });
      // What only takes something out is possible if, and only if, the notebook says so and they are its keeper.
      if (said.type === 'ScrapMaterial') {
        const keeps = (handsAt(where) ?? actor.id) === actor.id;
        const wanted = (said.data as { quantity: number }).quantity;
        expect(events.length > 0).toBe(keeps && wanted <= possible);
      }
      for (const { to, data: taken } of events.flatMap(followUps))
        expect(decide(to, { ...frame, type: 'TakeIn', data: taken })).not.toEqual([]);
      movements += events.length;
      late += back > 0 ? events.length : 0;
      for (const each of PLACES)
        expect(leastFrom(lines, each, at('00:00'))).toBeGreaterThanOrEqual(0);
    });
    for (const [where, events] of books) {
      const stock = fold(stockDecider, events);
      const { thousandths = 0, value = '0.00' } = stock ?? {};
      const counted = lines.filter((line) => line.place === where);
      expect(thousandths).toBe(counted.reduce((sum, { change }) => sum + change, 0) * 1000);
      expect(value).toBe(sumOf(events));
      if (thousandths === 0) expect(value).toBe('0.00');
    }
    expect(lostIn(books)).toBe('0.00');
  });
  fc.assert(property, { numRuns: 150 });
  expect(movements).toBeGreaterThan(400);
  expect(late).toBeGreaterThan(50);
});

/** What came in and neither lies anywhere, nor is on its way, nor has gone for good. */
function lostIn(books: ReadonlyMap<string, readonly StockEvent[]>): string {
  const all = [...books.values()].flat();
  const worth = (pattern: RegExp) =>
    all
      .filter(({ type }) => pattern.test(type))
      .reduce((sum, { data }) => sum + ('value' in data ? fen(data.value) : 0n), 0n);
  const states = [...books.values()].map((events) => fold(stockDecider, events));
  const here = states.reduce((sum, stock) => sum + fen(stock?.value ?? '0.00'), 0n);
  const ways = states.flatMap((stock) => stock?.ways ?? []);
  const onItsWay = ways.reduce((sum, { value }) => sum + fen(value), 0n);
  return yuan(worth(/Received/) - worth(/Used|Sold|Scrapped|Explained/) - here - onItsWay);
}

test('[R15] the books are carried forward, and say the same from there as from their beginning', () => {
  const whole: StockEvent[] = [];
  let state = stockDecider.initialState();
  let carried = 0;
  for (let day = 0; day < 300; day++) {
    const time = plusMinutes(at('08:00'), day * 60);
    const command =
      day % 3 === 0
        ? ask(
            'ReceiveMaterial',
            {
              ...main,
              quantity: 4,
              unitCost: '3.33',
              slip: `R-${day}`,
              supplier: 'x',
              deliveryNote: 'x',
            },
            time,
            pieces,
          )
        : ask(
            'IssueMaterial',
            { ...main, quantity: 1, to: 'hands-li-wei', slip: `I-${day}` },
            time,
            pieces,
          );
    const events = [...stockDecider.decide(command, state)];
    if (day % 3 === 2)
      events.push(
        ...stockDecider.decide(
          ask('AcceptMaterial', { ...main, slip: `I-${day}` }, time, { by: LI_WEI }),
          fold(stockDecider, events, state),
        ),
      );
    whole.push(...events);
    carried += events.filter(({ type }) => type === 'StockCarriedForward').length;
    state = fold(stockDecider, events, state);
  }
  const last = whole.findLastIndex(({ type }) => type === 'StockCarriedForward');
  expect([carried, last > 200]).toEqual([12, true]);
  // Told late, what fills the page is dated before what it carries: the carrying is not.
  const full = { ...fold(stockDecider, whole)!, since: 199 };
  const scrap = ask(
    'ScrapMaterial',
    { ...main, quantity: 1, reason: 'x' },
    plusMinutes(full.latest, -1),
    pieces,
  );
  expect(stockDecider.decide(scrap, full).at(-1)).toMatchObject({
    type: 'StockCarriedForward',
    occurredAt: full.latest,
  });
  const without = whole.filter(({ type }) => type !== 'StockCarriedForward');
  const { since: _, ...books } = fold(stockDecider, whole.slice(last))!;
  expect(fold(stockDecider, without)).toMatchObject(books);
});
