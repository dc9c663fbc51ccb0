import { ConnectionLost } from '../adapter/connection-lost.js';
import type { ReadReq } from '@app/internals/src/eventstore-protocol.js';
import type { ProposedEvent, Stored } from './append-request.js';
import { meaningOf } from './client-errors.js';
import type { Address } from './connection-string.js';
import type { Leader } from './leader.js';
import type { Node } from './node.js';
import { eventIn, type LoggedEvent } from './logged-event.js';
import { followRequest, logRequest, streamRequest, type Range } from './read-request.js';
import { followed, readToEnd, type Silence } from './reading.js';
import { leaderOf } from './leader-of.js';
import { namesUnder } from './recorded-event.js';

/** What is told to who follows the log. */
export interface Followed {
  readonly event: LoggedEvent | undefined;
  /** Everything up to here has been told; undefined when this says nothing of it. */
  readonly scannedTo: bigint | undefined;
}

export interface Patience {
  readonly appendTimeoutMs: number;
  readonly readTimeoutMs: number;
}

/**
 * The calls of the store to whichever node leads, with what its client lacks: every call ends in
 * time, every error is either the port's or ConnectionLost, and a node that is lost is looked for.
 *
 * Each call carries the credentials, those of its own, for which the client asks the server nothing
 * beforehand.
 */
export class Connection {
  private readonly leader: Leader;
  /** The names of this log's streams, for the server's filter. */
  private readonly names: string;
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
    this.names = namesUnder(prefix);
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
  stream(stream: string, range: Range): Promise<LoggedEvent[]> {
    const { readTimeoutMs: patience } = this.patience;
    return this.read(streamRequest(this.prefix + stream, range), { patience });
  }

  /**
   * This log's events, from a position on or those before it; the server passes over all others.
   *
   * @throws ConnectionLost
   */
  log(range: Range): Promise<LoggedEvent[]> {
    const { readTimeoutMs: patience } = this.patience;
    const stillThere = () => this.newest();
    return this.read(logRequest(range, this.names), { patience, stillThere });
  }

  /** The newest event of all, the server's own and others' among them. @throws ConnectionLost */
  async newest(): Promise<LoggedEvent | undefined> {
    const { readTimeoutMs: patience } = this.patience;
    const request = logRequest({ direction: 'backward', limit: 1 });
    const [newest] = await this.read(request, { patience });
    return newest;
  }

  /**
   * This log's events after a position and those to come, for as long as the connection holds and
   * its node leads; in between, how far the server has looked.
   *
   * @throws ConnectionLost
   */
  async *follow(after: bigint, signal: AbortSignal): AsyncGenerator<Followed> {
    const node = await this.leader.reach(this.patience.readTimeoutMs);
    const until = AbortSignal.any([signal, node.abandoned]);
    try {
      const call = await node.read(followRequest(after, this.names), this.call);
      for await (const answer of followed(call, until)) {
        const event = eventIn(answer);
        const position = event?.position ?? answer.getCheckpoint()?.getCommitPosition();
        yield { event, scannedTo: position === undefined ? undefined : BigInt(position) };
      }
    } catch (error) {
      throw this.meaningAt(node, error);
    }
  }

  /** Ends what still runs; the client can hold the process no longer. */
  async close(): Promise<void> {
    await this.leader.close();
  }

  /** Once more, and no oftener, when the connection is lost meanwhile: to read twice does no harm. */
  private async read(request: ReadReq, silence: Silence): Promise<LoggedEvent[]> {
    for (let again = true; ; again = false) {
      const node = await this.leader.reach(this.patience.readTimeoutMs);
      try {
        return await readToEnd(await node.read(request, this.call), silence);
      } catch (error) {
        const meaning = this.meaningAt(node, error);
        // What fell silent has taken its time already.
        const silent = error instanceof ConnectionLost;
        if (!again || silent || !(meaning instanceof ConnectionLost)) throw meaning;
      }
    }
  }

  private meaningAt(node: Node, error: unknown): Error {
    const meaning = meaningOf(error);
    if (meaning instanceof ConnectionLost) this.leader.lost(node);
    return meaning;
  }
}
