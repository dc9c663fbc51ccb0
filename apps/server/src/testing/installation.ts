import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@app/event-store';
import type { OutcomeBody } from '@app/http';
import { Client } from '@app/postgres';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { Server } from '../create-server.js';
import type { ServerOptions } from '../server-options.js';
import { send, signIn, startServer } from './test-client.js';

const PASSWORD = 'the operator of the tests';
export const NAME = '欧阳绝无仅有';
export const PHONE = '13977665544';
export const ADDRESS = '不存在的大街 4711 号';
export const WORDS = '冰箱里有一只企鹅';
export const PERSONAL = [NAME, PHONE, ADDRESS, WORDS];

/** What is taken for a PNG: its first bytes, and any others behind them. */
const pngOf = (words: string) =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(`${words}签名`)]);

/** An installation on data of its own, which can be stopped and started again, and looked through. */
export class Installation {
  server!: Server;
  private token!: string;

  private constructor(
    readonly database: TestDatabase,
    readonly dataDir: string,
    readonly log: Pick<ServerOptions, 'eventStoreDb'>,
  ) {}

  static async make(log: Pick<ServerOptions, 'eventStoreDb'>): Promise<Installation> {
    const dataDir = await mkdtemp(join(tmpdir(), 'service-centre-erasure-'));
    const installation = new Installation(await testDatabase(), dataDir, log);
    await installation.start();
    return installation;
  }

  /** Whoever may do what the tests do; it speaks in their name from then on. */
  async staff(): Promise<void> {
    await this.says('employees', {
      employee: 'ma',
      name: 'ma',
      department: 'office',
      supervisor: true,
    });
    const roles = ['general-manager', 'supervisor', 'dispatcher', 'hotline'];
    await this.says('users', { login: 'ma', password: PASSWORD, employee: 'ma', roles });
    this.token = await signIn(this.server.url, 'ma', PASSWORD);
  }

  /** A customer whose ticket goes on, and another customer whom nothing is asked of. */
  async begin(): Promise<void> {
    await this.staff();
    for (const [customer, name, phone] of [
      ['C-1', NAME, PHONE],
      ['C-2', '周不相干', '13800000002'],
    ] as const) {
      await this.says('customers', { customer, name, phone });
      const site = { site: 'home', address: `${ADDRESS} ${customer}`, landmark: null };
      await this.says(`customers/${customer}/add-site`, site);
      const image = await this.image(customer);
      const signature = { name, role: 'customer', signedAt: new Date().toISOString(), image };
      const call = { source: 'walk-in', fault: WORDS, customer, site: 'home', signature };
      const told = { name, phone, address: ADDRESS, landmark: null };
      await this.says('tickets', { ticket: `T-${customer}`, ...call, ...told });
    }
  }

  /** One more server on its data, which is the caller's to close. */
  another(options: Partial<ServerOptions> = {}): Promise<Server> {
    return startServer({
      databaseUrl: this.database.url,
      dataDir: this.dataDir,
      operatorPassword: PASSWORD,
      ...this.log,
      ...options,
    });
  }

  async start(): Promise<void> {
    this.server = await this.another();
    this.token ??= await signIn(this.server.url, 'operator', PASSWORD);
  }

  async restart(): Promise<void> {
    await this.server.close();
    await this.start();
  }

  /** The log as its server sees it. */
  async openLog(): Promise<EventStore> {
    const { EventStore: Log } = await loadServerCode();
    return this.server.app.get(Log);
  }

  async stop(): Promise<void> {
    await this.server?.close();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Stores the image of a signature, and answers with its hash. */
  async image(words: string): Promise<string> {
    const { status, body } = await send<{ hash: string }>(`${this.server.url}/api/v1/files`, {
      token: this.token,
      body: pngOf(words),
      headers: { 'Content-Type': 'image/png' },
    });
    if (status !== 201) throw new Error(`the image was answered with ${status}`);
    return body.hash;
  }

  /** With what a request for a file is answered. */
  async file(words: string): Promise<number> {
    const hash = createHash('sha256').update(pngOf(words)).digest('hex');
    const headers = { Authorization: `Bearer ${this.token}` };
    return (await fetch(`${this.server.url}/api/v1/files/${hash}`, { headers })).status;
  }

  /** Sends what must be taken. */
  async says(path: string, body: object): Promise<OutcomeBody> {
    const answer = await this.tells(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as unknown as OutcomeBody;
  }

  /** @param by default: the server that was started with it */
  tells(path: string, body: object, headers: Record<string, string> = {}, by = this.server) {
    return send(`${by.url}/api/v1/${path}`, { token: this.token, body, headers });
  }

  async get(path: string): Promise<{ status: number; text: string; tag: string | null }> {
    const { url } = this.server;
    const { status, body, headers } = await send(`${url}/api/v1/${path}`, {
      token: this.token,
      method: 'GET',
    });
    return { status, text: JSON.stringify(body), tag: headers.get('etag') };
  }

  async cli(...words: string[]): Promise<{ code: number; said: string }> {
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const where = { databaseUrl: this.database.url, dataDir: this.dataDir, ...this.log };
    const { runCli } = await loadServerCode();
    const code = await runCli(words, where, { result: say, remark: say, language: 'en' });
    return { code, said: said.join('\n') };
  }

  /** Every row of every table, as the database holds it. */
  async everyRow(): Promise<string> {
    const client = new Client({ connectionString: this.database.url });
    await client.connect();
    try {
      const { rows: tables } = await client.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
         WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      );
      const all: string[] = [];
      for (const { name } of tables) {
        const { rows } = await client.query<{ row: string }>(
          `SELECT t::text AS row FROM ${name} t`,
        );
        all.push(...rows.map(({ row }) => row));
      }
      return all.join('\n');
    } finally {
      await client.end();
    }
  }
}
