import {
  EventStoreDBClient,
  type BaseOptions,
  type ChannelCredentialOptions,
  type SingleNodeOptions,
} from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { connectivityState, type Client } from '@grpc/grpc-js';
import type { ProposedAppend, Stored } from './append-request.js';
import { BatchCall } from './batch-call.js';
import { textOf, type Endpoint } from './gossip.js';
import { NotSent } from './not-sent.js';

/** How a node is connected to, the same for each. */
export interface NodeOptions {
  readonly client: Omit<SingleNodeOptions, 'endpoint'>;
  readonly credentials: ChannelCredentialOptions;
}

/**
 * One node and the client for it, of which nothing fails while nobody waits for it:
 *
 * - its channel, which the client awaits unheard after every failure, is made of the one address
 *   that it has; making it asks nobody, so it cannot fail;
 * - its features, whose failure it would keep, are never asked for where a call has credentials;
 * - an append to a channel that was closed throws where the client forgets to listen, so none gets
 *   that far; a read, and a subscription, tell it to whoever iterates.
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

  /** Another node leads: whoever follows this one is to follow that. */
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
