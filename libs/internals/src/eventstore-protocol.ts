/*
 * What the client of EventStoreDB brings and does not declare: the messages and services of the
 * server's protocol, as generated, and how it reads a connection string.
 */
export { parseConnectionString } from '@eventstore/db-client/dist/Client/parseConnectionString.js';
export type { ConnectionOptions } from '@eventstore/db-client/dist/Client/parseConnectionString.js';
export { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
export { default as gossip } from '@eventstore/db-client/generated/gossip_pb.js';
export type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
export { default as shared } from '@eventstore/db-client/generated/shared_pb.js';
export type { Status } from '@eventstore/db-client/generated/status_pb.js';
export { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
export { default as streams } from '@eventstore/db-client/generated/streams_pb.js';
export type {
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
