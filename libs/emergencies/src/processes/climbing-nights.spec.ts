import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exceptionMade, LADDER, rosterSet } from '../testing/rosters.js';
import { clock, HORIZON, lived, minute, type Told } from '../testing/lived-emergencies.js';
import type { RosterEvent } from '../domain/roster.events.js';

/* Nights of an emergency as the clock, its process and the roster bring them on: raised at minute 0, two in the morning. */

const ALL = [1, 2, 3] as const;

/** Rung, from and until which minute nobody is on call there; the roster of the house has somebody on each. */
const away = (rung: number, from = -60, until = HORIZON, told = -60): Told => ({
  at: told,
  event: exceptionMade(
    {
      ...{ rung, employees: [], date: '2026-03-03' },
      ...{ from: clock(from), until: clock(until) },
    },
    minute(told),
  ),
});
const backOn = (rung: number, from: number, told: number): Told => {
  const { event } = away(rung, from, HORIZON, told);
  const data = { ...event.data, employees: ['zhao-jun'] };
  return { at: told, event: { ...event, data } as RosterEvent };
};
const edition = (number: number, from: number, told: number, ladder = LADDER): Told => ({
  at: told,
  event: { ...rosterSet(minute(from), number, ladder), occurredAt: minute(told) },
});
const house = edition(1, -120, -120);

describe('[B3] with nobody on call on some rungs, which are passed over at once', () => {
  /** Of the first forty minutes: `10 R2` is rung 2 at minute 10, in brackets where nobody is on call there; GM the general manager. */
  test.each([
    ['none', [], '0 R1, 10 R2, 20 R3, 30 GM, 30 R1, 40 R2'],
    ['the first', [1], '0 (R1), 0 R2, 10 R3, 20 GM, 20 (R1), 20 R2, 30 R3, 40 GM, 40 (R1), 40 R2'],
    ['the second', [2], '0 R1, 10 (R2), 10 R3, 20 GM, 20 R1, 30 (R2), 30 R3, 40 GM, 40 R1'],
    ['the last', [3], '0 R1, 10 R2, 20 (R3), 20 GM, 20 R1, 30 R2, 40 (R3), 40 GM, 40 R1'],
    [
      'the first two',
      [1, 2],
      '0 (R1), 0 (R2), 0 R3, 10 GM, 10 (R1), 10 (R2), 10 R3, 20 GM, 20 (R1), 20 (R2), 20 R3, ' +
        '30 GM, 30 (R1), 30 (R2), 30 R3, 40 GM, 40 (R1), 40 (R2), 40 R3',
    ],
    [
      'the first and the last',
      [1, 3],
      '0 (R1), 0 R2, 10 (R3), 10 GM, 10 (R1), 10 R2, 20 (R3), 20 GM, 20 (R1), 20 R2, ' +
        '30 (R3), 30 GM, 30 (R1), 30 R2, 40 (R3), 40 GM, 40 (R1), 40 R2',
    ],
    [
      'the last two',
      [2, 3],
      '0 R1, 10 (R2), 10 (R3), 10 GM, 10 R1, 20 (R2), 20 (R3), 20 GM, 20 R1, ' +
        '30 (R2), 30 (R3), 30 GM, 30 R1, 40 (R2), 40 (R3), 40 GM, 40 R1',
    ],
    [
      'all',
      [1, 2, 3],
      [0, 10, 20, 30, 40].map((m) => `${m} (R1), ${m} (R2), ${m} (R3), ${m} GM`).join(', '),
    ],
  ])('%s: who is called when', (_, empty, expected) => {
    const { calls, findings } = lived([house, ...empty.map((rung) => away(rung))]);
    expect(
      calls
        .filter(({ at }) => at <= 40)
        .map(({ text }) => text)
        .join(', '),
    ).toBe(expected);
    expect(findings).toEqual(empty);
  });
});

describe('[B3] an emergency that nobody could be called for', () => {
  const nobody = ALL.map((rung) => away(rung));
  const calls = (told: readonly Told[], until = 30) =>
    lived(told)
      .calls.filter(({ at, text }) => at <= until && !text.includes('('))
      .map(({ text }) => text);

  test('calls at once when a roster is set', () => {
    expect(calls([edition(1, 7, 7)])).toEqual(['7 R1', '17 R2', '27 R3']);
  });

  test('calls when a roster that was set comes into force', () => {
    expect(calls([edition(1, 12, 5)])).toEqual(['12 R1', '22 R2']);
    expect(calls([edition(1, 12, -5)])).toEqual(['12 R1', '22 R2']);
    expect(calls([edition(1, 25, -5), edition(2, 12, 3)])).toEqual(['12 R1', '22 R2']);
  });

  test('calls the general manager of a roster that is set with nobody on call on it', () => {
    expect(calls([...nobody.map((each) => ({ ...each, at: 4 })), edition(1, 3, 3)], 14)).toEqual([
      '3 R1',
      '13 GM',
    ]);
    const empty = { ...LADDER, rungs: LADDER.rungs.map(({ name }) => ({ name, shifts: [] })) };
    expect(calls([edition(1, 3, 3, empty)], 14)).toEqual(['3 GM', '13 GM']);
  });

  test('calls who stands in by an exception, from when that says', () => {
    expect(calls([house, ...nobody, backOn(2, 4, 4)], 14)).toEqual([
      '0 GM',
      '4 R2',
      '14 GM',
      '14 R2',
    ]);
    expect(calls([house, ...nobody, backOn(2, 6, 4)], 16)).toEqual([
      '0 GM',
      '6 R2',
      '16 GM',
      '16 R2',
    ]);
    expect(calls([house, ...nobody, backOn(2, 14, 4)], 24)).toEqual([
      ...['0 GM', '10 GM', '14 R2'],
      ...['24 GM', '24 R2'],
    ]);
  });

  test('calls whose hours begin', () => {
    const nights = [away(1), away(2, -60, 7), away(3)];
    expect(calls([house, ...nights], 17)).toEqual(['0 GM', '7 R2', '17 GM', '17 R2']);
  });

  test('climbs another edition where nobody is on call on its own, and its own as soon as somebody is', () => {
    const empty = { ...LADDER, rungs: LADDER.rungs.map(({ name }) => ({ name, shifts: [] })) };
    const { calls: all, editions } = lived([edition(1, -60, -60, empty), edition(2, 5, 5)]);
    expect(all.filter(({ text }) => !text.includes('(')).slice(0, 3)).toMatchObject([
      ...[{ text: '0 GM' }, { text: '5 R1' }, { text: '15 R2' }],
    ]);
    expect(editions).toEqual([2]);
    const both = lived([house, edition(2, -30, 5), ...nobody.slice(1)]);
    expect(both.editions).toEqual([]);
  });
});

const change = fc.record({
  rung: fc.constantFrom(...ALL),
  told: fc.integer({ min: -30, max: 100 }),
  from: fc.integer({ min: -30, max: 110 }),
  length: fc.integer({ min: 1, max: 60 }),
  somebody: fc.boolean(),
});
const night = fc.record({
  ledFrom: fc.integer({ min: -20, max: 60 }),
  setAhead: fc.integer({ min: 0, max: 20 }),
  empty: fc.subarray([...ALL]),
  changes: fc.array(change, { maxLength: 6 }),
});

test('[B3] whatever becomes of the roster, nobody who is on call is waited for in vain, and no ten minutes pass without a call', () => {
  fc.assert(
    fc.property(night, ({ ledFrom, setAhead, empty, changes }) => {
      const told = [
        edition(1, ledFrom, ledFrom - setAhead),
        ...empty.map((rung) => ({ ...away(rung, -120, HORIZON, ledFrom) })),
        ...changes.map(({ rung, told: at, from, length, somebody }) => {
          const when = Math.max(at, ledFrom);
          const { event } = away(rung, from, from + length, when);
          const employees = somebody ? ['zhao-jun'] : [];
          const data = { ...event.data, employees };
          return { at: when, event: { ...event, data } as RosterEvent };
        }),
      ];
      const { calls, onCallAt } = lived(told);
      const rungs = calls.filter(({ text }) => text.includes('R'));
      for (let now = Math.max(0, ledFrom); now < HORIZON - 60; now += 1) {
        const recent = calls.filter(({ at }) => now - 10 < at && at <= now);
        // Somebody was called in these ten minutes, or else everybody who could be was the general manager.
        expect(recent.some(({ text }) => !text.includes('('))).toBe(true);
        const reached = recent.some(({ text }) => / R/.test(text));
        if (onCallAt(now).length > 0) expect(reached).toBe(true);
      }
      // No rung is called twice at one time, and none but those on which somebody is on call then.
      expect(new Set(calls.map(({ text }) => text)).size).toBe(calls.length);
      for (const { at, rung, text } of rungs)
        expect(onCallAt(at).includes(rung!)).toBe(!text.includes('('));
    }),
    { numRuns: 50 },
  );
});
