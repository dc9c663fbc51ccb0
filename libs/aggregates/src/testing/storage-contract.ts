import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, type Language } from '@app/kernel';
import { DISPATCHER } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { upcast, type RecordedEvent } from '@app/event-store';
import { recordedAt } from '@app/event-store/src/testing/envelopes.js';
import type { AnyAggregate } from '../aggregate.js';

/** An event as it lies in stores; its file is never edited. */
interface Stored {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
}

/**
 * The tests that hold every aggregate to what it has stored: each version of each published event is
 * kept as a file, `<Type>.v<version>.json`, is read today as its sample, folds in any order, and is told
 * in words.
 *
 * @param folders with the files of these aggregates, and of no others; several where a library keeps some
 */
export function storageContract(
  folders: string | readonly string[],
  ...aggregates: readonly AnyAggregate[]
): void {
  const files = [folders].flat().flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ file, event: parsed(join(folder, file)) })),
  );

  test('every version of every published event is kept as a file, and nothing else', () => {
    expect(files.map(({ file }) => file).sort()).toEqual(
      [...new Set(aggregates.flatMap(filesOf))].sort(),
    );
  });

  test.each(aggregates)(
    'the $category folds and is told, in whatever order it was stored',
    (aggregate) => {
      const { decider, types, account } = aggregate;
      const pasts = files
        .filter(({ event }) => Object.hasOwn(types, event.type))
        .map(({ event }) => upcast(stored(event), types));
      const property = fc.property(anyOrder(pasts), (past) => {
        fold(decider as never, past);
        expect([...account.tell(past as never, 'zh', new Map())].length).toBeGreaterThan(0);
        expect(account.mentions(past as never)).toContain(DISPATCHER.id);
      });
      fc.assert(property, { numRuns: 300 });
    },
  );

  describe.each(files)('$file', ({ file, event }) => {
    const aggregate = aggregates.find(({ types }) => Object.hasOwn(types, event.type))!;
    const { types, account } = aggregate;
    const { sample } = types[event.type]!;
    const past = upcast(stored(event), types);

    test('is named for what it holds, and nothing of it is lost in JSON', () => {
      expect(file).toBe(`${event.type}.v${event.schemaVersion}.json`);
      expect(JSON.parse(JSON.stringify(sample))).toStrictEqual(sample);
    });

    test('is read today as the event that the code knows', () => {
      expect(past.data).toEqual(sample);
    });

    test('is told in both languages, and its account knows who did it', () => {
      const told = (language: Language) =>
        [...account.tell([past] as never, language, new Map())]
          .map((line) => line?.text ?? '')
          .join('\n');
      for (const language of ['zh', 'en'] as const) {
        expect(told(language)).toMatch(language === 'zh' ? /\p{Script=Han}/u : /[a-z]{3}/);
        expect(told(language)).not.toMatch(/undefined|null|\[object/);
        expect(told(language)).not.toContain(event.type);
      }
      expect(account.mentions([past] as never)).toContain(past.actor.id);
    });
  });
}

/** Histories that never were, of these events: some are missing, and they stand in any order. */
function anyOrder(events: readonly RecordedEvent[]) {
  return fc
    .array(fc.constantFrom(...events), { minLength: 1, maxLength: 2 * events.length })
    .map((past) => past.map((event, index) => ({ ...event, version: index + 1 })));
}

/** The names of the files in which the events of an aggregate are kept. */
export function filesOf({ types }: AnyAggregate): string[] {
  return Object.entries(types).flatMap(([type, { schemaVersion }]) =>
    Array.from({ length: schemaVersion }, (_, index) => `${type}.v${index + 1}.json`),
  );
}

function parsed(path: string): Stored {
  return JSON.parse(readFileSync(path, 'utf8')) as Stored;
}

/** What a store would hand out for it. */
function stored({ type, schemaVersion, data }: Stored): RecordedEvent {
  const place = { stream: 'kept-1', version: 1, position: 1n };
  return recordedAt(place, eventOf(DISPATCHER)(type, data), { schemaVersion });
}
