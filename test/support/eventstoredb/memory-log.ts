import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { judge, type Expected, type Stream } from './expected-version.js';
import { bytesOf, jsonRecord, type LogRecord, type ProposedEvent } from './log-record.js';

/** Events for one stream, all or none. */
export interface Write {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
}

export type Outcome =
  | { readonly kind: 'stored'; readonly revision: bigint; readonly position: bigint }
  /** `current` is the revision of the last event; null without any. */
  | { readonly kind: 'wrong'; readonly current: bigint | null }
  | { readonly kind: 'deleted' };

/** So many appends of others lie between two of the server's own. */
const APPENDS_BETWEEN_STATISTICS = 5;

const LAST_REVISION = 2n ** 63n - 1n;

/** One log, of which streams are views. It outlives the server that serves it, but not the process. */
export class MemoryLog {
  readonly records: LogRecord[] = [];
  /** Emits `grown` after each append. */
  readonly events = new EventEmitter().setMaxListeners(0);
  private readonly streams = new Map<string, Stream>();
  private end = 1_000n;
  private appends = 0;

  constructor() {
    for (const user of ['admin', 'ops'])
      this.store(`$user-${user}`, [jsonRecord(randomUUID(), '$UserCreated', { loginName: user })]);
  }

  stream(name: string): Stream {
    return this.streams.get(name) ?? { records: [], truncateBefore: 0, tombstoned: false };
  }

  append({ stream: name, expected, events }: Write): Outcome {
    const stream = this.stream(name);
    const verdict = judge(stream, expected, events);
    if (verdict.kind === 'deleted') return { kind: 'deleted' };
    if (verdict.kind === 'wrong') return { kind: 'wrong', current: revisionOf(stream) };
    if (verdict.kind === 'repeat') return storedAt(verdict.last);
    this.store(name, events);
    this.truncateAsTold(name, events);
    this.chatter();
    this.events.emit('grown');
    return this.stored(name);
  }

  /** Softly: numbering goes on where it ended. For good (`tombstone`): the name is never used again. */
  delete(name: string, expected: Expected, tombstone: boolean): Outcome {
    const stream = this.stream(name);
    const { kind } = judge(stream, expected, []);
    if (kind === 'deleted') return { kind };
    if (kind === 'wrong') return { kind, current: revisionOf(stream) };
    if (tombstone) {
      this.streams.set(name, stream);
      stream.tombstoned = true;
      this.write(name, LAST_REVISION, jsonRecord(randomUUID(), '$streamDeleted', {}));
    } else {
      const truncation = { $tb: Number(LAST_REVISION) };
      this.store(`$$${name}`, [jsonRecord(randomUUID(), '$metadata', truncation)]);
    }
    stream.truncateBefore = stream.records.length;
    this.events.emit('grown');
    return { kind: 'stored', revision: revisionOf(stream) ?? 0n, position: this.head };
  }

  /** Index of the first record at or after a position. */
  indexOf(position: bigint): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private get head(): bigint {
    return this.records.at(-1)?.position ?? 0n;
  }

  private stored(name: string): Outcome {
    const last = this.stream(name).records.at(-1);
    return last ? storedAt(last) : { kind: 'stored', revision: -1n, position: this.head };
  }

  private store(name: string, events: readonly ProposedEvent[]): void {
    const stream = this.stream(name);
    if (events.length > 0) this.streams.set(name, stream);
    for (const event of events)
      stream.records.push(this.write(name, BigInt(stream.records.length), event));
  }

  private write(stream: string, revision: bigint, event: ProposedEvent): LogRecord {
    const record = { ...event, stream, revision, position: this.end, created: Date.now() };
    this.end += bytesOf(event, stream);
    this.records.push(record);
    return record;
  }

  /** A stream's metadata say from where on it is visible. */
  private truncateAsTold(name: string, events: readonly ProposedEvent[]): void {
    const last = events.at(-1);
    if (!name.startsWith('$$') || !last) return;
    const { $tb } = JSON.parse(Buffer.from(last.data).toString()) as { readonly $tb?: number };
    const stream = this.streams.get(name.slice(2));
    if (stream && $tb !== undefined) stream.truncateBefore = Math.min($tb, stream.records.length);
  }

  /** The server writes of itself in between, which every reader of the whole log meets. */
  private chatter(): void {
    if (++this.appends % APPENDS_BETWEEN_STATISTICS > 0) return;
    const statistics = jsonRecord(randomUUID(), '$statsCollected', { appends: this.appends });
    this.store('$stats-127.0.0.1:2113', [statistics]);
  }
}

function revisionOf({ records }: Stream): bigint | null {
  return records.at(-1)?.revision ?? null;
}

function storedAt({ revision, position }: LogRecord): Outcome {
  return { kind: 'stored', revision, position };
}
