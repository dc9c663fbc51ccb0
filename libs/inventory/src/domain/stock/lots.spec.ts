import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, Invalid, localDate, NotPossible } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { ask, carried, event, given, hands, main, pieces } from '../../testing/stock.js';
import { stockDecider } from './stock.decider.js';
import type { Stock, StockState } from './stock.books.js';
import type { StockEvent } from './stock.events.js';

/* R12: of a material that is kept by lot every movement says of which lots it is. */

const kept = { known: { decimals: 0, unit: '支', tracked: 'lot' as const } };
const paper = { unitCost: '12.00', supplier: 'x', deliveryNote: 'x' };
const today = localDate(at('08:00'));
const A = { lot: 'A', expires: '2027-01-31' };
const B = { lot: 'B', expires: '2026-12-31' };
const OLD = { lot: 'OLD', expires: '2026-02-28' };

const receive = (quantity: number, lots: object[] | undefined, time = '08:00', slip = 'R-1') =>
  ask(
    'ReceiveMaterial',
    { ...main, quantity, slip, ...paper, ...(lots && { lots }) } as never,
    time,
    kept,
  );
const receipt = (...lots: { lot: string; quantity: number; expires?: string }[]) => {
  const quantity = lots.reduce((sum, each) => sum + each.quantity, 0);
  const value = `${quantity * 12}.00`;
  return event(
    'MaterialReceived',
    { ...main, quantity, value, slip: 'R-1', ...paper, lots },
    '08:00',
  );
};
const two = receipt({ ...A, quantity: 3 }, { ...B, quantity: 2 });
const issue = (quantity: number, lots?: object[], time = '09:00', to = 'hands-li-wei') =>
  ask(
    'IssueMaterial',
    { ...main, quantity, to, slip: `I-${time}`, ...(lots && { lots }) } as never,
    time,
    kept,
  );
const lotsOf = (...events: readonly StockEvent[]) =>
  (fold(stockDecider, events) as StockState).lots?.map(
    ({ lot, thousandths }) => `${lot} ${thousandths / 1000}`,
  );

describe('[R12] lots', () => {
  test('are named as they come in, each once, and add up; of what is not kept by lot none is', () => {
    const lots = [
      { ...A, quantity: 3 },
      { ...B, quantity: 2 },
    ];
    given().when(receive(5, lots)).then(two);
    for (const [wrong, code] of [
      [undefined, 'lots-missing'],
      [[{ ...A, quantity: 4 }], 'lots-do-not-add-up'],
      [
        [
          { ...A, quantity: 3 },
          { lot: 'A', quantity: 2 },
        ],
        'lot-named-twice',
      ],
    ] as const)
      given()
        .when(receive(5, wrong as never))
        .thenThrows(Invalid, code);
    given()
      .when({ ...receive(5, lots), ...pieces })
      .thenThrows(Invalid, 'not-by-lot');
    given(two)
      .when(receive(1, [{ lot: 'A', quantity: 1, expires: '2027-02-28' }], '09:00', 'R-2'))
      .thenThrows(Invalid, 'lot-expires-otherwise');
  });

  test('of several that are there are named, and what expires first is proposed', () => {
    given(two).when(issue(3)).thenThrows(Invalid, 'lots-missing');
    expect(() => stockDecider.decide(issue(3), fold(stockDecider, [two]))).toThrow(
      'first what expires first, 2 of B (until 2026-12-31), 1 of A (until 2027-01-31)',
    );
    const [issued] = given(two)
      .when(issue(2, [{ lot: 'B', quantity: 2 }]))
      .events();
    expect(issued).toMatchObject({ data: { lots: [{ ...B, quantity: 2 }] } });
    expect(lotsOf(two, issued!)).toEqual(['A 3']);
  });

  test('need no name where one only is there', () => {
    const [issued] = given(receipt({ ...A, quantity: 3 }))
      .when(issue(2))
      .events();
    expect(issued).toMatchObject({ data: { lots: [{ ...A, quantity: 2 }] } });
  });

  test('are never fewer than none, however many of the material there are', () => {
    given(two)
      .when(issue(3, [{ lot: 'B', quantity: 3 }]))
      .thenRefusedUnder('R12');
    given(two)
      .when(issue(1, [{ lot: 'C', quantity: 1 }]))
      .thenRefusedUnder('R12');
    // What went at eleven was there at ten, and is not there for whoever is told late to have taken it.
    const [gone] = given(two)
      .when(issue(2, [{ lot: 'B', quantity: 2 }], '11:00'))
      .events();
    given(two, gone!)
      .when(inBatch(issue(1, [{ lot: 'B', quantity: 1 }], '10:00')))
      .thenRefusedUnder('R12');
  });

  test('go along, arrive and come back with what they are', () => {
    const sent = given(two)
      .when(issue(2, [{ lot: 'A', quantity: 2 }]))
      .events();
    const accept = ask('AcceptMaterial', { ...main, slip: 'I-09:00' }, '09:30', { by: LI_WEI });
    const decline = ask('DeclineMaterial', { ...main, slip: 'I-09:00', reason: 'x' }, '09:30');
    const arrived = given(two, ...sent)
      .when(accept)
      .events();
    expect(arrived).toMatchObject([{ data: { lots: [{ ...A, quantity: 2 }] } }]);
    const back = given(two, ...sent)
      .when(decline)
      .events();
    expect(lotsOf(two, ...sent, ...back)).toEqual(['A 3', 'B 2']);
  });

  test('are sold, and come back of the sale as those that were sold', () => {
    const terms = { customer: 'x', price: '50.00', method: 'cash', slip: 'XS' } as const;
    const lots = [
      { lot: 'A', quantity: 1 },
      { lot: 'B', quantity: 2 },
    ];
    const sold = given(two)
      .when(ask('SellMaterial', { ...main, quantity: 3, lots, ...terms }, '09:00', kept))
      .events();
    const back = (data: object) =>
      ask(
        'TakeBackMaterial',
        { ...main, quantity: 1, slip: 'XS', refund: '1.00', reason: 'x', ...data },
        '10:00',
        kept,
      );
    given(two, ...sold)
      .when(back({}))
      .thenThrows(Invalid, 'lots-missing');
    given(two, ...sold)
      .when(back({ quantity: 2, lots: [{ lot: 'A', quantity: 2 }] }))
      .thenThrows(Invalid, 'more-than-was-sold');
    const returned = given(two, ...sold)
      .when(back({ lots: [{ lot: 'B', quantity: 1 }] }))
      .events();
    expect(lotsOf(two, ...sold, ...returned)).toEqual(['A 2', 'B 1']);
  });

  test('are carried forward with the books', () => {
    const books = carried(two);
    given(...books)
      .when(issue(3, [{ lot: 'B', quantity: 3 }]))
      .thenRefusedUnder('R12');
    expect(lotsOf(...books)).toEqual(['A 3', 'B 2']);
  });
});

describe('[R12] what has expired', () => {
  const stock = receipt({ ...OLD, quantity: 2 }, { ...A, quantity: 1 });
  const some = [{ lot: 'OLD', quantity: 1 }];

  test('is neither issued into hands nor sold; told late it was, and that is found', () => {
    expect(OLD.expires < today).toBe(true);
    given(stock).when(issue(1, some)).thenRefusedUnder('R12');
    const terms = { customer: 'x', price: '50.00', method: 'cash', slip: 'XS' } as const;
    given(stock)
      .when(ask('SellMaterial', { ...main, quantity: 1, lots: some, ...terms }, '09:00', kept))
      .thenRefusedUnder('R12');
    const late = given(stock)
      .when(inBatch(issue(1, some)))
      .events();
    expect(late).toMatchObject([
      { type: 'MaterialIssued' },
      { type: 'FindingRecorded', data: { code: 'lot-expired' } },
    ]);
  });

  test('is not proposed, goes to another store and is scrapped', () => {
    expect(() => stockDecider.decide(issue(1), fold(stockDecider, [stock]))).toThrow(/1 of A/);
    given(stock)
      .when(issue(1, some, '09:00', 'van-1'))
      .events();
    const scrap = { ...main, quantity: 1, reason: 'x', lots: some };
    const gone = given(stock)
      .when(ask('ScrapMaterial', scrap, '09:00', kept))
      .events();
    expect(lotsOf(stock, ...gone)).toEqual(['OLD 1', 'A 1']);
  });
});

describe('[R12] on tickets', () => {
  const takeIn = (lots: { lot: string; quantity: number; expires?: string }[], time = '08:30') =>
    ask(
      'TakeIn',
      {
        ...{ ...hands, from: 'main', why: 'issued', left: at('08:00'), value: '12.00', lots },
        quantity: lots.reduce((sum, each) => sum + each.quantity, 0),
      },
      time,
    );
  const use = (quantity: number, lot?: string, time = '10:00') => ({
    ...ask(
      'UseMaterial',
      { ...hands, quantity, ticket: 'T-1', visit: 1, entry: 1, ...(lot && { lot }) },
      time,
    ),
    byLot: true as const,
  });
  const inHand = given()
    .when(
      takeIn([
        { ...A, quantity: 2 },
        { ...B, quantity: 1 },
      ]),
    )
    .events();

  test('the lot that an entry names is used, or else first what expires first', () => {
    const [named] = given(...inHand)
      .when(use(2, 'A'))
      .events();
    expect(named).toMatchObject({ data: { lot: 'A', lots: [{ ...A, quantity: 2 }] } });
    const [unnamed] = given(...inHand)
      .when(use(2))
      .events();
    expect(unnamed).toMatchObject({
      data: {
        lots: [
          { ...B, quantity: 1 },
          { ...A, quantity: 1 },
        ],
      },
    });
  });

  test('what was used of a lot that was not in hand is uncovered, and explained by that lot alone', () => {
    const [used] = given(...inHand)
      .when(inBatch(use(3, 'C')))
      .events();
    expect(used).toMatchObject({ data: { uncovered: 3, value: '0.00', lots: [], lot: 'C' } });
    const others = given(...inHand, used!)
      .when(takeIn([{ ...A, quantity: 1 }], '11:00'))
      .events();
    expect(others.map(({ type }) => type)).toEqual(['MaterialTakenIn']);
    const explained = given(...inHand, used!)
      .when(
        takeIn(
          [
            { lot: 'A', quantity: 1 },
            { lot: 'C', quantity: 2 },
          ],
          '11:00',
        ),
      )
      .events();
    expect(explained[1]).toMatchObject({
      type: 'UncoveredUseExplained',
      data: { quantity: 2, lots: [{ lot: 'C', quantity: 2 }] },
    });
    expect(fold(stockDecider, [...inHand, used!, ...explained])).toMatchObject({
      uncovered: [{ lot: 'C', thousandths: 1000 }],
    });
  });

  test('what was not used after all is back as the lots that it was', () => {
    const used = given(...inHand)
      .when(use(3))
      .events();
    const back = { ...hands, quantity: 1, ticket: 'T-1', visit: 1, entry: 1, usedAt: at('10:00') };
    const returned = given(...inHand, ...used)
      .when(ask('TakeUseBack', back, '12:00'))
      .events();
    expect(lotsOf(...inHand, ...used, ...returned)).toEqual(['A 1']);
  });
});

describe('[R16] lots that are counted', () => {
  const counter = 'he-jun';
  const countedAt = at('12:00');
  const noted = event(
    'StockCountNoted',
    { ...main, stocktake: 'ST-1', counter, countedAt },
    '12:00',
  );
  const adjust = (lots: { lot: string; counted: number; difference: number }[]) => {
    const sum = (of: 'counted' | 'difference') =>
      lots.reduce((all, each) => all + each[of] * 1000, 0);
    const inBooks = lots.map(({ lot, ...each }) => ({
      ...{ lot, counted: each.counted * 1000, difference: each.difference * 1000 },
    }));
    const count = { counted: sum('counted'), difference: sum('difference'), lots: inBooks };
    return ask('AdjustStock', { ...main, stocktake: 'ST-1', counter, ...count }, '18:00');
  };
  const seen = [
    { lot: 'A', counted: 2, difference: -1 },
    { lot: 'B', counted: 3, difference: 1 },
  ];
  const early = (quantity: number, lot: string) =>
    inBatch(issue(quantity, [{ lot, quantity }], '11:00'));

  test('are adjusted lot by lot, by what the books say of the moment, whatever moves on', () => {
    const [gone] = given(two, noted)
      .when(issue(1, [{ lot: 'A', quantity: 1 }], '13:00'))
      .events();
    const past = [two, noted, gone!];
    const events = given(...past)
      .when(adjust(seen))
      .events();
    expect(events).toMatchObject([
      { type: 'StockAdjusted', data: { quantity: 0, lots: [{ quantity: -1 }, { quantity: 1 }] } },
    ]);
    expect(lotsOf(...past, ...events)).toEqual(['A 1', 'B 3']);
  });

  test('are not adjusted as approved where what was told since has changed the difference of one', () => {
    const late = given(two, noted).when(early(1, 'A')).events();
    given(two, noted, ...late)
      .when(adjust(seen))
      .thenThrows(NotPossible, 'difference-has-changed');
    given(two, noted, ...late)
      .when(
        adjust([
          { lot: 'A', counted: 2, difference: 0 },
          { lot: 'B', counted: 3, difference: 1 },
        ]),
      )
      .events();
    given(two, noted)
      .when(adjust([{ lot: 'A', counted: 5, difference: 0 }]))
      .thenThrows(NotPossible, 'difference-has-changed');
  });

  test('stand once approved: what went before the count changes the explanation, of that lot', () => {
    const adjusted = given(two, noted).when(adjust(seen)).events();
    const late = given(two, noted, ...adjusted)
      .when(early(1, 'A'))
      .events();
    expect(late.map(({ type }) => type)).toEqual([
      'StockCountUpheld',
      'MaterialIssued',
      'FindingRecorded',
    ]);
    expect(late[0]).toMatchObject({ data: { lots: [{ lot: 'A', quantity: 1 }] } });
    expect(lotsOf(two, noted, ...adjusted, ...late)).toEqual(['A 2', 'B 3']);
  });
});

describe('[R12] whatever moves and however late it is told', () => {
  const move = fc.record({
    what: fc.constantFrom('receive', 'receive', 'issue', 'decline', 'scrap'),
    lots: fc.uniqueArray(
      fc.record({ lot: fc.constantFrom('A', 'B', 'C'), quantity: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 3, selector: ({ lot }) => lot },
    ),
    minute: fc.integer({ min: 10, max: 59 }),
    late: fc.boolean(),
  });
  type Move = typeof move extends fc.Arbitrary<infer Each> ? Each : never;

  function commandOf({ what, lots, minute, late }: Move, number: number, books: Stock) {
    const quantity = lots.reduce((sum, each) => sum + each.quantity, 0);
    const time = `${late ? '08' : '10'}:${minute}`;
    const some = { ...main, quantity, lots };
    const slip = books?.ways[0]?.slip ?? 'x';
    if (what === 'receive') return receive(quantity, lots, time, `R-${number}`);
    if (what === 'scrap') return ask('ScrapMaterial', { ...some, reason: 'x' }, time, kept);
    if (what === 'decline') return ask('DeclineMaterial', { ...main, slip, reason: 'x' }, '11:30');
    return ask('IssueMaterial', { ...some, to: 'van-1', slip: `I-${number}` }, time, kept);
  }

  /** What the decider accepts of them. */
  function accepted(moves: readonly Move[]): StockEvent[] {
    const events: StockEvent[] = [];
    for (const [number, each] of moves.entries()) {
      const books = fold(stockDecider, events);
      const command = inBatch(commandOf(each, number, books));
      try {
        events.push(...stockDecider.decide(command, books));
      } catch (error) {
        expect(error).toHaveProperty('code');
      }
    }
    return events;
  }

  const DIRECTION: Readonly<Record<string, number>> = {
    MaterialReceived: 1,
    MaterialDeclined: 1,
    MaterialIssued: -1,
    MaterialScrapped: -1,
  };

  /** An independent notebook: one line for each lot that came or went. */
  function linesOf(events: readonly StockEvent[]) {
    return events.flatMap(({ type, data, occurredAt }) => {
      const direction = DIRECTION[type] ?? 0;
      const { lots = [] } = data as { lots?: { lot: string; quantity: number }[] };
      const some = direction === 0 ? [] : lots;
      return some.map(({ lot, quantity }) => ({ lot, change: direction * quantity, occurredAt }));
    });
  }

  test('no lot is ever below zero, and together they are what is there', () => {
    let done = 0;
    const property = fc.property(fc.array(move, { minLength: 10, maxLength: 30 }), (moves) => {
      const events = accepted(moves);
      const lines = linesOf(events);
      for (const { lot, occurredAt } of lines) {
        const until = lines.filter((each) => each.lot === lot && each.occurredAt <= occurredAt);
        expect(until.reduce((sum, { change }) => sum + change, 0)).toBeGreaterThanOrEqual(0);
      }
      const { lots = [], thousandths = 0 } = fold(stockDecider, events) ?? {};
      expect(lots.reduce((sum, each) => sum + each.thousandths, 0)).toBe(thousandths);
      done += events.length;
    });
    fc.assert(property, { numRuns: 150 });
    expect(done).toBeGreaterThan(1000);
  });
});
