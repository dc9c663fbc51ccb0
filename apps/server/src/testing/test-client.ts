import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@app/event-store';
import type { Role } from '@app/identity';
import type { Problem } from '@app/http';
import { testDatabase } from '../../../../test/support/database.js';
import type * as serverCode from '../../../../test/support/server-code.js';
import type { Server } from '../create-server.js';
import type { ServerOptions } from '../server-options.js';

declare global {
  /** What specs need of the code, loaded once for all of them; see test/support/server-code.ts. */
  var loadServerCode: () => Promise<typeof serverCode>;
}

/** Passwords that cost a millisecond: no test of the server guesses them. */
const PASSWORD_COST = 10;

/** Of all of them, so that several may work on one database, and the command line beside them. */
const MASTER_KEY = '07'.repeat(32);

const OPERATOR_PASSWORD = 'the operator of the tests';
const PASSWORD = 'everybody else of the tests';

/** A real server on a database of its own, and whoever is needed to talk to it. */
export interface TestServer {
  readonly server: Server;
  /** Where its log is. */
  readonly store: EventStore;
  readonly url: string;
  readonly databaseUrl: string;
  /** A bearer token of a user with these roles, who is made when it is first asked for. */
  token(...roles: readonly Role[]): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a server as tests want it, silent and on a database that loses what a power cut takes. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { createServer } = await loadServerCode();
  return createServer({
    logLevel: 'fatal',
    allowUnsafe: true,
    passwordCost: PASSWORD_COST,
    ...(await masterKeyOf(options)),
    ...options,
  });
}

/** It lies in the directory of those that have one, where the command line looks for it. */
async function masterKeyOf({ dataDir }: ServerOptions): Promise<Partial<ServerOptions>> {
  if (dataDir === undefined) return { masterKey: new Uint8Array(Buffer.from(MASTER_KEY, 'hex')) };
  await writeFile(join(dataDir, 'master-key'), MASTER_KEY);
  return {};
}

/**
 * Starts one; stop it at the end of the test file. Its log is in PostgreSQL and its clock the
 * database's, unless something else is given; so is its database, which then stays.
 */
export async function startTestServer(
  other: Partial<Pick<ServerOptions, 'databaseUrl' | 'eventStoreDb' | 'clock' | 'mail'>> = {},
): Promise<TestServer> {
  const database = other.databaseUrl === undefined ? await testDatabase() : undefined;
  const databaseUrl = other.databaseUrl ?? database!.url;
  const dataDir = await mkdtemp(join(tmpdir(), 'service-centre-server-'));
  const { EventStore } = await loadServerCode();
  const server = await startServer({
    ...other,
    databaseUrl,
    dataDir,
    operatorPassword: OPERATOR_PASSWORD,
  });
  const store = server.app.get(EventStore);
  const tokens = new Map<string, Promise<string>>();
  const operator = signIn(server.url, 'operator', OPERATOR_PASSWORD);
  const token = (...roles: readonly Role[]): Promise<string> => {
    if (roles.length === 1 && roles[0] === 'operator') return operator;
    const login = roles.join('.');
    const made = tokens.get(login) ?? operator.then((by) => makeUser(server.url, by, login, roles));
    tokens.set(login, made);
    return made;
  };
  const stop = async (): Promise<void> => {
    await server.close();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { server, store, url: server.url, databaseUrl, token, stop };
}

/** An answer with its body read. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Sends JSON; a body that is a string or bytes goes out as it is. */
export async function send<Body = Problem>(
  url: string,
  { body, headers = {}, method = 'POST', token }: SendOptions = {},
): Promise<Answer<Body>> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: textOf(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text && JSON.parse(text)) as Body,
  };
}

function textOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
}

export interface SendOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly token?: string;
}

/** Signs in. */
export async function signIn(url: string, login: string, password: string): Promise<string> {
  const { body, status } = await send<{ token: string }>(`${url}/api/v1/sessions`, {
    body: { login, password },
  });
  if (status !== 201) throw new Error(`signing in as ${login} was answered with ${status}`);
  return body.token;
}

async function makeUser(
  url: string,
  operator: string,
  login: string,
  roles: readonly Role[],
): Promise<string> {
  const employee = `E-${login.replaceAll('.', '-')}`;
  const file = { employee, name: login, department: 'office', supervisor: false };
  const registered = await send(`${url}/api/v1/employees`, { token: operator, body: file });
  if (registered.status !== 201)
    throw new Error(`registering ${employee} was answered with ${registered.status}`);
  const body = { login, password: PASSWORD, employee, roles };
  const { status } = await send(`${url}/api/v1/users`, { token: operator, body });
  if (status !== 201) throw new Error(`making the user ${login} was answered with ${status}`);
  return signIn(url, login, PASSWORD);
}
