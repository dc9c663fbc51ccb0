import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
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

/** An option that cannot be used; whoever knows the setting that it came from can name that. */
export class OptionUnfit extends StoreUnfit {
  constructor(
    readonly option: 'connectionString' | 'caFile' | 'credentials',
    message: string,
  ) {
    super(message);
  }
}

const FORM = /^esdb(\+discover)?:\/\/(?:([^@/?]*)@)?([^/?]+)\/?(?:\?(.*))?$/;

const PORTS = { first: 1, last: 65_535 };

/** What the client takes and then does something else with, or fails on only later, by the option's name in small letters. */
const TRAPS: Readonly<Record<string, (value: string) => string | undefined>> = {
  tlsverifycert: (value) =>
    value === 'false' ? 'tlsVerifyCert=false has no effect: name a CA file instead' : undefined,
  throwonappendfailure: (value) =>
    value === 'false' ? 'throwOnAppendFailure=false hides which version a stream has' : undefined,
  nodepreference: (value) =>
    isPreferenceForOthers(value)
      ? `nodePreference=${value} has no effect: every call goes to the node that leads`
      : undefined,
  tlscafile: faultOfAuthority,
  keepaliveinterval: tooShort('keepAliveInterval'),
  keepalivetimeout: tooShort('keepAliveTimeout'),
};

/**
 * The address of one node (`esdb://host:2113`), of a cluster (`esdb://a:2113,b:2113,c:2113`), or of
 * a cluster by its name in the DNS (`esdb+discover://name`). TLS is on unless `tls=false`.
 *
 * @throws OptionUnfit it cannot be used; the message quotes no user and no password
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
    throw unfit('the connection string must look like esdb://host:2113?tls=true');
  if (discover && hosts.includes(','))
    throw unfit('esdb+discover:// takes one name; list several nodes with esdb://');
  for (const host of hosts.split(',')) refusePort(/:(.*)$/.exec(host)?.[1]);
  return { discover, user, hosts, query };
}

function unfit(message: string): OptionUnfit {
  return new OptionUnfit('connectionString', message);
}

function refusePort(port: string | undefined): void {
  const { first, last } = PORTS;
  if (port === undefined || (/^\d+$/.test(port) && +port >= first && +port <= last)) return;
  throw unfit(`${port} is no port, which is a number from ${first} to ${last}`);
}

function refuseTraps(parameters: URLSearchParams): void {
  for (const [name, value] of parameters) {
    const trap = TRAPS[flat(name)]?.(value);
    if (trap !== undefined) throw unfit(trap);
  }
}

/** An insecure connection carries no credentials; the client is still given some, see `Connection`. */
function nobody(parameters: URLSearchParams): Credentials {
  if (!isInsecure(parameters))
    throw new OptionUnfit('credentials', 'a connection with TLS needs credentials');
  return { username: 'nobody', password: '' };
}

function isInsecure(parameters: URLSearchParams): boolean {
  return parameters.get('tls') === 'false';
}

function nameAuthority(parameters: URLSearchParams, file: string): void {
  const fault = isInsecure(parameters)
    ? 'a CA file says nothing where tls=false'
    : faultOfAuthority(file);
  if (fault !== undefined) throw new OptionUnfit('caFile', fault);
  parameters.set('tlsCAFile', file);
}

/** The client would take a file that holds no certificate, and then trust nobody without a word. */
function faultOfAuthority(file: string): string | undefined {
  if (!existsSync(file)) return `there is no CA file at ${file}`;
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN ') && new X509Certificate(text)) return undefined;
  } catch {
    // What cannot be read or taken apart holds none either.
  }
  return `there is no certificate in the form PEM in the CA file ${file}`;
}

function credentialsIn(user: string | undefined): Credentials | undefined {
  const [, username, password] = /^([^:]+):(.+)$/.exec(user ?? '') ?? [];
  if (username === undefined || password === undefined) return undefined;
  try {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    throw unfit('user and password must be percent-encoded, a percent sign as %25');
  }
}

function isPreferenceForOthers(value: string): boolean {
  return ['follower', 'readonlyreplica', 'random'].includes(flat(value));
}

/** As the client compares words. */
function flat(word: string): string {
  return word.toLowerCase().replaceAll(/[_-]/g, '');
}

/** They are milliseconds, whatever is said of seconds. */
function tooShort(name: string): (value: string) => string | undefined {
  return (value) => {
    const milliseconds = Number(value);
    if (milliseconds === -1 || milliseconds >= 10_000) return undefined;
    return `${name} is in milliseconds, 10000 at least`;
  };
}
