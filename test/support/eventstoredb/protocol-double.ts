import {
  Server,
  ServerCredentials,
  ServerInterceptingCall,
  type ServerInterceptor,
} from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { append } from './append.js';
import { batchAppend } from './batch-append.js';
import { makeCertificate, type Certificate } from './certificate.js';
import { softDelete, tombstone } from './delete.js';
import { Faults } from './faults.js';
import { supportedMethods } from './features.js';
import { readGossip, type Member } from './gossip.js';
import { HOST, Listener } from './listener.js';
import type { LogRecord } from './log-record.js';
import { MemoryLog } from './memory-log.js';
import type { Credentials, Node } from './node.js';
import { read } from './read.js';

export interface ProtocolDoubleOptions {
  /** Encrypts, with a certificate made for it; default false. */
  readonly tls?: boolean;
  /** Lets in only who gives these; default: everybody. A client sends them over TLS alone. */
  readonly credentials?: Credentials;
  /** Whether appends may be sent as a batch; default true. */
  readonly batchAppend?: boolean;
  /** The log of another double: the two are then nodes of one cluster. Default: an empty one. */
  readonly log?: MemoryLog;
}

/** Messages of many events are larger than gRPC takes of itself. */
const SETTINGS = { 'grpc.max_receive_message_length': 20 * 1024 * 1024 };

/**
 * Speaks the protocol of EventStoreDB in this process, on a log in memory, so that what talks to
 * the one can be tested where no server runs. It is a protocol double and not EventStoreDB: it has
 * streams, the whole log, subscriptions with filters and the discovery of a cluster's leader, and
 * none of persistent subscriptions, projections, links, access lists, expiry and scavenging.
 */
export class ProtocolDouble {
  readonly faults = new Faults();
  readonly log: MemoryLog;
  /** What was called, one after another: `Streams/Append`, `Gossip/Read` …, and `append` for each of a batch. */
  readonly called: string[] = [];
  /** The events that readers were given, one after another, by reads and subscriptions alike. */
  readonly given: LogRecord[] = [];
  /** What it tells of its cluster; default: that it leads, alone. */
  members: readonly Member[] | undefined;
  port = 0;
  private listener: Listener | undefined;

  constructor(
    private readonly options: ProtocolDoubleOptions,
    private readonly certificate: Certificate | undefined,
  ) {
    this.log = options.log ?? new MemoryLog();
  }

  get connectionString(): string {
    const { credentials } = this.options;
    const user = credentials ? `${credentials.username}:${credentials.password}@` : '';
    if (!this.certificate) return `esdb://${user}${HOST}:${this.port}?tls=false`;
    const ca = encodeURIComponent(this.certificate.caFile);
    return `esdb://${user}localhost:${this.port}?tls=true&tlsCAFile=${ca}`;
  }

  /** Where a client finds the authority of its certificate; undefined without TLS. */
  get caFile(): string | undefined {
    return this.certificate?.caFile;
  }

  /** Serves, after `goAway` again on the same port with the same contents. */
  async comeUp(): Promise<void> {
    const server = new Server({ ...SETTINGS, interceptors: [this.note] });
    const { log, faults, called, given, options } = this;
    const node: Node = { log, faults, called, given, credentials: options.credentials };
    server.addService(StreamsService, {
      read: read(node),
      append: append(node),
      batchAppend: batchAppend(node),
      delete: softDelete(node),
      tombstone: tombstone(node),
    });
    const getSupportedMethods = supportedMethods(options.batchAppend ?? true);
    server.addService(ServerFeaturesService, { getSupportedMethods });
    server.addService(GossipService, { read: readGossip(() => this.members ?? [this.alone()]) });
    this.listener = new Listener(server, credentialsOf(this.certificate));
    this.port = await this.listener.listen(this.port);
  }

  /** As when the process is killed: calls break off, and connections are refused. */
  async goAway(): Promise<void> {
    await this.listener?.close();
    this.listener = undefined;
  }

  async restart(): Promise<void> {
    await this.goAway();
    await this.comeUp();
  }

  /** As when the network fails for a moment: calls break off, and new connections are taken. */
  dropConnections(): void {
    this.listener?.cut();
  }

  /** For good. Dispose of the clients first. */
  async stop(): Promise<void> {
    await this.goAway();
    await this.certificate?.remove();
  }

  private readonly note: ServerInterceptor = ({ path }, call) => {
    this.called.push(path.slice(path.lastIndexOf('.') + 1));
    return new ServerInterceptingCall(call);
  };

  private alone(): Member {
    return { host: HOST, port: this.port, state: 'LEADER' };
  }
}

/** Starts a protocol double of EventStoreDB on a free port. */
export async function startProtocolDouble(
  options: ProtocolDoubleOptions = {},
): Promise<ProtocolDouble> {
  const double = new ProtocolDouble(options, options.tls ? await makeCertificate() : undefined);
  await double.comeUp();
  return double;
}

function credentialsOf(certificate: Certificate | undefined): ServerCredentials {
  if (!certificate) return ServerCredentials.createInsecure();
  const { certificate: cert_chain, key: private_key } = certificate;
  return ServerCredentials.createSsl(null, [{ cert_chain, private_key }]);
}
