import {
  EventStoreDBClient,
  type ChannelCredentialOptions,
  type SingleNodeOptions,
} from '@eventstore/db-client';
import { connectivityState, type Client } from '@grpc/grpc-js';
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

  /** Takes no more calls; those under way end as they end. */
  async abandon(): Promise<void> {
    this.left.abort();
    (await this.getChannel()).close();
  }

  /** Ends what is under way, and the connection. */
  async close(): Promise<void> {
    await this.dispose();
    await this.abandon();
  }
}

/** @throws NotSent */
function refuseClosed(stub: Client): void {
  if (stub.getChannel().getConnectivityState(false) === connectivityState.SHUTDOWN)
    throw new NotSent('the connection was lost: it was closed before the call');
}
