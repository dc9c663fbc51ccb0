import type { RecordedEvent } from '../envelope.js';
import { CursorAhead, LogDamaged, StoreClosed } from '../errors.js';
import type { Page, ReadAllOptions, ReadStreamOptions } from '../port.js';
import { ConnectionLost } from './client-errors.js';
import type { Connection, Direction } from './connection.js';
import { namesakeOf } from './own-streams.js';
import { positionOf, toRecorded } from './recorded-event.js';

/** Events of a page when nothing else is asked. */
const DEFAULT_PAGE = 500;

/** Events of the log that one page looks at, whatever its filter and the server's own events leave of them. */
export const PAGE_WINDOW = 10_000;

/** Events of one read when few of them may match. */
const SEARCH = 1_000;

/** Reads the log. The client's read of all events takes no filter, so what is not asked for is passed over here. */
export class Reader {
  private closed = false;

  constructor(private readonly connection: Connection) {}

  async stream(
    stream: string,
    { direction = 'forward', from, limit }: ReadStreamOptions = {},
  ): Promise<RecordedEvent[]> {
    this.refuseWhenClosed();
    if (limit !== undefined && limit < 1) return [];
    const read = await this.connection.stream(stream, {
      direction,
      ...(from !== undefined && { from: BigInt(from) }),
      ...(limit !== undefined && { limit }),
    });
    const events = read.flatMap((event) => toRecorded(event) ?? []);
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
    const { after, direction = 'forward', limit = DEFAULT_PAGE, types } = options;
    if (!(limit >= 1)) throw new RangeError(`a page of ${limit} events`);
    const events: RecordedEvent[] = [];
    let cursor = after ?? (direction === 'forward' ? 0n : undefined);
    let ended = false;
    for (let looked = 0; looked < PAGE_WINDOW && events.length < limit && !ended;) {
      const want = limit - events.length;
      const part = await this.part(cursor, direction, types ? Math.max(want, SEARCH) : want);
      ended = part.ended;
      for (const each of part.events) {
        // The page ends with its last event, and what was read beyond it is read again.
        if (events.length === limit) ended = false;
        if (events.length === limit) break;
        looked++;
        cursor = positionOf(each);
        const event = toRecorded(each);
        if (event && (types?.includes(event.type) ?? true)) events.push(event);
      }
    }
    return { events, scannedTo: cursor ?? 0n, atHead: ended };
  }

  namesake(stream: string): Promise<string | undefined> {
    this.refuseWhenClosed();
    return namesakeOf(this.connection, stream);
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
  private async part(cursor: bigint | undefined, direction: Direction, count: number) {
    if (direction === 'backward') {
      const from = cursor === undefined ? {} : { from: cursor };
      const read = await this.connection.all({ ...from, direction, limit: count + 1 });
      return { events: read.slice(0, count), ended: read.length <= count };
    }
    // Forward, the server gives the event at the position too.
    const from = cursor === 0n || cursor === undefined ? {} : { from: cursor };
    const read = await this.beyondHead(cursor ?? 0n, () =>
      this.connection.all({ ...from, limit: count + 2 }),
    );
    const events = read.filter((event) => positionOf(event) > (cursor ?? 0n));
    if (read.length === 0) await this.refuseAhead(cursor ?? 0n);
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
