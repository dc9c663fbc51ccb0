import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Language } from '@app/kernel';
import { upcast, type RecordedEvent } from '@app/event-store';
import type { AnyAggregate } from '../aggregate.js';

/** An event as it lies in stores; its file is never edited. */
interface Stored {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
}

/**
 * The tests that hold every aggregate to what it has stored: each version of each published event is
 * kept as a file, `<Type>.v<version>.json`, is read today as its sample, folds, and is told in words.
 *
 * @param folders with the files of these aggregates, and of no others; several where a library keeps some
 */
export function storageContract(
  folders: string | readonly string[],
  ...aggregates: readonly AnyAggregate[]
): void {
  const stored = [folders].flat().flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ file, event: parsed(join(folder, file)) })),
  );

  test('every version of every published event is kept as a file, and nothing else', () => {
    expect(stored.map(({ file }) => file).sort()).toEqual(aggregates.flatMap(filesOf).sort());
  });

  describe.each(stored)('$file', ({ file, event }) => {
    const aggregate = aggregates.find(({ types }) => Object.hasOwn(types, event.type))!;
    const { decider, types, account } = aggregate;
    const { sample } = types[event.type]!;
    const past = upcast(recorded(event), types);

    test('is named for what it holds, and nothing of it is lost in JSON', () => {
      expect(file).toBe(`${event.type}.v${event.schemaVersion}.json`);
      expect(JSON.parse(JSON.stringify(sample))).toStrictEqual(sample);
    });

    test('is read today as the event that the code knows', () => {
      expect(past.data).toEqual(sample);
    });

    test('folds without complaint, also twice', () => {
      const once = decider.evolve(decider.initialState() as never, past as never);
      expect(() => decider.evolve(once as never, past as never)).not.toThrow();
    });

    test('is told in both languages, and its account knows who did it', () => {
      const told = (language: Language) =>
        account
          .tell([past] as never, language, new Map())
          .map(({ text }) => text)
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
function recorded({ type, schemaVersion, data }: Stored): RecordedEvent {
  const commandId = '0190d3f0-0000-7000-8000-000000000001';
  return {
    type,
    schemaVersion,
    data,
    id: commandId,
    stream: 'kept-1',
    version: 1,
    position: 1n,
    occurredAt: '2026-03-02T01:00:00.000Z',
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: { id: 'zhao-min', role: 'dispatcher' },
    articles: [],
    commandId,
    commandHash: 'kept',
    correlationId: commandId,
    causationId: commandId,
    policyVersion: '2026.1',
  };
}
