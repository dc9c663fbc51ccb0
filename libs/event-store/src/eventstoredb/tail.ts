import type { RecordedEvent } from '../envelope.js';
import type { Page, ReadAllOptions } from '../port.js';
import { backOff } from '../adapter/back-off.js';
import type { HeadWatch } from '../adapter/head-watch.js';
import type { Pages } from '../adapter/subscription.js';
import type { Connection, Followed } from './connection.js';
import { DEFAULT_PAGE } from './page.js';
import { toRecorded } from './recorded-event.js';
import type { Reader } from './reader.js';

/** Newest events that are kept, some kilobytes each: enough for whoever rests a while in a rush. */
const KEPT = 5_000;

/** Milliseconds that is waited for an event of which another has told; then the log is read. */
const PATIENCE_MS = 100;

/**
 * The newest events in memory, as one subscription brings them, so that all who stand near the head
 * share what is read once. It begins with the first who asks. When the connection is lost, it is
 * subscribed anew where it ended; the client never does that. Who lags further reads for himself.
 */
export class Tail implements Pages {
  /** All of this log's events after `from` and up to `scannedTo`, oldest first. */
  private events: RecordedEvent[] = [];
  private from: bigint | undefined;
  private scannedTo = 0n;
  private readonly ended = new AbortController();
  private readonly waiting = new Set<() => void>();
  private running: Promise<void> | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly reader: Reader,
    private readonly watch: HeadWatch,
  ) {}

  /** The page after a position, as `Reader.all` would answer. */
  async page(options: ReadAllOptions): Promise<Page> {
    this.running ??= this.run();
    const { after = 0n } = options;
    await this.comeUp(after);
    const { from, scannedTo } = this;
    return from !== undefined && from <= after && after < scannedTo
      ? this.held(after, options)
      : this.reader.all(options);
  }

  async close(): Promise<void> {
    this.ended.abort();
    this.wake();
    await this.running;
  }

  private held(after: bigint, { limit = DEFAULT_PAGE, types }: ReadAllOptions): Page {
    const first = firstAfter(this.events, after);
    const looked = this.events.slice(first, first + limit);
    const last = first + limit >= this.events.length;
    const scannedTo = last ? this.scannedTo : looked.at(-1)!.position;
    const wanted = types && new Set(types);
    const events = wanted ? looked.filter(({ type }) => wanted.has(type)) : looked;
    // All that was known to be stored has come before; what came meanwhile is the next page's.
    return { events, scannedTo, atHead: last, looked: looked.length };
  }

  /** Until all has come that is known to be stored. */
  private async comeUp(after: bigint): Promise<void> {
    const { head } = this.watch;
    const lags = this.from === undefined || this.from > after;
    if (lags || head <= this.scannedTo || head <= after) return;
    await this.until(() => this.scannedTo >= head);
    if (this.scannedTo < head) await this.look();
  }

  /** Until the fact, the end, or patience is over. */
  private async until(fact: () => boolean): Promise<void> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.wake();
    }, PATIENCE_MS);
    while (!fact() && !late && !this.ended.signal.aborted)
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    clearTimeout(timer);
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  /** One read for all who wait: others' events alone are told late, and nobody tells of a loss. */
  private look(): Promise<void> {
    this.looking ??= this.readOn().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async readOn(): Promise<void> {
    const { events, scannedTo } = await this.reader.all({ after: this.scannedTo, limit: KEPT });
    for (const event of events) this.moveTo(event.position, event);
    this.moveTo(scannedTo);
  }

  private async run(): Promise<void> {
    const { signal } = this.ended;
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        await this.begin();
        for await (const told of this.connection.follow(this.scannedTo, signal)) {
          attempt = 0;
          this.take(told);
        }
      } catch {
        // Whatever it was, it is subscribed anew below; a lasting fault is reported by the reads.
      }
      await backOff(attempt, signal);
    }
  }

  /** Goes on where it ended, or, at first and behind a log that has lost its newest events, at the head. */
  private async begin(): Promise<void> {
    const head = await this.reader.head();
    if (this.from === undefined || head < this.scannedTo) {
      this.events = [];
      this.from = head;
      this.scannedTo = head;
    }
    this.watch.advance(head);
  }

  private take({ event, scannedTo }: Followed): void {
    if (scannedTo === undefined) return;
    this.moveTo(scannedTo, event && toRecorded(event, this.connection.prefix));
  }

  /** What was told of and what was read may be the same; both come in the order of the log. */
  private moveTo(position: bigint, event?: RecordedEvent): void {
    if (position <= this.scannedTo) return;
    if (event) this.events.push(event);
    if (this.events.length > 2 * KEPT) this.forgetOldest();
    this.scannedTo = position;
    this.wake();
    this.watch.advance(position);
  }

  private forgetOldest(): void {
    const gone = this.events.length - KEPT;
    this.from = this.events[gone - 1]!.position;
    this.events = this.events.slice(gone);
  }
}

/** Index of the first event after a position. */
function firstAfter(events: readonly RecordedEvent[], position: bigint): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.position <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
