import type { RecordedEvent } from '../envelope.js';
import type { Page, ReadAllOptions } from '../port.js';
import type { HeadWatch } from '../adapter/head-watch.js';
import { DEFAULT_PAGE } from './page.js';
import type { Reader } from './reader.js';

/** Newest events that are kept, some kilobytes each: enough for whoever rests a while in a rush. */
const KEPT = 5_000;

/**
 * The newest events in memory, so that all subscriptions close to the head share one read. It holds
 * only what was read from the log in its order, and forgets it when a connection of the reader is
 * opened or ends, since the database may have crashed in between and lost its newest events.
 */
export class Tail {
  /** Without a gap, oldest first. */
  private events: readonly RecordedEvent[] = [];
  private reading: Promise<void> | undefined;
  /** The reader's count of connections opened and ended at the time when the events were read. */
  private turns = 0;

  constructor(
    private readonly reader: Reader,
    private readonly watch: HeadWatch,
  ) {}

  /** The page after a position, as `Reader.all` would answer. */
  async page(options: ReadAllOptions): Promise<Page> {
    const { after = 0n, limit = DEFAULT_PAGE, types } = options;
    if (this.watch.head - after > BigInt(KEPT)) return this.reader.all(options);
    this.forgetOld();
    if (!this.holds(after)) await this.extend(after);
    if (!this.holds(after)) return this.reader.all(options);
    const first = Number(after + 1n - this.events[0]!.position);
    const looked = this.events.slice(first, first + limit);
    const scannedTo = looked.at(-1)!.position;
    const wanted = types && new Set(types);
    const events = wanted ? looked.filter(({ type }) => wanted.has(type)) : looked;
    const atHead = scannedTo >= this.watch.head;
    return { events, scannedTo, atHead, looked: looked.length };
  }

  private forgetOld(): void {
    if (this.turns === this.reader.turns) return;
    this.turns = this.reader.turns;
    this.events = [];
  }

  private holds(after: bigint): boolean {
    const [oldest] = this.events;
    const newest = this.events.at(-1);
    return oldest !== undefined && oldest.position <= after + 1n && newest!.position > after;
  }

  /** One read for all who wait; it goes on from what is held where that lies close enough. */
  private extend(after: bigint): Promise<void> {
    this.reading ??= this.read(after).finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async read(after: bigint): Promise<void> {
    const { turns } = this.reader;
    const newest = this.events.at(-1)?.position;
    const from = newest !== undefined && newest <= after ? newest : after;
    const { events } = await this.reader.all({ after: from, limit: KEPT });
    if (events.length === 0 || turns !== this.reader.turns) return;
    const joins = events[0]!.position === (newest ?? 0n) + 1n;
    this.events = joins ? [...this.events, ...events].slice(-KEPT) : events;
    this.watch.advance(events.at(-1)!.position);
  }
}
