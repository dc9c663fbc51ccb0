import { expect } from '@jest/globals';
import type { RecordedEvent } from '../envelope.js';
import { VersionConflict } from '../errors.js';
import type { Appended, EventStore } from '../port.js';
import { newStream, someEvents, write } from './events.js';

/** An append that was acknowledged, as its writer saw it. */
export interface Acknowledged extends Appended {
  readonly ids: readonly string[];
  readonly began: number;
  readonly ended: number;
}

/**
 * A writer that appends one to three events at a time to streams of its own and to shared ones,
 * taking conflicts as they come, until `enough`.
 */
export async function keepWriting(
  store: EventStore,
  shared: readonly string[],
  enough: (appends: number) => boolean,
): Promise<Acknowledged[]> {
  const own = newStream('own');
  const acknowledged: Acknowledged[] = [];
  let version = 0;
  for (let n = 0; !enough(n); n++) {
    const events = someEvents((n % 3) + 1);
    const other = shared[n % shared.length]!;
    const began = performance.now();
    const writes =
      n % 5 === 4
        ? [write(own, version, ...events), write(other, 'any', ...someEvents(1))]
        : n % 5 === 3
          ? [write(other, (await store.readStream(other)).length, ...events)]
          : [write(own, version, ...events)];
    try {
      const appended = await store.append(writes);
      version = appended.versions[own] ?? version;
      const ids = writes.flatMap((each) => each.events.map(({ id }) => id));
      acknowledged.push({ ...appended, ids, began, ended: performance.now() });
    } catch (error) {
      if (!(error instanceof VersionConflict && error.stream === other)) throw error;
    }
  }
  return acknowledged;
}

/** The whole log. */
export async function wholeLog(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let after = 0n; ;) {
    const page = await store.readAll({ after, limit: 1_000 });
    events.push(...page.events);
    if (page.atHead) return events;
    after = page.scannedTo;
  }
}

/** Positions 1, 2, 3 …; every stream 1, 2, 3 … in that order; each id once; recorded in that order. */
export function expectSoundLog(log: readonly RecordedEvent[]): void {
  const versions = new Map<string, number>();
  const unsound: string[] = [];
  let recorded = '';
  for (const [i, { position, stream, version, recordedAt }] of log.entries()) {
    if (position !== BigInt(i + 1)) unsound.push(`position ${position} stands at place ${i + 1}`);
    if (version !== (versions.get(stream) ?? 0) + 1)
      unsound.push(`${stream} has version ${version} after ${versions.get(stream)}`);
    if (recordedAt < recorded)
      unsound.push(`position ${position} was recorded before its predecessor`);
    versions.set(stream, version);
    recorded = recordedAt;
  }
  expect(unsound).toEqual([]);
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
}

/** Everything acknowledged is in the log, where it was said to be, and in the order of time. */
export function expectKept(
  log: readonly RecordedEvent[],
  acknowledged: readonly Acknowledged[],
): void {
  const positions = new Map(log.map(({ id, position }) => [id, position]));
  for (const { ids, position } of acknowledged) {
    const found = ids.map((id) => positions.get(id));
    expect(found).toEqual(ids.map((_, i) => position - BigInt(ids.length - 1 - i)));
  }
  const byEnd = [...acknowledged].sort((a, b) => a.ended - b.ended);
  const byBegin = [...acknowledged].sort((a, b) => a.began - b.began);
  let newestBefore = 0n;
  let next = 0;
  for (const { began, position, ids } of byBegin) {
    for (; byEnd[next] && byEnd[next]!.ended < began; next++) {
      if (byEnd[next]!.position > newestBefore) newestBefore = byEnd[next]!.position;
    }
    expect(position - BigInt(ids.length) >= newestBefore).toBe(true);
  }
}
