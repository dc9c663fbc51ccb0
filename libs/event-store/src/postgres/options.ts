import type { ConnectionOptions } from './connection.js';
import type { LaneOptions } from './append-lane.js';

export interface PostgresOptions extends Partial<LaneOptions>, Partial<ConnectionOptions> {
  readonly connectionString: string;
  /** Connections for reading, opened as needed; default 4. Two more are used for appending and for signals. */
  readonly readers?: number;
  /** Open also where fsync, full_page_writes or synchronous_commit is off; for tests only. Default false. */
  readonly allowUnsafe?: boolean;
}

/** What holds where nothing else is said. */
export const DEFAULTS = {
  /** Beyond these an append is refused with StoreOverloaded. */
  maxQueuedEvents: 20_000,
  maxQueuedBytes: 64 * 1024 * 1024,
  /** Stream versions remembered; a stream not remembered costs its next append one more round trip. */
  keptStreams: 50_000,
  /** A lost database is waited for so long before OutcomeUnknown. */
  giveUpAfterMs: 15_000,
  statementTimeoutMs: 30_000,
  lockTimeoutMs: 5_000,
  path: 'adaptive' as const,
  readers: 4,
  allowUnsafe: false,
};
