import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen, fold, NotPossible, plusMinutes } from '@app/kernel';
import { LI_WEI, STOREKEEPER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { accepted as decided } from '@app/kernel/src/testing/stories.js';
import {
  ask,
  carried,
  event,
  given,
  hands,
  main,
  pieces,
  received,
  sumOf,
} from '../../testing/stock.js';
import { availableAt } from './stock.books.js';
import type { StockCommand } from './stock.commands.js';
import { stockDecider } from './stock.decider.js';
import type { StockEvent } from './stock.events.js';
import { isMovement } from './movements.js';
import { movementOf } from './stock.state.js';

const stocktake = 'ST-1';
const counter = 'he-jun';
const countedAt = at('12:00');
const noted = event('StockCountNoted', { ...main, stocktake, counter, countedAt }, '12:00');
const adjust = (counted: number, difference: number, time: '18:00' | '18:30' = '18:00') =>
  ask(
    'AdjustStock',
    { ...main, stocktake, counter, counted: counted * 1000, difference: difference * 1000 },
    time,
    { by: SUPERVISOR },
  );
const adjusted = (counted: number, book: number, value: string) =>
  event(
    'StockAdjusted',
    { ...main, stocktake, countedAt, counted, book, quantity: counted - book, value },
    '18:00',
    SUPERVISOR,
  );
const issued = (quantity: number, value: string, time: string, slip = 'I-1') =>
  event('MaterialIssued', { ...main, quantity, value, slip, to: 'van-1' }, at(time as '09:00'));
const after = (...events: StockEvent[]) => fold(stockDecider, events)!;

describe('a count, and stock that moves on', () => {
  test('[R16] a count is noted without how many were found', () => {
    const note = ask('NoteCount', { ...main, stocktake, counter, countedAt }, '12:00');
    given(received(10)).when(note).then(noted);
    given().when(note).then(noted);
  });

  test('[R16] complaint: a count is spoiled by movements: the difference is that of the counting moment, whatever moves between it and the approval', () => {
    const moved = [received(10), noted, issued(4, '48.00', '13:00')];
    given(...moved)
      .when(adjust(9, -1))
      .then(adjusted(9, 10, '-12.00'));
    expect(after(...moved, adjusted(9, 10, '-12.00'))).toMatchObject({
      thousandths: 5000,
      value: '60.00',
      counts: [],
      approved: [{ stocktake, countedAt }],
    });
  });

  test('[R16] a movement in the same second as the count is before it', () => {
    const then = `${countedAt.slice(0, 19)}.700Z`;
    const same = [received(10), noted, { ...issued(4, '48.00', '12:00'), occurredAt: then }];
    given(...same)
      .when(adjust(6, 0))
      .then(adjusted(6, 6, '0.00'));
  });

  test('[R16] a movement told before the approval and made before the count explains the difference', () => {
    const late = [received(10), noted, issued(1, '12.00', '11:00')];
    given(...late)
      .when(adjust(9, -1))
      .thenThrows(NotPossible, 'difference-has-changed');
    given(...late)
      .when(adjust(9, 0))
      .then(adjusted(9, 9, '0.00'));
  });

  test('[R16] what is missing is worth the average, and what takes the last piece takes the value that is left', () => {
    given(received(3, '3.33'), noted)
      .when(adjust(0, -3))
      .then(adjusted(0, 3, '-9.99'));
    given(received(3, '3.33'), noted)
      .when(adjust(5, 2))
      .then(adjusted(5, 3, '6.66'));
    const gone = [received(3, '3.33'), noted, issued(3, '9.99', '13:00')];
    given(...gone)
      .when(adjust(4, 1))
      .then(adjusted(4, 3, '3.33'));
    given(noted)
      .when(adjust(2, 2))
      .then(adjusted(2, 0, '0.00'));
  });

  test('[R16] a count spoiled by movements: more has gone since than was counted, so it is counted again', () => {
    const spoiled = [received(10), noted, issued(9, '108.00', '13:00')];
    given(...spoiled)
      .when(adjust(8, -2))
      .thenRefusedUnder('R16', 'count-is-spoiled');
    const back = [...spoiled, { ...received(5, '12.00', 'R-2'), occurredAt: at('14:00') }];
    given(...back)
      .when(adjust(8, -2))
      .thenRefusedUnder('R16', 'count-is-spoiled');
    given(...spoiled)
      .when(adjust(9, -1))
      .then(adjusted(9, 10, '-12.00'));
  });

  const many = Array.from({ length: 70 }, (_, index) =>
    event(
      'MaterialReceived',
      {
        ...main,
        ...{ quantity: 1, value: '1.00', unitCost: '1.00' },
        ...{ slip: `N-${index}`, supplier: 'x', deliveryNote: 'x' },
      },
      plusMinutes(at('12:30'), index),
    ),
  );
  const moved = [received(10), ...many].filter(isMovement).map(movementOf);

  test('[R16] a count is never refused for the movements that came after it', () => {
    const note = ask('NoteCount', { ...main, stocktake, counter, countedAt }, '12:00');
    const late = event(
      'StockCountNoted',
      { ...main, stocktake, counter, countedAt, then: { book: 10, least: 10 } },
      '12:00',
    );
    given(...carried(received(10), ...many))
      .when({ ...note, moved })
      .then(late);
    given(...carried(received(10), ...many), late)
      .when(adjust(9, -1, '18:30'))
      .then(adjusted(9, 10, '-2.38'));
    const earlier = issued(1, '2.38', '11:00');
    given(...carried(received(10), ...many), late, earlier)
      .when(adjust(9, 0, '18:30'))
      .then(adjusted(9, 9, '0.00'));
  });

  test('[R16] what was noted in time stands, however much moves afterwards', () => {
    given(...carried(received(10), noted, ...many))
      .when(adjust(9, -1, '18:30'))
      .then(adjusted(9, 10, '-2.38'));
    given(received(10)).when(adjust(9, -1)).thenThrows(NotPossible, 'difference-has-changed');
  });

  test('[R12] goods that went before the last sixty movements are booked out, however late they are told', () => {
    const scrap = { ...main, quantity: 4, reason: '受潮' };
    const known = { ...pieces.known, moved };
    given(...carried(received(10), ...many))
      .when(ask('ScrapMaterial', scrap, '09:00', { known }))
      .then(event('MaterialScrapped', { ...scrap, value: '9.50' }, '09:00'));
    given(...carried(received(10), ...many))
      .when(ask('ScrapMaterial', { ...scrap, quantity: 11 }, '09:00', { known }))
      .thenRefusedUnder('R12', 'not-in-stock');
    const use = { ...main, quantity: 4, ticket: 'T-1', visit: 1, entry: 1 };
    given(...carried(received(10), ...many))
      .when({ ...ask('UseMaterial', use, '09:00', { by: LI_WEI }), receivedAt: at('19:00'), moved })
      .then(event('MaterialUsed', { ...use, value: '9.50' }, '09:00', LI_WEI));
  });
});

describe('a movement that arrives late', () => {
  const approved = [received(10), noted, adjusted(9, 10, '-12.00')];
  const upheld = (quantity: number, value: string, toldLate: string, paper: object = {}) =>
    event('StockCountUpheld', {
      ...{ ...main, stocktake, countedAt, quantity, value, toldLate },
      ...{ movedAt: at('11:00'), ...paper },
    });
  const found = (remark: string, by = STOREKEEPER) =>
    event(
      'FindingRecorded',
      { finding: 1, article: 'R16', code: 'told-after-count', person: by.id, remark },
      '11:00',
      by,
    );

  test('[R16] and was made before a count changes the explanation, not the count', () => {
    const scrap = { ...main, quantity: 1, reason: '受潮' };
    given(...approved)
      .when(ask('ScrapMaterial', scrap, '11:00', pieces))
      .then(
        upheld(1, '12.00', 'MaterialScrapped'),
        event('MaterialScrapped', { ...scrap, value: '12.00' }, '11:00'),
        found('ST-1 · MaterialScrapped'),
      );
    const told = [
      upheld(1, '12.00', 'MaterialScrapped'),
      event('MaterialScrapped', { ...scrap, value: '12.00' }, '11:00'),
    ];
    expect(after(...approved, ...told)).toMatchObject({ thousandths: 9000, value: '108.00' });
  });

  test('[R16] the same of what came in, and never of what was made after the count', () => {
    const delivery = {
      quantity: 5,
      unitCost: '12.00',
      slip: 'R-9',
      supplier: 'x',
      deliveryNote: 'x',
    };
    const receive = (time: '11:00' | '13:00') =>
      ask('ReceiveMaterial', { ...main, ...delivery }, time, pieces);
    const came = event('MaterialReceived', { ...main, ...delivery, value: '60.00' });
    given(...approved)
      .when(receive('11:00'))
      .then(came, upheld(-5, '-60.00', 'MaterialReceived', { slip: 'R-9' }), found('ST-1 · R-9'));
    given(...approved)
      .when(receive('13:00'))
      .then(came);
  });

  test('[R16] a use of before the count that is set right is found of whoever had used it', () => {
    const use = { ...hands, quantity: 1, ticket: 'T-1', visit: 1, entry: 1 };
    const counted = { stocktake, countedAt, counted: 2, book: 2, quantity: 0, value: '0.00' };
    const way = { ...hands, from: 'main', why: 'issued' as const, slip: 'I-1' };
    const past = [
      event('MaterialTakenIn', { ...way, quantity: 3, value: '36.00' }, '10:00'),
      event('MaterialUsed', { ...use, value: '12.00' }, '11:00'),
      event('StockAdjusted', { ...hands, ...counted }, '18:00'),
    ];
    const right = ask('TakeUseBack', { ...use, usedAt: at('11:00') }, '19:00', { by: SUPERVISOR });
    expect(
      given(...past)
        .when(right)
        .events(),
    ).toMatchObject([
      { type: 'MaterialUseTakenBack' },
      { type: 'StockCountUpheld', data: { quantity: -1 } },
      { type: 'FindingRecorded', data: { code: 'told-after-count', person: 'li-wei' } },
    ]);
  });

  test('[R16] what was there before the count can have gone then, even where nothing is left now', () => {
    const sold = issued(9, '108.00', '13:00');
    const empty = [...approved, sold];
    expect(availableAt(after(...empty), at('13:30'))).toBe(0);
    expect(availableAt(after(...empty), at('11:00'))).toBe(10_000);
    const use = { ...main, quantity: 2, ticket: 'T-1', visit: 1, entry: 1 };
    given(...empty)
      .when({ ...ask('UseMaterial', use, '11:00', { by: LI_WEI }), receivedAt: at('19:00') })
      .then(
        upheld(2, '0.00', 'MaterialUsed', { ticket: 'T-1' }),
        event('MaterialUsed', { ...use, value: '0.00' }, '11:00'),
        found('ST-1 · T-1', LI_WEI),
      );
    given(...empty)
      .when(ask('ScrapMaterial', { ...main, quantity: 11, reason: 'x' }, '11:00', pieces))
      .thenRefusedUnder('R12', 'not-in-stock');
  });
});

type Kind = 'receive' | 'issue' | 'scrap' | 'count' | 'approve';
interface Counted {
  readonly at: string;
  readonly counted: number;
}

const TYPES: Readonly<Record<Kind, StockCommand['type']>> = {
  receive: 'ReceiveMaterial',
  issue: 'IssueMaterial',
  scrap: 'ScrapMaterial',
  count: 'NoteCount',
  approve: 'AdjustStock',
};

interface Wish {
  readonly kind: Kind;
  readonly quantity: number;
  readonly after: number;
  readonly back: number;
  readonly found: number;
}
interface Moment {
  readonly now: string;
  readonly slip: string;
  /** The last count, and what the books say of it. */
  readonly open: Counted;
  readonly book: number;
}

/** What a wish says. */
function dataOf({ kind, quantity }: Wish, { now, slip, open, book }: Moment) {
  const paper = { slip, unitCost: '3.33', supplier: 'x', deliveryNote: 'x' };
  const counted = open.counted * 1000;
  return {
    receive: { ...main, quantity, ...paper },
    issue: { ...main, quantity, to: hands.place, slip },
    scrap: { ...main, quantity, reason: 'x' },
    count: { ...main, stocktake, counter, countedAt: now },
    approve: { ...main, stocktake, counter, counted, difference: counted - book },
  }[kind];
}

/** What comes of a wish told at a moment; counts are told as they are made. */
function answerTo(wish: Wish, moment: Moment, events: readonly StockEvent[]) {
  const { now, slip: id } = moment;
  const counting = wish.kind === 'count' || wish.kind === 'approve';
  const occurredAt = counting ? now : plusMinutes(now, -wish.back);
  const frame = { id, occurredAt, receivedAt: now, actor: SUPERVISOR, ...pieces };
  const command = { ...frame, type: TYPES[wish.kind], data: dataOf(wish, moment) };
  const state = fold(stockDecider, events);
  return decided(() => stockDecider.decide(command as unknown as StockCommand, state));
}

function bookOf(events: readonly StockEvent[]): number {
  const counts = fold(stockDecider, events)?.counts ?? [];
  return counts.find((each) => each.stocktake === stocktake)?.book ?? 0;
}

/** From the count on only what moved after it has changed anything. */
function countStands(events: readonly StockEvent[], { at: moment, counted }: Counted): void {
  const { movements, thousandths } = fold(stockDecider, events)!;
  const since = movements.filter((each) => each.at > `${moment.slice(0, 19)}.999Z`);
  const moved = since.reduce((sum, { change }) => sum + change, 0);
  expect(thousandths).toBe(counted * 1000 + moved);
}

function neverBelowZero(events: readonly StockEvent[]): void {
  let state = stockDecider.initialState();
  for (const each of events) {
    state = stockDecider.evolve(state, each);
    expect(state!.thousandths).toBeGreaterThanOrEqual(0);
    expect(fen(state!.value)).toBeGreaterThanOrEqual(0n);
    if (state!.thousandths === 0) expect(state!.value).toBe('0.00');
    if (each.type === 'StockAdjusted' && each.data.quantity === 0)
      expect(each.data.value).toBe('0.00');
  }
  expect(state?.value ?? '0.00').toBe(sumOf(events));
}

test('[R15] [R16] whatever moves, and however late: what was counted is what is there, to the piece and the fen', () => {
  let late = 0;
  let counts = 0;
  const step = fc.record({
    kind: fc.constantFrom<Kind[]>('receive', 'issue', 'scrap', 'count', 'approve'),
    quantity: fc.integer({ min: 1, max: 5 }),
    after: fc.integer({ min: 1, max: 30 }),
    back: fc.constantFrom(0, 0, 40, 200),
    found: fc.integer({ min: -2, max: 2 }),
  });
  const property = fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
    const events: StockEvent[] = [];
    let open: Counted = { at: '', counted: 0 };
    let clock = 0;
    steps.forEach((wish, index) => {
      clock += wish.after;
      const now = plusMinutes(at('08:00'), clock + 300);
      const here = (fold(stockDecider, events)?.thousandths ?? 0) / 1000;
      const moment = { now, slip: `s-${index}`, open, book: bookOf(events) };
      const came = answerTo(wish, moment, events);
      if (came.length === 0) return;
      events.push(...came);
      if (wish.kind === 'count') open = { at: now, counted: Math.max(0, here + wish.found) };
      if (wish.kind === 'approve') countStands(events, open);
      counts += Number(wish.kind === 'approve');
      late += Number(came.some((each) => each.type === 'StockCountUpheld'));
    });
    neverBelowZero(events);
  });
  fc.assert(property, { numRuns: 200 });
  expect(counts).toBeGreaterThan(50);
  expect(late).toBeGreaterThan(20);
});
