import { randomUUID } from 'node:crypto';
import type { handleUnaryCall } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';

/** A node of a cluster, as the others tell of it. */
export interface Member {
  readonly host: string;
  readonly port: number;
  /** UNKNOWN while a quorum is missing and nobody can be elected. */
  readonly state: 'LEADER' | 'FOLLOWER' | 'UNKNOWN';
}

/** `Gossip.Read`: where a client that knows several nodes learns which of them leads. */
export function readGossip(
  members: () => readonly Member[],
): handleUnaryCall<unknown, ClusterInfo> {
  return (_call, callback) => {
    const response = new gossip.ClusterInfo();
    for (const member of members()) response.addMembers(info(member));
    callback(null, response);
  };
}

function info({ host, port, state }: Member) {
  const message = new gossip.MemberInfo();
  const [endpoint, id] = [new gossip.EndPoint(), new shared.UUID()];
  endpoint.setAddress(host);
  endpoint.setPort(port);
  id.setString(randomUUID());
  message.setInstanceId(id);
  message.setState(gossip.MemberInfo.VNodeState[state]);
  message.setIsAlive(true);
  message.setHttpEndPoint(endpoint);
  message.setTimeStamp('0');
  return message;
}
