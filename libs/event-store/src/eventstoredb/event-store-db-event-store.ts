import { NotCapable, StoreUnfit, UnstorableAppend } from '../errors.js';
import { ReadSide } from '../adapter/read-side.js';
import type { Appended, Capabilities, StoreMetrics, StreamWrite } from '../port.js';
import { backOff } from '../adapter/back-off.js';
import { HeadWatch } from '../adapter/head-watch.js';
import { prepare, type PreparedAppend } from '../adapter/prepared-append.js';
import { AppendLanes } from './append-lanes.js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import { reasonOf } from './client-errors.js';
import { Connection } from './connection.js';
import { addressOf } from './connection-string.js';
import { StoreCounters } from './metrics.js';
import { DEFAULTS, type EventStoreDbOptions, type Settled } from './options.js';
import { logIdOf } from './own-streams.js';
import { Reader } from './reader.js';
import { isReserved, prefixOf } from './recorded-event.js';
import { KnownStreams } from './stream-ids.js';
import { StreamWriter } from './stream-writer.js';
import { HeadSubscription } from './head-subscription.js';

/**
 * The log in EventStoreDB: one node or a cluster, written by any number of processes. The database
 * is the service's alone. How what its client lacks is made good is told by Connection and
 * StreamWriter; what it promises, by EventStore.
 */
export class EventStoreDbEventStore extends ReadSide {
  readonly capabilities: Capabilities = {
    atomicMultiStream: false,
    contiguousPositions: false,
    idempotentAny: false,
  };

  private readonly counters = new StoreCounters();
  private readonly lanes: AppendLanes;
  private readonly wakeUp: HeadSubscription;

  private constructor(
    readonly logId: string,
    private readonly connection: Connection,
    private readonly reader: Reader,
    options: Settled,
  ) {
    super(reader, new HeadWatch(() => reader.head()), { page: (of) => reader.all(of) });
    const streams = new KnownStreams(connection, options.keptIds);
    const { giveUpAfterMs, clock } = options;
    const writer = new StreamWriter(connection, streams, this.counters, giveUpAfterMs, clock);
    this.lanes = new AppendLanes(writer, options);
    this.wakeUp = new HeadSubscription(connection, this.watch);
  }

  /**
   * Connects, waiting for a server that is only starting, and looks up the log's id.
   *
   * @throws StoreUnfit the connection string cannot be used, the credentials are refused, or nobody answers
   */
  static async open(options: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
    const settled = { ...DEFAULTS, ...options };
    const connection = new Connection(addressOf(options), settled, prefixOf(options));
    try {
      const logId = await firstAnswer(connection, settled.giveUpAfterMs);
      return new EventStoreDbEventStore(logId, connection, new Reader(connection), settled);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  get metrics(): StoreMetrics {
    const { appends, events, bytes } = this.lanes;
    return {
      ...this.counters,
      queuedAppends: appends,
      queuedEvents: events,
      queuedBytes: bytes,
      head: this.watch.head,
    };
  }

  async append(writes: readonly StreamWrite[]): Promise<Appended> {
    refuseReserved(writes);
    const prepared = prepare(writes);
    const appended = await this.store(prepared);
    this.watch.advance(appended.position);
    return appended;
  }

  private async store(prepared: PreparedAppend): Promise<Appended> {
    const [write, ...others] = prepared.writes;
    if (others.length > 0)
      throw new NotCapable('EventStoreDB stores the events of one stream in one append');
    if (!write) return { position: await this.head(), versions: {}, repeated: false };
    return this.lanes.append(write, prepared);
  }

  protected async shutDown(): Promise<void> {
    await this.lanes.close();
    this.reader.close();
    this.ended.abort();
    await this.wakeUp.close();
    await this.connection.close();
  }
}

/** The log's id, from a server that may only be starting. */
async function firstAnswer(connection: Connection, giveUpAfterMs: number): Promise<string> {
  const since = performance.now();
  for (let attempt = 0; ; attempt++) {
    try {
      return await logIdOf(connection);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      if (performance.now() - since > giveUpAfterMs) {
        const { hosts } = connection.address;
        throw new StoreUnfit(`no EventStoreDB answers at ${hosts} (${reasonOf(error)})`, {
          cause: error,
        });
      }
      await backOff(attempt);
    }
  }
}

function refuseReserved(writes: readonly StreamWrite[]): void {
  for (const { stream, events } of writes) {
    const name = isReserved(stream)
      ? stream
      : events.find(({ type }) => type.startsWith('$'))?.type;
    if (name !== undefined) throw new UnstorableAppend(`${name} is a name of the store's own`);
  }
}
