import { expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { EventStoreDbOptions } from '@app/event-store/src/eventstoredb/options.js';
import {
  instant,
  localDate,
  minutesBetween,
  type Instant,
  type LocalTime,
  type Span,
} from '@app/kernel';
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

/** The business day on which the journeys play. */
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

/** From here on a step counts as told late; nothing of a journey may be so by accident. */
const LATE_MINUTES = 15;

/** When the clock begins on which they play: before anybody does anything. */
export const BEGINNING = at('00:00');

type Headers = Readonly<Record<string, string>>;

/** Where the centres of this test file keep their log; default: in PostgreSQL. */
export const logs: { inEventStoreDb?: EventStoreDbOptions } = {};

/**
 * A service centre at work: a real server, and people who speak to it, each under their own token.
 * Whatever is said to occur is told as it occurs: the service's clock is set forward to it first.
 */
export class Centre {
  private readonly tokens = new Map<string, string>();

  /** @param now how far the clock has been set */
  private constructor(
    readonly service: TestServer,
    readonly url: string,
    private now: Instant,
  ) {}

  /** @param beginning when its clock begins; default: that of the day on which most journeys play */
  static async open(beginning = BEGINNING): Promise<Centre> {
    const service = await startTestServer({
      clock: beginning,
      ...(logs.inEventStoreDb && { eventStoreDb: logs.inEventStoreDb }),
    });
    const centre = new Centre(service, service.url, beginning);
    for (const role of ['operator', 'hotline', 'dispatcher', 'storekeeper', 'supervisor'] as const)
      centre.tokens.set(role, await service.token(role));
    return centre;
  }

  close(): Promise<void> {
    return this.service.stop();
  }

  /** The same people, with the tokens they have, at another server of the same database. */
  through(url: string): Centre {
    const other = new Centre(this.service, url, BEGINNING);
    for (const [login, token] of this.tokens) other.tokens.set(login, token);
    return other;
  }

  /** An employee, of the repair department unless told otherwise, who can sign in under their id. */
  async hire(
    employee: string,
    role: Role = 'technician',
    department: 'repair' | 'sales' | 'office' = 'repair',
  ): Promise<void> {
    const file = { employee, name: employee, department, supervisor: false };
    await this.done('supervisor', 'employees', file);
    const user = { login: employee, password: `${employee} of the tests`, employee };
    await this.done('operator', 'users', { ...user, roles: [role] });
    this.tokens.set(employee, await signIn(this.url, user.login, user.password));
  }

  /** Stores an image and answers with its hash. */
  async image(by: string, words: string): Promise<string> {
    const headers = { 'Content-Type': 'image/png' };
    const bytes = png(words);
    const { hash } = await this.done<{ hash: string }>(by, 'files', bytes, headers);
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    return hash;
  }

  /** Lets time pass until then, where it is not so late yet. */
  async until(now: Instant): Promise<void> {
    if (now <= this.now) return;
    await this.send('operator', 'clock/set-forward', { body: { now } });
    this.now = now;
  }

  /** What is told late is told so on purpose: in a batch, or without a time of its own. */
  private async tellAsItOccurs(path: string, occurredAt: Instant): Promise<void> {
    const late = minutesBetween(occurredAt, this.now);
    if (late > LATE_MINUTES) throw new Error(`${path} is told ${late} minutes late`);
    await this.until(occurredAt);
  }

  /** Sends a command, whatever comes of it. */
  async tell<Body = OutcomeBody & Problem>(
    by: string,
    path: string,
    body: unknown = {},
    headers: Headers = {},
  ): Promise<Answer<Body>> {
    if (isTimed(body)) await this.tellAsItOccurs(path, body.occurredAt);
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

function isTimed(body: unknown): body is { readonly occurredAt: Instant } {
  return typeof body === 'object' && body !== null && 'occurredAt' in body;
}
