import { expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { EventStoreDbOptions } from '@app/event-store/src/eventstoredb/options.js';
import { instant, localDate, type Instant, type LocalTime, type Span } from '@app/kernel';
import type { OutcomeBody, Problem } from '@app/http';
import type { Role } from '@app/identity';
import {
  send,
  signIn,
  startTestServer,
  type Answer,
  type SendOptions,
  type TestServer,
} from '../../../apps/server/src/testing/test-client.js';
import { expectDescribed } from './described.js';

/** The business day on which the journeys play: it is over, so no clock of theirs runs ahead. */
export const DAY = localDate(instant(Date.now() - 2 * 24 * 3_600_000));

/** A time of that business day. */
export const at = (time: LocalTime): Instant => instant(`${DAY}T${time}:00+08:00`);

export const span = (from: LocalTime, until: LocalTime): Span => ({
  from: at(from),
  until: at(until),
});

/** What is taken for a PNG: its first bytes, and any others behind them. */
export const png = (rest: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(rest)]);

type Headers = Readonly<Record<string, string>>;

/** Where the centres of this test file keep their log; default: in PostgreSQL. */
export const logs: { inEventStoreDb?: EventStoreDbOptions } = {};

/** A service centre at work: a real server, and people who speak to it, each under their own token. */
export class Centre {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly service: TestServer,
    readonly url: string,
  ) {}

  static async open(): Promise<Centre> {
    const service = await startTestServer(logs.inEventStoreDb);
    const centre = new Centre(service, service.url);
    for (const role of ['operator', 'hotline', 'dispatcher', 'storekeeper', 'supervisor'] as const)
      centre.tokens.set(role, await service.token(role));
    return centre;
  }

  close(): Promise<void> {
    return this.service.stop();
  }

  /** The same people, with the tokens they have, at another server of the same database. */
  through(url: string): Centre {
    const other = new Centre(this.service, url);
    for (const [login, token] of this.tokens) other.tokens.set(login, token);
    return other;
  }

  /** An employee of the repair department who can sign in under their id. */
  async hire(employee: string, role: Role = 'technician'): Promise<void> {
    const file = { employee, name: employee, department: 'repair', supervisor: false };
    await this.done('supervisor', 'employees', file);
    const account = { login: employee, password: `${employee} of the tests`, employee };
    await this.done('operator', 'accounts', { ...account, roles: [role] });
    this.tokens.set(employee, await signIn(this.url, account.login, account.password));
  }

  /** Stores an image and answers with its hash. */
  async image(by: string, words: string): Promise<string> {
    const headers = { 'Content-Type': 'image/png' };
    const bytes = png(words);
    const { hash } = await this.done<{ hash: string }>(by, 'files', bytes, headers);
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    return hash;
  }

  /** Sends a command, whatever comes of it. */
  tell<Body = OutcomeBody & Problem>(
    by: string,
    path: string,
    body: unknown = {},
    headers: Headers = {},
  ): Promise<Answer<Body>> {
    return this.send(by, path, { body, headers });
  }

  /** Sends a command that succeeds. */
  async done<Body = OutcomeBody>(
    by: string,
    path: string,
    body: unknown = {},
    headers: Headers = {},
  ): Promise<Body> {
    const answer = await this.tell<Body>(by, path, body, headers);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Reads what is there. */
  async read<Body>(by: string, path: string): Promise<Body> {
    const { status, body } = await this.send<Body>(by, path, { method: 'GET' });
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Whatever is answered must be as the API's description says. */
  async send<Body>(by: string, path: string, options: SendOptions): Promise<Answer<Body>> {
    const token = this.tokens.get(by);
    if (token === undefined) throw new Error(`nobody signed in as ${by}`);
    const url = `${this.url}/api/v1/${path}`;
    const answer = await send<Body>(url, { token, ...options });
    expectDescribed(options.method ?? 'POST', url, answer);
    return answer;
  }
}
