import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { NewEvent } from '../envelope.js';
import { DuplicateEvent, VersionConflict } from '../errors.js';
import type { Appended, EventStore, ExpectedVersion, StreamWrite } from '../port.js';
import { newStream, someEvents } from '../testing/events.js';
import { expectSoundLog, wholeLog } from '../testing/history.js';
import { PostgresEventStore } from './postgres-event-store.js';

const STREAMS = 3;

interface Attempt {
  /** Which store makes it; those of one store are made at once. */
  readonly by: number;
  readonly writes: readonly { stream: number; expected: ExpectedVersion; count: number }[];
  /** Send the same again. */
  readonly again: boolean;
}

const expected = fc.oneof(
  { weight: 3, arbitrary: fc.constant<ExpectedVersion>('any') },
  { weight: 3, arbitrary: fc.nat(4) },
  fc.constantFrom<ExpectedVersion>('no-stream', 'stream-exists'),
);

const attempts = fc.array(
  fc.record<Attempt>({
    by: fc.nat(2),
    writes: fc.uniqueArray(fc.record({ stream: fc.nat(STREAMS - 1), expected, count: fc.nat(3) }), {
      minLength: 1,
      maxLength: STREAMS,
      selector: ({ stream }) => stream,
    }),
    again: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);

describe('any appends, made at once by several stores', () => {
  let database: TestDatabase;
  let stores: PostgresEventStore[];
  beforeAll(async () => {
    database = await testDatabase();
    stores = await Promise.all(
      (['adaptive', 'locked', 'adaptive'] as const).map((path) =>
        PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true, path }),
      ),
    );
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  test('leave what was acknowledged and nothing else, each append whole and where it expected to be', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (all) => {
        const streams = Array.from({ length: STREAMS }, () => newStream('model'));
        const answers = await Promise.all(
          all.flatMap(({ by, writes, again }) => {
            const append = writes.map(({ stream, expected: wanted, count }): StreamWrite => ({
              stream: streams[stream]!,
              expected: wanted,
              events: someEvents(count),
            }));
            const sends = again ? [stores[by]!, stores[(by + 1) % 3]!] : [stores[by]!];
            return sends.map((store) => answerOf(store, append));
          }),
        );
        expectExplained(await stores[0]!.readStreams(streams), answers);
      }),
      { numRuns: 40 },
    );
    expectSoundLog(await wholeLog(stores[0]!));
  }, 60_000);
});

interface Answer {
  readonly append: readonly StreamWrite[];
  readonly appended?: Appended;
}

async function answerOf(store: EventStore, append: readonly StreamWrite[]): Promise<Answer> {
  try {
    return { append, appended: await store.append(append) };
  } catch (error) {
    if (error instanceof VersionConflict || error instanceof DuplicateEvent) return { append };
    throw error;
  }
}

/** What is stored is what was acknowledged, each append whole, and at a version that it expected. */
function expectExplained(
  stored: ReadonlyMap<string, readonly { id: string; version: number; position: bigint }[]>,
  answers: readonly Answer[],
): void {
  const acknowledged = new Set<string>();
  for (const { append, appended } of answers) {
    if (!appended) continue;
    const positions: bigint[] = [];
    for (const { stream, expected: wanted, events } of append) {
      const after = appended.versions[stream]!;
      const before = after - events.length;
      expectHolds(wanted, events, before);
      const place = stored.get(stream)!.slice(before, after);
      expect(place.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      for (const { id, position } of place) {
        acknowledged.add(id);
        positions.push(position);
      }
    }
    const { position } = appended;
    const whole = positions.map((_, i) => position - BigInt(positions.length - 1 - i));
    expect(positions).toEqual(whole);
  }
  const ids = [...stored.values()].flatMap((events) => events.map(({ id }) => id));
  expect(new Set(ids)).toEqual(acknowledged);
  expect(ids).toHaveLength(acknowledged.size);
}

function expectHolds(wanted: ExpectedVersion, events: readonly NewEvent[], before: number): void {
  if (typeof wanted === 'number') expect(before).toBe(wanted);
  if (wanted === 'no-stream') expect(before).toBe(0);
  if (wanted === 'stream-exists') expect(before + events.length).toBeGreaterThan(0);
}
