import type { Metadata } from '@grpc/grpc-js';
import type { Call, Faults } from './faults.js';
import type { LogRecord } from './log-record.js';
import type { MemoryLog } from './memory-log.js';
import { notAuthenticated, notLeader, notReady, type Refusal } from './refusal.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What the services of one server share. */
export interface Node {
  readonly log: MemoryLog;
  readonly faults: Faults;
  /** What was called, one after another. */
  readonly called: string[];
  /** Which events were read, one after another. */
  readonly given: LogRecord[];
  /** Who is let in; everybody without it. */
  readonly credentials?: Credentials | undefined;
}

/** Why a call is not done at all. */
export function refusalOf(node: Node, call: Call, headers: Metadata): Refusal | undefined {
  const failure = node.faults.take(call);
  if (failure) return failure;
  if (node.credentials && !isFrom(node.credentials, headers)) return notAuthenticated();
  return headers.get('requires-leader').includes('true') ? refusalAsNoLeader(node) : undefined;
}

function refusalAsNoLeader({ faults: { leader, leaderless } }: Node): Refusal | undefined {
  if (leaderless) return notReady();
  return leader && notLeader(leader.host, leader.port);
}

function isFrom({ username, password }: Credentials, headers: Metadata): boolean {
  const wanted = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return headers.get('authorization').includes(wanted);
}
