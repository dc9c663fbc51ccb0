import { ownClock, type Clock } from '@app/clock';

export interface EventStoreDbOptions {
  /** `esdb://host:2113`, with several hosts for a cluster; credentials in it are taken out before the client sees it. */
  readonly connectionString: string;
  /** Who signs in; default: who the connection string names. */
  readonly credentials?: Credentials;
  /** File of the authority that signed the servers' certificates; default: those that the system trusts. */
  readonly caFile?: string;
  /**
   * Small letters, digits and underscores that stand with a colon before the name of every stream,
   * so that several installations can share a server. Default: neither, which sets one apart too.
   */
  readonly streamPrefix?: string;
  /** By which events are recorded; default: this machine's, for whoever has no other. */
  readonly clock?: Clock;
  /** Beyond these an append is refused with StoreOverloaded. */
  readonly maxQueuedEvents?: number;
  readonly maxQueuedBytes?: number;
  /** Appends under way at a time, each to a stream of its own. */
  readonly maxInFlight?: number;
  /** Ids of stored events that are remembered, over all streams; a stream not remembered costs its next append a read. */
  readonly keptIds?: number;
  /** A server that is lost is waited for so long before OutcomeUnknown. */
  readonly giveUpAfterMs?: number;
  /** Milliseconds that the server has for one append, and for being silent in one read. */
  readonly appendTimeoutMs?: number;
  readonly readTimeoutMs?: number;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What holds where nothing else is said. */
export const DEFAULTS = {
  clock: ownClock,
  maxQueuedEvents: 20_000,
  maxQueuedBytes: 64 * 1024 * 1024,
  maxInFlight: 256,
  keptIds: 200_000,
  giveUpAfterMs: 15_000,
  appendTimeoutMs: 5_000,
  readTimeoutMs: 10_000,
};

export type Settled = EventStoreDbOptions & typeof DEFAULTS;
