import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { StandingEvent } from '../../domain/standing.events.js';
import { act, laterOf, openedCase, proposed } from '../../testing/cases.js';
import { standing } from './standing.projection.js';
import type { StandingRow } from './standing.row.js';

const pending = openedCase(4, 'D28.report');
const events: readonly StandingEvent[] = [
  ...act(1, 'D26.disobeys'),
  ...act(2, 'D9.adopted'),
  ...act(3, 'D26.talks-back'),
  laterOf(openedCase(3, 'D26.talks-back'))('ActRevoked', { case: 3, reason: '误会' }),
  pending,
  proposed(pending),
];

/** The row after the events, where it is looked at in between or not. */
function rowOf(isRead: (nth: number) => boolean): StandingRow {
  const [first, ...rest] = recorded('standing-he-ying:2026', events);
  const fold = (row: StandingRow | undefined, event: object) =>
    standing.evolve(row, event as never, 'he-ying:2026', undefined as never)!;
  return rest.reduce<StandingRow>(
    (row, event, nth) => {
      // As it is stored, and loaded again.
      const before = isRead(nth) ? (JSON.parse(JSON.stringify(row)) as StandingRow) : row;
      return fold(before, event);
    },
    fold(undefined, first!),
  );
}

test('[D8] a row comes to the same whether it was stored after each event or once', () => {
  const once = rowOf(() => false);
  expect(once).toMatchObject({ points: -6, open: true, version: events.length });
  expect(once.standing.cases).toHaveLength(4);
  for (const isRead of [() => true, (nth: number) => nth % 3 === 0])
    expect(JSON.stringify(rowOf(isRead))).toBe(JSON.stringify(rowOf(() => false)));
});

test('a row that was read goes on as it was, and says the same each time', () => {
  const [first, second] = recorded('standing-he-ying:2026', events.slice(0, 2));
  const row = standing.evolve(undefined, first as never, 'he-ying:2026', undefined as never)!;
  const kept = row.standing;
  expect(row.standing).toBe(kept);
  expect(row).toMatchObject({ points: 0, net: [], open: true, appealUntil: null });
  const next = standing.evolve(row, second as never, 'he-ying:2026', undefined as never)!;
  expect(next.standing.cases).toMatchObject([{ status: 'proposed' }]);
  expect(row.standing.cases).toMatchObject([{ status: 'open' }]);
});
