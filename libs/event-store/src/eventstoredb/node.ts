import {
  EventStoreDBClient,
  type ChannelCredentialOptions,
  type SingleNodeOptions,
} from '@eventstore/db-client';
import { textOf, type Endpoint } from './gossip.js';

/** How a node is connected to, the same for each. */
export interface NodeOptions {
  readonly client: Omit<SingleNodeOptions, 'endpoint'>;
  readonly credentials: ChannelCredentialOptions;
}

/**
 * One node and the client for it. A client of one address looks for no other, so nothing that it
 * keeps can fail while nobody waits for it: its channel is always made at once, without asking.
 */
export class Node extends EventStoreDBClient {
  private readonly left = new AbortController();

  constructor(
    readonly endpoint: Endpoint,
    { client, credentials }: NodeOptions,
  ) {
    super({ ...client, endpoint }, credentials);
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
