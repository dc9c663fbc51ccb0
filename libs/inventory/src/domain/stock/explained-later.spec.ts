import { describe, expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { ask, event, given, hands } from '../../testing/stock.js';
import { availableAt } from './stock.books.js';
import { stockDecider } from './stock.decider.js';

const entry = { ticket: 'T-1', visit: 1, entry: 1 };
const uncovered = (time: '08:30' | '10:00' = '10:00') =>
  event('MaterialUsed', { ...hands, quantity: 2, value: '0.00', ...entry, uncovered: 2 }, time);
const way = { ...hands, quantity: 3, value: '30.00', from: 'main', why: 'issued' as const };
const arrives = (more: { left?: string; enteredLateBy?: string } = {}, by = LI_WEI) =>
  ask('TakeIn', { ...way, slip: 'I-1', left: at('08:00'), ...more }, '09:00', { by });
const found = (person: string) => ({
  type: 'FindingRecorded',
  data: { article: 'R12', code: 'recorded-after-use', person, remark: 'I-1 → T-1' },
});

describe('[R12] what had been used before it was recorded that it was issued', () => {
  test('is found of whoever entered the issue late, and not of whoever confirmed or used it', () => {
    const events = given(uncovered())
      .when(arrives({ enteredLateBy: STOREKEEPER.id }))
      .events();
    expect(events).toMatchObject([
      { type: 'MaterialTakenIn' },
      { type: 'UncoveredUseExplained', data: { quantity: 2 } },
      found(STOREKEEPER.id),
    ]);
  });

  test('is found of whoever confirmed it only after the use, or told late that they had', () => {
    const before = given(uncovered('08:30')).when(arrives()).events();
    expect(before[2]).toMatchObject(found(LI_WEI.id));
    const late = given(uncovered())
      .when(inBatch(arrives({}, STOREKEEPER)))
      .events();
    expect(late[2]).toMatchObject(found(STOREKEEPER.id));
  });

  test('is found of nobody who confirmed it in time, and before the use', () => {
    const events = given(uncovered()).when(arrives()).events();
    expect(events.map(({ type }) => type)).toEqual(['MaterialTakenIn', 'UncoveredUseExplained']);
  });

  test('was in hand for that entry, whenever it is set right, and for no other', () => {
    const [taken, explained] = given(uncovered('08:30')).when(arrives()).events();
    const books = fold(stockDecider, [uncovered('08:30'), taken!, explained!]);
    expect(availableAt(books, at('08:30'), entry)).toBe(2000);
    expect(availableAt(books, at('08:30'), { ticket: 'T-1', entry: 2 })).toBe(0);
    expect(availableAt(books, at('09:30'), entry)).toBe(3000);
  });
});
