import type { RecordedEvent } from '../envelope.js';
import {
  EventStore,
  type Appended,
  type Capabilities,
  type Page,
  type ReadAllOptions,
} from '../port.js';
import type { ReadStreamOptions, StreamWrite, SubscribeOptions } from '../port.js';
import { AppendLane } from './append-lane.js';
import { clientConfig, Connection } from './connection.js';
import { checkDurability, readLogId } from './fitness.js';
import { HeadWatch } from './head-watch.js';
import type { StoreMetrics } from './metrics.js';
import { DEFAULTS, type PostgresOptions } from './options.js';
import { prepare } from './prepared-append.js';
import { Reader } from './reader.js';
import { Signals } from './signals.js';
import { subscription } from './subscription.js';
import { Tail } from './tail.js';

/**
 * The log in PostgreSQL: one strict order without gaps, from any number of processes. How it gets
 * there is told by OptimisticPath and LockedPath; what it promises, by EventStore.
 */
export class PostgresEventStore extends EventStore {
  readonly capabilities: Capabilities = {
    atomicMultiStream: true,
    contiguousPositions: true,
    idempotentAny: true,
  };

  private readonly ended = new AbortController();
  private closed: Promise<void> | undefined;

  private constructor(
    readonly logId: string,
    private readonly lane: AppendLane,
    private readonly reader: Reader,
    private readonly watch: HeadWatch,
    private readonly tail: Tail,
    private readonly signals: Signals,
  ) {
    super();
  }

  /**
   * Connects and looks whether the database is fit.
   *
   * @throws StoreUnfit the schema is missing, or durability is off and `allowUnsafe` is not given
   */
  static async open(options: PostgresOptions): Promise<PostgresEventStore> {
    const settled = { ...DEFAULTS, ...options };
    const connection = new Connection(clientConfig(settled, 'lane'));
    try {
      if (!settled.allowUnsafe) await checkDurability(connection);
      const logId = await readLogId(connection);
      return PostgresEventStore.assemble(logId, connection, settled);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  private static assemble(
    logId: string,
    connection: Connection,
    options: Required<PostgresOptions>,
  ): PostgresEventStore {
    const reader = new Reader(options, options.readers);
    const watch = new HeadWatch(() => reader.head());
    const signals = new Signals(clientConfig(options, 'signals'), () => watch.hint());
    const lane = new AppendLane(connection, options, (head) => {
      watch.advance(head);
      signals.tell();
    });
    return new PostgresEventStore(logId, lane, reader, watch, new Tail(reader, watch), signals);
  }

  get metrics(): StoreMetrics {
    const { counters, queue } = this.lane;
    const { length, events, bytes } = queue;
    return {
      ...counters,
      queuedAppends: length,
      queuedEvents: events,
      queuedBytes: bytes,
      head: this.watch.head,
    };
  }

  /** Calls `listener` with the log's head whenever this store learns that it has grown. */
  onAdvance(listener: (head: bigint) => void): void {
    this.watch.onAdvance(listener);
  }

  /** Tells this store what another one on the same log knows, sooner than the database would. */
  advance(head: bigint): void {
    this.watch.advance(head);
  }

  async append(writes: readonly StreamWrite[]): Promise<Appended> {
    return this.lane.append(prepare(writes));
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    return this.reader.stream(stream, options);
  }

  async readStreams(
    streams: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    return this.reader.streams(streams);
  }

  async namesakeOf(stream: string): Promise<string | undefined> {
    return this.reader.namesake(stream);
  }

  async readAll(options?: ReadAllOptions): Promise<Page> {
    return this.reader.all(options);
  }

  subscribe(options: SubscribeOptions = {}): AsyncIterable<Page> {
    const { signal } = options;
    const until = signal ? AbortSignal.any([signal, this.ended.signal]) : this.ended.signal;
    return subscription(this.tail, this.watch, options, until);
  }

  async head(): Promise<bigint> {
    return this.reader.head();
  }

  /** Ends the subscriptions too, once the queue is empty. */
  close(): Promise<void> {
    this.closed ??= this.shutDown();
    return this.closed;
  }

  private async shutDown(): Promise<void> {
    await this.lane.close();
    this.ended.abort();
    await Promise.all([this.signals.close(), this.reader.close()]);
  }
}
