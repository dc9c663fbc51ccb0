import type { LogReader } from '../adapter/read-side.js';
import type { RecordedEvent } from '../envelope.js';
import { CursorAhead, LogDamaged, StoreClosed } from '../errors.js';
import type { Page, ReadAllOptions, ReadStreamOptions } from '../port.js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import type { Connection, Direction } from './connection.js';
import { caseCollisionOf } from './own-streams.js';
import { PageInMaking, type Part } from './page.js';
import { isReserved, positionOf, toRecorded } from './recorded-event.js';

/** Reads the log. The client's read of all events takes no filter, so what is not asked for is passed over here. */
export class Reader implements LogReader {
  private closed = false;

  constructor(private readonly connection: Connection) {}

  async stream(
    stream: string,
    { direction = 'forward', from, limit }: ReadStreamOptions = {},
  ): Promise<RecordedEvent[]> {
    this.refuseWhenClosed();
    if (holdsNothing(stream, limit)) return [];
    const start = from === undefined ? undefined : BigInt(from);
    const read = await this.connection.stream(stream, { direction, from: start, limit });
    const events = read.flatMap((event) => toRecorded(event, this.connection.prefix) ?? []);
    const first = direction === 'forward' ? (from ?? 1) : undefined;
    if (events.length < read.length || !isWhole(events, direction, first))
      throw new LogDamaged(`${stream} has lost events, or holds events of others`);
    return events;
  }

  async streams(streams: readonly string[]): Promise<Map<string, RecordedEvent[]>> {
    const read = async (stream: string) => [stream, await this.stream(stream)] as const;
    return new Map(await Promise.all([...new Set(streams)].map(read)));
  }

  async all(options: ReadAllOptions = {}): Promise<Page> {
    this.refuseWhenClosed();
    const { after, direction = 'forward' } = options;
    const page = new PageInMaking(options, this.connection.prefix);
    let cursor = after ?? (direction === 'forward' ? 0n : undefined);
    while (page.wants > 0) {
      page.take(await this.part(cursor, direction, page.wants));
      cursor = page.scannedTo ?? cursor;
    }
    const { events, atHead } = page;
    return { events, scannedTo: cursor ?? 0n, atHead };
  }

  caseCollision(stream: string): Promise<string | undefined> {
    this.refuseWhenClosed();
    return caseCollisionOf(this.connection, stream);
  }

  /** Of the newest event of all, the server's own among them: they are passed over, but counted as looked at. */
  async head(): Promise<bigint> {
    this.refuseWhenClosed();
    const [newest] = await this.connection.all({ direction: 'backward', limit: 1 });
    return newest ? positionOf(newest) : 0n;
  }

  close(): void {
    this.closed = true;
  }

  /** Up to `count` events of any kind beyond the cursor, and whether they are the last. */
  private async part(
    cursor: bigint | undefined,
    direction: Direction,
    count: number,
  ): Promise<Part> {
    if (direction === 'backward') {
      const read = await this.connection.all({ from: cursor, direction, limit: count + 1 });
      return { events: read.slice(0, count), ended: read.length <= count };
    }
    const after = cursor ?? 0n;
    // Forward, the server gives the event at the position too.
    const read = await this.beyondHead(after, () =>
      this.connection.all({ from: after || undefined, limit: count + 2 }),
    );
    if (read.length === 0) await this.refuseAhead(after);
    const events = read.filter((event) => positionOf(event) > after);
    return { events: events.slice(0, count), ended: events.length <= count };
  }

  /** A server may fail on a position that it does not have. */
  private async beyondHead<Result>(cursor: bigint, read: () => Promise<Result>): Promise<Result> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof ConnectionLost) await this.refuseAhead(cursor);
      throw error;
    }
  }

  /** @throws CursorAhead the log ends before the cursor */
  private async refuseAhead(cursor: bigint): Promise<void> {
    if (cursor === 0n) return;
    const head = await this.head();
    if (cursor > head) throw new CursorAhead(cursor, head);
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new StoreClosed('the store is closed');
  }
}

function holdsNothing(stream: string, limit = 1): boolean {
  return limit < 1 || isReserved(stream);
}

/** Versions one after another; a stream that was truncated begins too late. */
function isWhole(
  events: readonly RecordedEvent[],
  direction: Direction,
  first: number | undefined,
): boolean {
  const step = direction === 'forward' ? 1 : -1;
  const start = first ?? events[0]?.version ?? 0;
  return events.every(({ version }, i) => version === start + i * step);
}
