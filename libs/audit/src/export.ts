import { createHash } from 'node:crypto';
import type { EventStore, RecordedEvent } from '@app/event-store';
import { chronicle } from './chronicle.js';
import { viewOf } from './event-view.js';
import { log } from './log.js';
import { existingVersion } from './replay.js';

/** The last line of an export, by which whoever receives it sees that it is whole. */
export interface Manifest {
  readonly manifest: 1;
  readonly logId: string;
  /** The stream that was exported; null: the whole log. */
  readonly stream: string | null;
  readonly count: number;
  readonly firstPosition: string | null;
  readonly lastPosition: string | null;
  /** SHA-256, in hex, of all lines before this one, each with its line feed. */
  readonly sha256: string;
}

/**
 * The whole log, or one stream, as newline-delimited JSON: one event a line as it was stored, in
 * order, then the Manifest. What is appended while it runs is left out.
 *
 * @throws NotFound there is no such stream
 */
export async function* exported(store: EventStore, stream?: string): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let count = 0;
  let firstPosition: string | null = null;
  let lastPosition: string | null = null;
  for await (const event of stored(store, stream)) {
    const line = `${JSON.stringify(viewOf(event))}\n`;
    hash.update(line);
    lastPosition = event.position.toString();
    firstPosition ??= lastPosition;
    count++;
    yield line;
  }
  const sha256 = hash.digest('hex');
  const { logId } = store;
  const manifest: Manifest = {
    manifest: 1,
    logId,
    stream: stream ?? null,
    count,
    firstPosition,
    lastPosition,
    sha256,
  };
  yield `${JSON.stringify(manifest)}\n`;
}

async function* stored(
  store: EventStore,
  stream: string | undefined,
): AsyncGenerator<RecordedEvent> {
  if (stream === undefined) {
    yield* log(store, await store.head());
    return;
  }
  const newest = await existingVersion(store, stream);
  for await (const { event } of chronicle(store, stream, newest)) yield event;
}
