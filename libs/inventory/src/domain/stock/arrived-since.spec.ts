import { describe, expect, test } from '@jest/globals';
import { fold, type LocalTime } from '@app/kernel';
import { LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { ask, carried, given, hands } from '../../testing/stock.js';
import { stockDecider } from './stock.decider.js';
import type { StockCommand } from './stock.commands.js';
import type { StockEvent } from './stock.events.js';

const uses = (quantity: number, time: LocalTime = '09:10', entry = 1, more: object = {}) =>
  inBatch({
    ...ask('UseMaterial', { ...hands, quantity, ticket: 'T-1', visit: 1, entry, ...more }, time, {
      by: LI_WEI,
    }),
    ...('lot' in more && { byLot: true as const }),
  });
const arrives = (
  quantity: number,
  more: { left?: LocalTime; enteredLateBy?: string } = {},
  way = {},
) => {
  const { left = '09:05', ...late } = more;
  const of = { ...hands, quantity, value: `${quantity * 10}.00`, from: 'main', ...way };
  const data = { ...of, why: 'issued' as const, slip: 'I-1', left: at(left), ...late };
  return ask('TakeIn', data, '09:15', { by: LI_WEI });
};
const told = (...commands: readonly StockCommand[]) =>
  commands.reduce<readonly StockEvent[]>(
    (past, command) => [
      ...past,
      ...given(...past)
        .when(command)
        .events(),
    ],
    [],
  );
const booksOf = (events: readonly StockEvent[]) => {
  const { thousandths, value, uses: used, uncovered, lots } = fold(stockDecider, events)!;
  return { thousandths, value, used, uncovered, lots };
};
const findings = (events: readonly StockEvent[]) =>
  events.flatMap(({ type, data }) => (type === 'FindingRecorded' ? [data] : []));

describe('[R12] what was used before it was confirmed, and is told only after it', () => {
  test.each([
    ['less than arrived', 1, 2],
    ['all that arrived', 2, 2],
    ['more than arrived', 3, 2],
  ])('leaves the books of %s as though it had been told before', (_, used, came) => {
    const before = told(uses(used), arrives(came));
    const after = told(arrives(came), uses(used));
    expect(booksOf(after)).toEqual(booksOf(before));
    expect(booksOf(after)).toMatchObject({ thousandths: (came - Math.min(used, came)) * 1000 });
    expect(findings(after)).toEqual(findings(before));
  });

  test('is explained as of the arrival, and found of whoever entered the issue late', () => {
    const late = { enteredLateBy: STOREKEEPER.id };
    const events = given(...told(arrives(2, late)))
      .when(uses(3))
      .events();
    expect(events).toMatchObject([
      { type: 'MaterialUsed', data: { uncovered: 3 }, occurredAt: at('09:10') },
      {
        type: 'UncoveredUseExplained',
        data: { quantity: 2, value: '20.00', stillUncovered: 1 },
        occurredAt: at('09:15'),
      },
      { data: { code: 'recorded-after-use', person: STOREKEEPER.id, remark: 'I-1 → T-1' } },
    ]);
  });

  test('takes of an arrival no more than what has been there since, or came', () => {
    const both = booksOf(told(arrives(2), uses(1), uses(2, '09:10', 2)));
    expect(both).toMatchObject({ thousandths: 0, uncovered: [{ entry: 2, thousandths: 1000 }] });
    const later = booksOf(told(arrives(2), uses(2, '09:30', 2), uses(1)));
    expect(later).toMatchObject({ thousandths: 0, uncovered: [{ entry: 1, thousandths: 1000 }] });
    const others = { left: '09:12' } as const;
    const beside = booksOf(told(arrives(2), arrives(5, others), uses(2), uses(2, '09:10', 2)));
    expect(beside).toMatchObject({ thousandths: 5000, uncovered: [{ entry: 2 }] });
  });

  test('stays uncovered where it left only after the use', () => {
    const books = booksOf(told(arrives(2, { left: '09:12' }), uses(1)));
    expect(books).toMatchObject({ thousandths: 2000, uncovered: [{ thousandths: 1000 }] });
  });

  test('comes from the lot that the entry names, and from no other', () => {
    const lots = [
      { lot: 'L-1', quantity: 1 },
      { lot: 'L-2', quantity: 1 },
    ];
    const of = (lot: string) => uses(1, '09:10', 1, { lot });
    const way = arrives(2, {}, { lots });
    expect(booksOf(told(way, of('L-2')))).toEqual(booksOf(told(of('L-2'), way)));
    expect(booksOf(told(way, of('L-2')))).toMatchObject({ lots: [{ lot: 'L-1' }], uncovered: [] });
    expect(booksOf(told(way, of('L-3')))).toMatchObject({ uncovered: [{ lot: 'L-3' }] });
  });

  test('is explained as well where the books were carried forward in between', () => {
    const events = given(...carried(...told(arrives(2))))
      .when(uses(1))
      .events();
    expect(events[1]).toMatchObject({ type: 'UncoveredUseExplained', data: { quantity: 1 } });
  });
});
