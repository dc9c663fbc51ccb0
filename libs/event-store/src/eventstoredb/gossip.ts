import { Metadata, type ChannelCredentials } from '@grpc/grpc-js';
import {
  GossipClient,
  gossip,
  shared,
  type ClusterInfo,
} from '@app/internals/src/eventstore-protocol.js';

/** Where a node listens. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** How a node is asked. */
export interface Asking {
  readonly credentials: ChannelCredentials;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Which node leads the cluster, as one of its nodes tells; undefined when that one knows of none.
 *
 * @throws Error what gRPC says of a node that does not answer
 */
export function leaderToldBy(seed: Endpoint, asking: Asking): Promise<Endpoint | undefined> {
  const client = new GossipClient(textOf(seed), asking.credentials);
  return new Promise<Endpoint | undefined>((resolve, reject) => {
    const deadline = Date.now() + asking.timeoutMs;
    const call = client.read(new shared.Empty(), new Metadata(), { deadline }, (error, info) => {
      asking.signal.removeEventListener('abort', stop);
      client.close();
      if (error) reject(error);
      else resolve(leaderIn(info));
    });
    const stop = () => call.cancel();
    asking.signal.addEventListener('abort', stop, { once: true });
  });
}

/** As gRPC takes it for a target. */
export function textOf({ address, port }: Endpoint): string {
  return `${address}:${port}`;
}

/** The address that the leader advertises, at which clients reach it. */
function leaderIn(info: ClusterInfo): Endpoint | undefined {
  const { LEADER } = gossip.MemberInfo.VNodeState;
  const leader = info
    .getMembersList()
    .find((member) => member.getIsAlive() && member.getState() === LEADER);
  const endpoint = leader?.getHttpEndPoint();
  if (!endpoint || endpoint.getAddress() === '') return undefined;
  return { address: endpoint.getAddress(), port: endpoint.getPort() };
}
