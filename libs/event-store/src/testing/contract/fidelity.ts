import { expect } from '@jest/globals';
import { newId } from '@app/kernel';
import type { NewEvent } from '../../envelope.js';
import { AppendTooLarge, UnstorableAppend } from '../../errors.js';
import { newStream, someEvent, someEvents, write } from '../events.js';
import type { Case } from './case.js';

const AWKWARD: readonly [string, unknown][] = [
  [
    'Chinese, emoji, right-to-left and combining text',
    { text: '空调漏水 👩🏽‍🔧 مرحبا e\u0301 \u2028 \ufeff' },
  ],
  ['NUL and control characters', { 'ke\u0000y': 'a\u0000b\u0001\u001f\\u0000"\\' }],
  ['lone surrogates', { text: '\ud800 and \udfff' }],
  [
    'integers to 2^53 + 1 as text, and the largest as numbers',
    { big: '9007199254740993', max: Number.MAX_SAFE_INTEGER, tiny: 5e-324, exp: 1.5e300 },
  ],
  [
    'keys in their order, among them numbers and __proto__',
    JSON.parse('{"z":1,"a":{"y":null,"b":[]},"__proto__":{"x":1},"":0}'),
  ],
  ['a string of 1 MiB', { text: '售'.repeat(349_525) }],
  ['a bare string', 'only text'],
  ['null', null],
  ['an array', [1, [2, [3, { four: 4 }]], '5']],
];

const IMPOSSIBLE: readonly unknown[] = [
  undefined,
  1n,
  Number.NaN,
  { deep: [Number.POSITIVE_INFINITY] },
  { fee: 12n },
  [undefined],
  () => 1,
  Symbol('s'),
  new Date(),
  new Map(),
  cycle(),
];

export const fidelity: readonly Case[] = [
  {
    number: 24,
    title: 'data comes back as it was, whatever it is',
    check: async (store) => {
      const stream = newStream();
      const events = AWKWARD.map(([, data]) => someEvent(data));
      for (const event of events) await store.append([write(stream, 'any', event)]);
      const stored = await store.readStream(stream);
      for (const [i, [what, data]] of AWKWARD.entries()) {
        expect([what, JSON.stringify(stored[i]!.data)]).toEqual([what, JSON.stringify(data)]);
      }
      await store.append([write(newStream(), 0, ...AWKWARD.map(([, data]) => someEvent(data)))]);
    },
  },
  {
    number: 24,
    title: 'the envelope comes back whole',
    check: async (store) => {
      const stream = newStream('名');
      const event = someEvent({ n: 1 });
      const meta = {
        ...event.meta,
        actor: { ...event.meta.actor, onBehalfOf: '王五' },
        traceParent: '00-a-b-01',
      };
      const before = new Date(Date.now() - 5_000).toISOString();
      const { position } = await store.append([
        write(stream, 0, { ...event, schemaVersion: 3, meta }),
      ]);
      const [stored] = await store.readStream(stream);
      const { recordedAt, ...rest } = stored!;
      const { id, type, data } = event;
      expect(rest).toEqual({
        ...meta,
        id,
        type,
        data,
        stream,
        version: 1,
        position,
        schemaVersion: 3,
      });
      expect(recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(recordedAt > before).toBe(true);
    },
  },
  {
    number: 24,
    title: 'what JSON cannot hold, and what names nothing, is refused before anything is stored',
    check: async (store) => {
      const stream = newStream();
      const good = someEvent();
      const bad: NewEvent[] = [
        ...IMPOSSIBLE.map((data) => ({ ...good, id: newId(), data })),
        { ...good, id: 'no-uuid' },
        { ...good, type: '' },
        { ...good, schemaVersion: 0 },
      ];
      for (const event of bad) {
        await expect(store.append([write(stream, 'any', someEvent(), event)])).rejects.toThrow(
          UnstorableAppend,
        );
      }
      for (const name of ['', 'a\u0000b', '\ud800', 'x'.repeat(300)]) {
        await expect(store.append([write(name, 'any', someEvent())])).rejects.toThrow(
          UnstorableAppend,
        );
      }
      await expect(store.append([write(stream, 'any', good, good)])).rejects.toThrow(
        UnstorableAppend,
      );
      await expect(store.append([write(stream, -1, someEvent())])).rejects.toThrow(
        UnstorableAppend,
      );
      expect(await store.readStream(stream)).toEqual([]);
    },
  },
  {
    number: 25,
    title: 'too many events or bytes for one append are refused, and nothing is stored',
    check: async (store) => {
      const stream = newStream();
      const half = 'x'.repeat(2 * 1024 * 1024 + 1);
      await expect(store.append([write(stream, 0, ...someEvents(1_001))])).rejects.toThrow(
        AppendTooLarge,
      );
      await expect(
        store.append([write(stream, 0, someEvent(half), someEvent(half))]),
      ).rejects.toThrow(AppendTooLarge);
      expect(await store.readStream(stream)).toEqual([]);
      await store.append([write(stream, 0, ...someEvents(1_000))]);
      await store.append([write(stream, 1_000, someEvent(half))]);
      expect((await store.readStream(stream, { from: 1_001 }))[0]!.data).toBe(half);
    },
  },
  {
    number: 24,
    title: 'ids are the same whatever the case of their letters',
    check: async (store) => {
      const stream = newStream();
      const event = { ...someEvent(), id: newId().toUpperCase() };
      await store.append([write(stream, 0, event)]);
      expect(
        (await store.append([write(stream, 0, { ...event, id: event.id.toLowerCase() })])).repeated,
      ).toBe(true);
      expect((await store.append([write(stream, 0, event)])).repeated).toBe(true);
    },
  },
];

function cycle(): unknown {
  const value: Record<string, unknown> = {};
  return Object.assign(value, { value });
}
