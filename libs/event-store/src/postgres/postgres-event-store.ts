import { ServiceClock } from '@app/clock';
import { HeadWatch } from '../adapter/head-watch.js';
import { prepare } from '../adapter/prepared-append.js';
import { ReadSide } from '../adapter/read-side.js';
import type { Appended, Capabilities, StreamWrite } from '../port.js';
import { AppendLane } from './append-lane.js';
import { clientConfig, Connection, silenceOf } from './connection.js';
import { checkDurability, readLogId } from './start-up-checks.js';
import type { StoreMetrics } from './metrics.js';
import { DEFAULTS, type PostgresOptions } from './options.js';
import { Reader } from './reader.js';
import { Signals } from './signals.js';
import { Tail } from './tail.js';

/**
 * The log in PostgreSQL: one strict order without gaps, from any number of processes. How it gets
 * there is told by OptimisticPath and LockedPath; what it promises, by EventStore.
 */
export class PostgresEventStore extends ReadSide {
  readonly capabilities: Capabilities = {
    atomicMultiStream: true,
    contiguousPositions: true,
    idempotentAny: true,
  };

  private constructor(
    readonly logId: string,
    private readonly lane: AppendLane,
    private readonly reader: Reader,
    watch: HeadWatch,
    private readonly signals: Signals,
  ) {
    super(reader, watch, new Tail(reader, watch));
  }

  /**
   * Connects and looks whether the database is fit.
   *
   * @throws StoreUnfit the schema is missing, or durability is off and `allowUnsafe` is not given
   */
  static async open(options: PostgresOptions): Promise<PostgresEventStore> {
    const settled = { clock: new ServiceClock(), ...DEFAULTS, ...options };
    const connection = new Connection(clientConfig(settled, 'lane'), silenceOf(settled));
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
    const config = { ...clientConfig(options, 'signals'), query_timeout: silenceOf(options) };
    const signals = new Signals(config, (head) =>
      head === undefined ? watch.hint() : watch.advance(head),
    );
    const lane = new AppendLane(connection, options, (head) => {
      watch.advance(head);
      signals.tell(head);
    });
    return new PostgresEventStore(logId, lane, reader, watch, signals);
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

  async append(writes: readonly StreamWrite[]): Promise<Appended> {
    return this.lane.append(prepare(writes));
  }

  protected async shutDown(): Promise<void> {
    await this.lane.close();
    this.ended.abort();
    await Promise.all([this.signals.close(), this.reader.close()]);
  }
}
