import { readFileSync } from 'node:fs';
import { credentials } from '@grpc/grpc-js';
import {
  parseConnectionString,
  type ConnectionOptions,
} from '@app/internals/src/eventstore-protocol.js';
import type { ChannelCredentialOptions } from '@eventstore/db-client';
import { StoreUnfit } from '../errors.js';
import { findLeader, type Search } from './discovery.js';
import { Leader } from './leader.js';

/** What holds where the connection string says nothing; the client's own. */
const DISCOVERY = { attempts: 10, intervalMs: 100, timeoutSeconds: 5 };

/**
 * The leader of the cluster that a connection string describes. The client's own parser reads it.
 *
 * @param connectionString without credentials, since the client prints it where it holds an unknown
 *   option
 * @throws StoreUnfit it cannot be used
 */
export function leaderOf(connectionString: string): Leader {
  try {
    const options = parseConnectionString(connectionString);
    const security = securityOf(options);
    const search = searchOf(options, security);
    const [only, ...others] = search.seeds;
    const isOneNode = !options.dnsDiscover && others.length === 0;
    return new Leader(
      isOneNode ? () => Promise.resolve(only!) : (signal) => findLeader(search, signal),
      { client: options, credentials: security },
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreUnfit(`the connection string cannot be used: ${reason}`);
  }
}

function searchOf(options: ConnectionOptions, security: ChannelCredentialOptions): Search {
  const { rootCertificate, userKeyFile, userCertFile } = security;
  const { attempts, intervalMs, timeoutSeconds } = DISCOVERY;
  return {
    seeds: options.hosts,
    credentials: security.insecure
      ? credentials.createInsecure()
      : credentials.createSsl(rootCertificate, userKeyFile, userCertFile),
    attempts: options.maxDiscoverAttempts ?? attempts,
    intervalMs: options.discoveryInterval ?? intervalMs,
    timeoutMs: (options.gossipTimeout ?? timeoutSeconds) * 1_000,
  };
}

function securityOf(options: ConnectionOptions): ChannelCredentialOptions {
  const { tls, tlsCAFile, userCertFile, userKeyFile } = options;
  if (tls === false) return { insecure: true };
  if ((userCertFile === undefined) !== (userKeyFile === undefined))
    throw new Error('userCertFile and userKeyFile go together');
  return {
    ...(tlsCAFile !== undefined && { rootCertificate: readFileSync(tlsCAFile) }),
    ...(userCertFile !== undefined && { userCertFile: readFileSync(userCertFile) }),
    ...(userKeyFile !== undefined && { userKeyFile: readFileSync(userKeyFile) }),
  };
}
