import type { LogReader } from '../adapter/read-side.js';
import type { RecordedEvent } from '../envelope.js';
import { CursorAhead, LogDamaged, StoreClosed } from '../errors.js';
import type { Page, ReadAllOptions, ReadStreamOptions } from '../port.js';
import type { Connection } from './connection.js';
import { caseCollisionOf } from './own-streams.js';
import { PageInMaking, type Part } from './page.js';
import type { Direction } from './read-request.js';
import { isReserved, toRecorded } from './recorded-event.js';

/** Events of a stream that are read at once on the way to the newest of a type. */
const BACK_PAGE = 64;

const END_OF_LOG: Part = { events: [], ended: true };

/** Reads the log. The server passes over what is not this log's; of that, types that are not asked for are passed over here. */
export class Reader implements LogReader {
  private closed = false;

  constructor(private readonly connection: Connection) {}

  async stream(
    stream: string,
    { direction = 'forward', from, limit, fromLast }: ReadStreamOptions = {},
  ): Promise<RecordedEvent[]> {
    this.refuseWhenClosed();
    if (holdsNothing(stream, limit)) return [];
    if (fromLast !== undefined) return this.fromLast(stream, fromLast);
    const start = from === undefined ? undefined : BigInt(from);
    const read = await this.connection.stream(stream, { direction, from: start, limit });
    const events = read.flatMap((event) => toRecorded(event, this.connection.prefix) ?? []);
    const first = direction === 'forward' ? (from ?? 1) : undefined;
    if (events.length < read.length || !isWhole(events, direction, first))
      throw new LogDamaged(`${stream} has lost events, or holds events of others`);
    return events;
  }

  /** The server knows no types within a stream: it is read backwards, page by page, until one of the type is there. */
  private async fromLast(stream: string, type: string): Promise<RecordedEvent[]> {
    const back = { direction: 'backward', limit: BACK_PAGE } as const;
    const read: RecordedEvent[] = [];
    let page = await this.stream(stream, back);
    while (page.length > 0) {
      const found = page.findIndex((event) => event.type === type);
      read.push(...(found < 0 ? page : page.slice(0, found + 1)));
      const oldest = read.at(-1)!.version;
      if (found >= 0 || oldest === 1) break;
      page = await this.stream(stream, { ...back, from: oldest - 1 });
      if (page.length === 0) throw new LogDamaged(`${stream} has lost its first events`);
    }
    return read.toReversed();
  }

  async streams(streams: readonly string[]): Promise<Map<string, RecordedEvent[]>> {
    const read = async (stream: string) => [stream, await this.stream(stream)] as const;
    return new Map(await Promise.all([...new Set(streams)].map(read)));
  }

  async all(options: ReadAllOptions = {}): Promise<Page> {
    this.refuseWhenClosed();
    const { after, direction = 'forward' } = options;
    const page = new PageInMaking(options, this.connection.prefix);
    return direction === 'forward' ? this.forward(page, after ?? 0n) : this.backward(page, after);
  }

  caseCollision(stream: string): Promise<string | undefined> {
    this.refuseWhenClosed();
    return caseCollisionOf(this.connection, stream);
  }

  /** Of the newest event of all, the server's own among them: they are passed over, but counted as looked at. */
  async head(): Promise<bigint> {
    this.refuseWhenClosed();
    return (await this.connection.newest())?.position ?? 0n;
  }

  close(): void {
    this.closed = true;
  }

  /** The head is asked for first: the server has then looked so far at least when it finds no more. */
  private async forward(page: PageInMaking, after: bigint): Promise<Page> {
    const head = await this.head();
    if (after > head) throw new CursorAhead(after, head);
    let cursor = after;
    while (page.wants > 0) {
      page.take(cursor < head ? await this.part(cursor, head, page.wants) : END_OF_LOG);
      cursor = page.scannedTo ?? cursor;
    }
    return page.upTo(cursor);
  }

  private async part(after: bigint, head: bigint, count: number): Promise<Part> {
    // The server gives the event at the position too, and one more tells whether these are the last.
    const read = await this.connection.log({ from: after || undefined, limit: count + 2 });
    const events = read.filter(({ position }) => position > after);
    if (events.length > count) return { events: events.slice(0, count), ended: false };
    return { events, ended: true, lookedTo: head };
  }

  private async backward(page: PageInMaking, before: bigint | undefined): Promise<Page> {
    let cursor = before;
    while (page.wants > 0) {
      const { wants } = page;
      const range = { from: cursor, direction: 'backward', limit: wants + 1 } as const;
      const read = await this.connection.log(range);
      page.take({ events: read.slice(0, wants), ended: read.length <= wants });
      cursor = page.scannedTo ?? cursor;
    }
    return page.upTo(cursor ?? 0n);
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
