import type { NewEvent, RecordedEvent } from './envelope.js';
import { fingerprint } from './fingerprint.js';

/**
 * The version that a stream must have for an append to be taken: an exact one (0 is a stream that
 * does not exist), `no-stream` (the same as 0), `stream-exists`, or `any`.
 */
export type ExpectedVersion = number | 'no-stream' | 'stream-exists' | 'any';

/** Events for one stream. */
export interface StreamWrite {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  /** May be empty: then only the version is checked, and only beside other writes. */
  readonly events: readonly NewEvent[];
}

export interface Appended {
  /** Position of the last event; of the last event of the first append, when this one repeats it. */
  readonly position: bigint;
  /** The version of each stream after the append. */
  readonly versions: Readonly<Record<string, number>>;
  /** The events were already there: the same ids, in the same order, at the expected place. */
  readonly repeated: boolean;
}

export interface ReadStreamOptions {
  /** First version to read; default 1 forward, the newest backward. */
  readonly from?: number;
  readonly direction?: 'forward' | 'backward';
  /** Default: the whole stream. */
  readonly limit?: number;
  /**
   * Forward from the newest event of this type, and whole where the stream holds none; it stands alone.
   * It costs by what is read, and not by what stands before it. Default: from a version.
   */
  readonly fromLast?: string;
}

export interface ReadAllOptions {
  /** Read what comes after this position (forward) or before it (backward); it is itself not read. */
  readonly after?: bigint;
  readonly direction?: 'forward' | 'backward';
  /** At most so many events; default 500. */
  readonly limit?: number;
  /** Only events of these types; the others are passed over but count as scanned. */
  readonly types?: readonly string[];
}

export interface Page {
  readonly events: readonly RecordedEvent[];
  /** Everything up to here has been looked at, also what the filter passed over. */
  readonly scannedTo: bigint;
  /** Nothing stood after it at the moment of reading. */
  readonly atHead: boolean;
  /** How many events of this log were looked at, also those that the filter passed over. */
  readonly looked: number;
}

export interface SubscribeOptions {
  /** Position of the last event already processed; default 0, from the beginning. */
  readonly after?: bigint;
  readonly types?: readonly string[];
  /** Events per page at most; default 500. */
  readonly pageSize?: number;
  /** Ends the subscription, also in the middle of a page. */
  readonly signal?: AbortSignal;
}

/** What an adapter can do beyond the common ground; nothing emulates what it cannot. */
export interface Capabilities {
  /** Several streams in one append, all or nothing. */
  readonly atomicMultiStream: boolean;
  /** Positions are 1, 2, 3 … without a gap, and become visible in that order. */
  readonly contiguousPositions: boolean;
  /** Event ids are known over all streams: one that another holds is refused, and a repeat recognised also with `any` and `stream-exists`. */
  readonly idempotentAny: boolean;
}

/** What a store counts, for health and metrics; the numbers move while it works. */
export interface StoreMetrics {
  /** Waiting now: appends, their events and their bytes. */
  readonly queuedAppends: number;
  readonly queuedEvents: number;
  readonly queuedBytes: number;
  /** Events stored by this process. */
  readonly storedEvents: number;
  /** Times that another process had written first. */
  readonly collisions: number;
  /** Times that the connection was lost. */
  readonly reconnects: number;
  /** The newest position this process knows of. */
  readonly head: bigint;
  /** Batches sent in one insert, and calls of the lock path; only where the store makes batches. */
  readonly optimisticBatches?: number;
  readonly lockedBatches?: number;
}

/**
 * The log of everything that happened. An append that was acknowledged is stored once and for
 * ever; one that was not is stored once or never, and sending it again with the same ids settles it.
 */
export abstract class EventStore {
  abstract readonly capabilities: Capabilities;

  /** Names this log: a cursor of another log, or of a restored older one, is noticed by it. */
  abstract readonly logId: string;

  abstract readonly metrics: StoreMetrics;

  /**
   * Stores the events of all writes, or none.
   *
   * @throws VersionConflict a stream is not at its expected version
   * @throws DuplicateEvent an event id is already stored elsewhere, or only some of them are
   * @throws AppendTooLarge too many events or bytes for one append
   * @throws StoreOverloaded too much is waiting; nothing was stored, try again later
   * @throws StoreFull the database has no room; nothing was stored, try again when there is
   * @throws OutcomeUnknown the connection was lost and did not come back in time; sending the same
   *   append again is safe
   * @throws NotCapable several streams on a store that cannot do that
   */
  abstract append(writes: readonly StreamWrite[]): Promise<Appended>;

  /** The events of a stream, in the direction asked for; none when it does not exist. */
  abstract readStream(
    stream: string,
    options?: ReadStreamOptions,
  ): Promise<readonly RecordedEvent[]>;

  /** The events of several streams, each whole and forward, in one round trip where the store can. */
  abstract readStreams(
    streams: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RecordedEvent[]>>;

  /** A stream whose name differs from this one in upper and lower case only; undefined when there is none. */
  abstract caseCollisionOf(stream: string): Promise<string | undefined>;

  /** One page of all events in their order. */
  abstract readAll(options?: ReadAllOptions): Promise<Page>;

  /**
   * All events after a position, those stored and then those to come, in order, none left out and
   * none twice. A page may be empty of events when the filter passed everything over; `atHead`
   * tells that it has caught up. Reads the next page only when the last one has been taken.
   */
  abstract subscribe(options?: SubscribeOptions): AsyncIterable<Page>;

  /** Position of the newest event; 0 when there is none. */
  abstract head(): Promise<bigint>;

  /** Calls `listener` with the log's head whenever this store learns that it has grown. */
  abstract onAdvance(listener: (head: bigint) => void): void;

  /** Tells this store what another one on the same log knows, sooner than it would learn it. */
  abstract advance(head: bigint): void;

  /**
   * Fingerprint of a request, by which its repeat is told from another one under its id. Default: a hash of
   * it; where nobody is to try out what was asked, a keyed one.
   */
  fingerprint(value: unknown): string {
    return fingerprint(value);
  }

  /** Lets every queued append end, then closes; appends after that are refused. */
  abstract close(): Promise<void>;
}
