import type { RecordedEvent } from '../envelope.js';
import {
  EventStore,
  type Page,
  type ReadAllOptions,
  type ReadStreamOptions,
  type SubscribeOptions,
} from '../port.js';
import type { HeadWatch } from './head-watch.js';
import { subscription, type Pages } from './subscription.js';

/** How an adapter reads the log. */
export interface LogReader {
  stream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]>;
  streams(streams: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>>;
  caseCollision(stream: string): Promise<string | undefined>;
  all(options?: ReadAllOptions): Promise<Page>;
  head(): Promise<bigint>;
}

/** What every adapter does alike: it reads, follows the log for whoever subscribes, and closes once. */
export abstract class ReadSide extends EventStore {
  /** Aborted at the end, once nothing is on its way into the log. */
  protected readonly ended = new AbortController();
  private closed: Promise<void> | undefined;

  /** @param pages what a subscription reads by */
  protected constructor(
    private readonly log: LogReader,
    protected readonly watch: HeadWatch,
    private readonly pages: Pages,
  ) {
    super();
  }

  onAdvance(listener: (head: bigint) => void): void {
    this.watch.onAdvance(listener);
  }

  advance(head: bigint): void {
    this.watch.advance(head);
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    return this.log.stream(stream, options);
  }

  async readStreams(
    streams: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    return this.log.streams(streams);
  }

  async caseCollisionOf(stream: string): Promise<string | undefined> {
    return this.log.caseCollision(stream);
  }

  async readAll(options?: ReadAllOptions): Promise<Page> {
    return this.log.all(options);
  }

  subscribe(options: SubscribeOptions = {}): AsyncIterable<Page> {
    const { signal } = options;
    const until = signal ? AbortSignal.any([signal, this.ended.signal]) : this.ended.signal;
    return subscription(this.pages, this.watch, options, until);
  }

  async head(): Promise<bigint> {
    return this.log.head();
  }

  close(): Promise<void> {
    this.closed ??= this.shutDown();
    return this.closed;
  }

  /** Lets every append end, then aborts `ended` and lets go of what is open. */
  protected abstract shutDown(): Promise<void>;
}
