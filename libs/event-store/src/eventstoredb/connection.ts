import {
  END,
  START,
  StreamNotFoundError,
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  type RecordedEvent as ClientEvent,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { ConnectionLost } from '../adapter/connection-lost.js';
import type { ProposedEvent, Stored } from './append-request.js';
import { meaningOf } from './client-errors.js';
import type { Address } from './connection-string.js';
import type { Leader } from './leader.js';
import type { Node } from './node.js';
import { followed, readToEnd } from './reading.js';
import { leaderOf } from './leader-of.js';

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
 * The calls of the store to whichever node leads, with what its client lacks: every call ends in
 * time, every error is either the port's or ConnectionLost, and a node that is lost is looked for.
 *
 * Each call carries the credentials, those of its own, for which the client asks the server nothing
 * beforehand.
 */
export class Connection {
  private readonly leader: Leader;
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
    this.leader = leaderOf(address.connectionString);
  }

  /**
   * Stores events right after `version` of a stream; answers with where they stand, or with
   * undefined when the stream is at another version.
   *
   * @throws NotSent no node leads that they could be sent to
   * @throws ConnectionLost they may be stored or not
   */
  async append(
    stream: string,
    version: number,
    events: readonly ProposedEvent[],
  ): Promise<Stored | undefined> {
    const { appendTimeoutMs } = this.patience;
    const node = await this.leader.reach(appendTimeoutMs);
    const append = { stream: this.prefix + stream, version, events };
    try {
      return await node.append(append, this.call, appendTimeoutMs);
    } catch (error) {
      throw this.meaningAt(node, error);
    }
  }

  /** Events of a stream; none when it does not exist. @throws ConnectionLost */
  async stream(
    stream: string,
    { from, direction = 'forward', limit }: Range,
  ): Promise<ClientEvent[]> {
    const fromRevision = from === undefined ? startOf(direction) : from - 1n;
    const node = await this.leader.reach(this.patience.readTimeoutMs);
    try {
      const read = node.readStream(this.prefix + stream, {
        ...this.call,
        direction: DIRECTIONS[direction],
        fromRevision,
        ...(limit !== undefined && { maxCount: limit }),
      });
      const resolved = await readToEnd<ResolvedEvent>(read, this.patience.readTimeoutMs);
      return resolved.flatMap(({ event }) => (event ? [event] : []));
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw this.meaningAt(node, error);
    }
  }

  /** Events of the log, the server's own among them: from a position on, or those before it. @throws ConnectionLost */
  async all({ from, direction = 'forward', limit }: Range): Promise<AllStreamRecordedEvent[]> {
    const node = await this.leader.reach(this.patience.readTimeoutMs);
    try {
      const read = node.readAll({
        ...this.call,
        direction: DIRECTIONS[direction],
        fromPosition: from === undefined ? startOf(direction) : { commit: from, prepare: from },
        ...(limit !== undefined && { maxCount: limit }),
      });
      const resolved = await readToEnd<AllStreamResolvedEvent>(read, this.patience.readTimeoutMs);
      return resolved.flatMap(({ event }) => (event ? [event] : []));
    } catch (error) {
      throw this.meaningAt(node, error);
    }
  }

  /** The events to come, for as long as the connection holds and its node leads. @throws ConnectionLost */
  async *follow(signal: AbortSignal, onStart: () => void): AsyncGenerator<AllStreamRecordedEvent> {
    const node = await this.leader.reach(this.patience.readTimeoutMs);
    const live = node.subscribeToAll({ ...this.call, fromPosition: END });
    live.once('confirmation', onStart);
    try {
      const until = AbortSignal.any([signal, node.abandoned]);
      for await (const { event } of followed<AllStreamResolvedEvent>(live, until))
        if (event) yield event;
    } catch (error) {
      throw this.meaningAt(node, error);
    }
  }

  /** Ends what still runs; the client can hold the process no longer. */
  async close(): Promise<void> {
    await this.leader.close();
  }

  private meaningAt(node: Node, error: unknown): Error {
    const meaning = meaningOf(error);
    if (meaning instanceof ConnectionLost) this.leader.lost(node);
    return meaning;
  }
}

function startOf(direction: Direction): typeof START | typeof END {
  return direction === 'forward' ? START : END;
}
