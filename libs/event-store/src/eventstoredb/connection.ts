import { setTimeout as sleep } from 'node:timers/promises';
import {
  END,
  EventStoreDBClient,
  NO_STREAM,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type EventData,
  type RecordedEvent as ClientEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { StoreUnfit } from '../errors.js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import { meaningOf } from './client-errors.js';
import type { Address } from './connection-string.js';
import { followed, readToEnd } from './reading.js';

export type Direction = 'forward' | 'backward';

/** A range of a stream or of the log. */
export interface Range {
  /** First version of a stream, or position in the log; default: where the direction begins. */
  readonly from?: bigint | undefined;
  readonly direction?: Direction;
  readonly limit?: number | undefined;
}

export interface Patience {
  readonly appendTimeoutMs: number;
  readonly readTimeoutMs: number;
}

const DIRECTIONS = { forward: 'forwards', backward: 'backwards' } as const;

/**
 * The one client of the store, with what it lacks: every call ends in time, and every error is
 * either the port's or ConnectionLost.
 *
 * Each call carries the credentials. Those of its own make the client append by one call for each
 * append; without them it would share a stream of calls whose failures and late answers it deals
 * out to whoever waits, in the whole process, and which has no deadline.
 */
export class Connection {
  private readonly client: EventStoreDBClient;
  private readonly call: { readonly credentials: Address['credentials']; requiresLeader: true };

  /**
   * @param prefix of the streams that are this log's
   * @throws StoreUnfit the client does not take the address
   */
  constructor(
    readonly address: Address,
    private readonly patience: Patience,
    readonly prefix = '',
  ) {
    this.call = { credentials: { ...address.credentials }, requiresLeader: true };
    try {
      this.client = EventStoreDBClient.connectionString(address.connectionString);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StoreUnfit(`the connection string cannot be used: ${reason}`);
    }
  }

  /**
   * Stores events right after `version` of a stream; answers with the version after them, or with
   * undefined when the stream is at another one.
   *
   * @throws ConnectionLost they may be stored or not
   */
  async append(stream: string, version: number, events: EventData[]): Promise<number | undefined> {
    const { appendTimeoutMs } = this.patience;
    const expectedRevision = version === 0 ? NO_STREAM : BigInt(version - 1);
    const deadline = appendTimeoutMs;
    const silence = new AbortController();
    const answer = this.client.appendToStream(this.prefix + stream, events, {
      ...this.call,
      expectedRevision,
      deadline,
    });
    // The client's own deadline does not hold while it looks for a node.
    const tooLate = sleep(appendTimeoutMs + 500, undefined, { signal: silence.signal }).then(() => {
      throw new ConnectionLost('the connection was lost: no answer to an append');
    });
    try {
      const { nextExpectedRevision } = await Promise.race([answer, tooLate]);
      return Number(nextExpectedRevision) + 1;
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return undefined;
      throw meaningOf(error);
    } finally {
      silence.abort();
      for (const late of [answer, tooLate]) late.catch(() => undefined);
    }
  }

  /** Events of a stream; none when it does not exist. @throws ConnectionLost */
  async stream(
    stream: string,
    { from, direction = 'forward', limit }: Range,
  ): Promise<ClientEvent[]> {
    const fromRevision = from === undefined ? startOf(direction) : from - 1n;
    try {
      const read = this.client.readStream(this.prefix + stream, {
        ...this.call,
        direction: DIRECTIONS[direction],
        fromRevision,
        ...(limit !== undefined && { maxCount: limit }),
      });
      const resolved = await readToEnd<ResolvedEvent>(read, this.patience.readTimeoutMs);
      return resolved.flatMap(({ event }) => (event ? [event] : []));
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw meaningOf(error);
    }
  }

  /** Events of the log, the server's own among them: from a position on, or those before it. @throws ConnectionLost */
  async all({ from, direction = 'forward', limit }: Range): Promise<AllStreamRecordedEvent[]> {
    try {
      const read = this.client.readAll({
        ...this.call,
        direction: DIRECTIONS[direction],
        fromPosition: from === undefined ? startOf(direction) : { commit: from, prepare: from },
        ...(limit !== undefined && { maxCount: limit }),
      });
      const resolved = await readToEnd<AllStreamResolvedEvent>(read, this.patience.readTimeoutMs);
      return resolved.flatMap(({ event }) => (event ? [event] : []));
    } catch (error) {
      throw meaningOf(error);
    }
  }

  /** The events to come, for as long as the connection holds. @throws ConnectionLost */
  async *follow(signal: AbortSignal, onStart: () => void): AsyncGenerator<AllStreamRecordedEvent> {
    const live = this.client.subscribeToAll({ ...this.call, fromPosition: END });
    live.once('confirmation', onStart);
    try {
      for await (const { event } of followed<AllStreamResolvedEvent>(live, signal))
        if (event) yield event;
    } catch (error) {
      throw meaningOf(error);
    }
  }

  /** Ends what still runs; the client can hold the process no longer. */
  async close(): Promise<void> {
    await this.client.dispose();
  }
}

function startOf(direction: Direction): typeof START | typeof END {
  return direction === 'forward' ? START : END;
}
