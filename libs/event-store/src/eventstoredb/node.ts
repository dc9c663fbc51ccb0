import {
  EventStoreDBClient,
  type BaseOptions,
  type ChannelCredentialOptions,
  type SingleNodeOptions,
} from '@eventstore/db-client';
import { StreamsClient, type ReadReq } from '@app/internals/src/eventstore-protocol.js';
import { connectivityState, type Client } from '@grpc/grpc-js';
import type { ProposedAppend, Stored } from './append-request.js';
import { BatchCall } from './batch-call.js';
import { textOf, type Endpoint } from './gossip.js';
import { NotSent } from './not-sent.js';
import type { ReadCall } from './reading.js';

/** How a node is connected to, the same for each. */
export interface NodeOptions {
  readonly client: Omit<SingleNodeOptions, 'endpoint'>;
  readonly credentials: ChannelCredentialOptions;
}

/**
 * One node and the client for it, arranged so that the client leaves no rejected promise unhandled,
 * which would end the process:
 *
 * - the client awaits its channel after every failure without handling an error; here the channel
 *   is made of one address without asking anybody, so making it cannot fail;
 * - the client keeps a failed request for the server's features; it never makes one where a call
 *   has credentials, as each has here;
 * - an append to a closed channel throws where the client does not handle it, so it is refused
 *   before; a read or a subscription tells whoever iterates.
 */
export class Node extends EventStoreDBClient {
  private readonly left = new AbortController();
  private batch: { readonly stub: StreamsClient; readonly call: BatchCall } | undefined;

  constructor(
    readonly endpoint: Endpoint,
    { client, credentials }: NodeOptions,
  ) {
    super({ ...client, endpoint }, credentials);
    const { execute } = this;
    this.execute = (service, name, action) =>
      execute(service, name, (stub) => {
        refuseClosed(stub);
        return action(stub);
      });
  }

  isAt(endpoint: Endpoint): boolean {
    return textOf(this.endpoint) === textOf(endpoint);
  }

  /** Aborts when another node leads, so that subscriptions to this one are opened anew there. */
  get abandoned(): AbortSignal {
    return this.left.signal;
  }

  /**
   * All appends go over one call, which is opened by the first of them and anew when it has ended.
   *
   * @param patience milliseconds for the answer
   * @returns undefined when the stream is at another version
   */
  append(
    append: ProposedAppend,
    options: BaseOptions,
    patience: number,
  ): Promise<Stored | undefined> {
    return this.execute(StreamsClient, 'batchAppend', (stub) =>
      this.batchOn(stub, options).append(append, patience),
    );
  }

  /**
   * A read or a subscription, without a deadline. The client's own are not used: they cancel where
   * the server has just said that there is no such stream, and know no filter for a read of the log.
   */
  read(request: ReadReq, options: BaseOptions): Promise<ReadCall> {
    const open = this.GRPCStreamCreator(StreamsClient, 'read', (stub) => {
      const call = stub.read(request, ...this.callArguments(options, { deadline: Infinity }));
      // An error is only told, and would be missed by who begins to iterate afterwards.
      return call.on('error', (error) => call.destroy(error));
    });
    return open();
  }

  /** Takes no more calls; those under way end as they end. */
  async abandon(): Promise<void> {
    this.left.abort();
    this.batch?.call.retire();
    (await this.getChannel()).close();
  }

  /** Ends what is under way, and the connection. */
  async close(): Promise<void> {
    this.batch?.call.cancel();
    await this.dispose();
    await this.abandon();
  }

  private batchOn(stub: StreamsClient, options: BaseOptions): BatchCall {
    const { batch } = this;
    if (batch?.stub === stub && batch.call.takesMore) return batch.call;
    batch?.call.retire();
    const [metadata, callOptions] = this.callArguments(options, { deadline: Infinity });
    const call = new BatchCall(stub.batchAppend(metadata, callOptions));
    this.batch = { stub, call };
    return call;
  }
}

/** @throws NotSent */
function refuseClosed(stub: Client): void {
  if (stub.getChannel().getConnectivityState(false) === connectivityState.SHUTDOWN)
    throw new NotSent('the connection was lost: it was closed before the call');
}
