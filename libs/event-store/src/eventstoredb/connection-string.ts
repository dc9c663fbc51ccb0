import { existsSync } from 'node:fs';
import { StoreUnfit } from '../errors.js';
import type { Credentials, EventStoreDbOptions } from './options.js';

/** What the client is made with. */
export interface Address {
  /** Without credentials: the client prints the string in warnings and under DEBUG. */
  readonly connectionString: string;
  readonly credentials: Credentials;
  /** `host:port` of each node, for messages. */
  readonly hosts: string;
}

const FORM = /^esdb(\+discover)?:\/\/(?:([^@/?]*)@)?([^/?]+)\/?(?:\?(.*))?$/;

/** What the client takes and then does something else with, by the option's name in small letters. */
const TRAPS: Readonly<Record<string, (value: string) => string | undefined>> = {
  tlsverifycert: (value) =>
    value === 'false' ? 'tlsVerifyCert=false has no effect: name a CA file instead' : undefined,
  throwonappendfailure: (value) =>
    value === 'false' ? 'throwOnAppendFailure=false hides which version a stream has' : undefined,
  keepaliveinterval: tooShort('keepAliveInterval'),
  keepalivetimeout: tooShort('keepAliveTimeout'),
};

/**
 * The address of one node (`esdb://host:2113`), of a cluster (`esdb://a:2113,b:2113,c:2113`), or of
 * a cluster by its name in the DNS (`esdb+discover://name`). TLS is on unless `tls=false`.
 *
 * @throws StoreUnfit it cannot be used; the message quotes nothing of it
 */
export function addressOf(options: EventStoreDbOptions): Address {
  const { discover, user, hosts, query } = partsOf(options.connectionString);
  const parameters = new URLSearchParams(query);
  refuseTraps(parameters);
  if (options.caFile !== undefined) nameAuthority(parameters, options.caFile);
  const rest = [...parameters].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const suffix = rest.length > 0 ? `?${rest.join('&')}` : '';
  return {
    connectionString: `esdb${discover}://${hosts}${suffix}`,
    credentials: options.credentials ?? credentialsIn(user) ?? nobody(parameters),
    hosts,
  };
}

function partsOf(connectionString: string) {
  const [, discover = '', user, hosts, query = ''] = FORM.exec(connectionString.trim()) ?? [];
  if (hosts === undefined)
    throw new StoreUnfit('the connection string must look like esdb://host:2113?tls=true');
  if (discover && hosts.includes(','))
    throw new StoreUnfit('esdb+discover:// takes one name; list several nodes with esdb://');
  return { discover, user, hosts, query };
}

function refuseTraps(parameters: URLSearchParams): void {
  for (const [name, value] of parameters) {
    const trap = TRAPS[name.toLowerCase().replaceAll(/[_-]/g, '')]?.(value);
    if (trap !== undefined) throw new StoreUnfit(trap);
  }
}

/** An insecure connection carries no credentials; the client is still given some, see `Connection`. */
function nobody(parameters: URLSearchParams): Credentials {
  if (!isInsecure(parameters)) throw new StoreUnfit('a connection with TLS needs credentials');
  return { username: 'nobody', password: '' };
}

function isInsecure(parameters: URLSearchParams): boolean {
  return parameters.get('tls') === 'false';
}

function nameAuthority(parameters: URLSearchParams, file: string): void {
  if (isInsecure(parameters)) throw new StoreUnfit('a CA file says nothing where tls=false');
  if (!existsSync(file)) throw new StoreUnfit(`there is no CA file at ${file}`);
  parameters.set('tlsCAFile', file);
}

function credentialsIn(user: string | undefined): Credentials | undefined {
  const [, username, password] = /^([^:]+):(.+)$/.exec(user ?? '') ?? [];
  if (username === undefined || password === undefined) return undefined;
  return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** They are milliseconds, whatever is said of seconds. */
function tooShort(name: string): (value: string) => string | undefined {
  return (value) => {
    const milliseconds = Number(value);
    if (milliseconds === -1 || milliseconds >= 10_000) return undefined;
    return `${name} is in milliseconds, 10000 at least`;
  };
}
