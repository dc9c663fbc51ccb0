import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import {
  startProtocolDouble,
  type ProtocolDouble,
} from '../../../../test/support/eventstoredb/protocol-double.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { Server } from '../create-server.js';
import { EnvironmentError, readEnvironment } from '../environment.js';
import { send, signIn, startServer } from '../testing/test-client.js';
import { eventStoreDbOf } from './event-store-db-settings.js';

const { runCli } = await loadServerCode();

const PASSWORD = 'the operator of the tests';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-centre-eventstoredb-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a service whose log is in EventStoreDB', () => {
  let double: ProtocolDouble;
  let database: TestDatabase;
  let server: Server;
  let token: string;
  beforeAll(async () => {
    double = await startProtocolDouble();
    database = await testDatabase();
    server = await startServer({
      databaseUrl: database.url,
      eventStoreDb: { connectionString: double.connectionString },
      dataDir: folder,
      operatorPassword: PASSWORD,
    });
    token = await signIn(server.url, 'operator', PASSWORD);
  }, 60_000);
  afterAll(async () => {
    await server?.close();
    await database?.drop();
    await double?.stop();
  });

  const register = (employee: string, name = '李伟', key = employee) =>
    send(`${server.url}/api/v1/employees`, {
      method: 'POST',
      token,
      headers: { 'Idempotency-Key': key },
      body: { employee, name, department: 'repair', supervisor: false },
    });

  /** What a command of the operator's says, and how it ends. */
  async function cli(...words: string[]): Promise<{ code: number; said: string }> {
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const where = {
      databaseUrl: database.url,
      dataDir: folder,
      eventStoreDb: { connectionString: double.connectionString },
    };
    const code = await runCli(words, where, { result: say, remark: say, language: 'en' });
    return { code, said: said.join('\n') };
  }

  test('keeps what is recorded there, and none of it in PostgreSQL', async () => {
    const { status, body } = await register('li-wei');
    expect([status, body]).toMatchObject([201, { version: 1 }]);
    const { EventStore } = await loadServerCode();
    const [event] = await server.app.get(EventStore).readStream('employee-li-wei');
    expect(event).toMatchObject({ type: 'EmployeeRegistered', version: 1 });
    expect(double.log.stream('employee-li-wei').records).toHaveLength(1);
  });

  test('answers a repeat as the first, and tells ids apart as elsewhere', async () => {
    const first = await register('wang-fang', '王芳');
    const again = await register('wang-fang', '王芳');
    expect(again.body).toMatchObject({ version: 1, position: (first.body as never)['position'] });
    const other = await register('Wang-Fang', '王芳');
    expect([other.status, other.body.code]).toEqual([409, 'differs-in-case-only']);
  });

  test('shows in a read model what was written, when its position is waited for', async () => {
    const { body } = await register('zhao-lei', '赵磊');
    const position = (body as unknown as { position: string }).position;
    const listed = (minPosition: string) =>
      send(`${server.url}/api/v1/employees?minPosition=${minPosition}`, { method: 'GET', token });
    const list = await listed(position);
    expect(list.status).toBe(200);
    expect(JSON.stringify(list.body)).toMatch(/赵磊/);
    const ahead = { code: 'position-ahead', errors: [{ pointer: '/minPosition', in: 'query' }] };
    expect(await listed('999999999999999999')).toMatchObject({ status: 400, body: ahead });
  });

  test('says in health and metrics how the store stands, without what it does not have', async () => {
    const { body } = await send(`${server.url}/health/deps`, { method: 'GET', token });
    const { store, projections } = body as unknown as {
      store: Record<string, unknown>;
      projections: { lagEvents: number }[];
    };
    expect(store).toMatchObject({ queuedAppends: 0, storedEvents: 3 });
    expect(store).not.toHaveProperty('lockedBatches');
    expect(projections.every(({ lagEvents }) => lagEvents <= 3)).toBe(true);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/^append_events_total 3$/m);
    expect(metrics).not.toMatch(/append_locked_batches_total/);
  });

  test('is verified, replayed, exported, rebuilt and examined from the command line', async () => {
    expect(await cli('verify')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/the log is sound/),
    });
    const replayed = await cli('replay', 'employee-li-wei');
    expect(replayed).toMatchObject({ code: 0, said: expect.stringMatching(/李伟/) });
    expect((await cli('export')).said).toMatch(/"count":3/);
    const rebuilt = await cli('rebuild', 'ticket-board', '--take-over');
    expect(rebuilt).toMatchObject({ code: 0, said: expect.stringMatching(/stands at \d+/) });
    const { said } = await cli('doctor');
    expect(said).toMatch(/log\s+ok\s+[0-9a-f-]{36}, head \d+/);
    expect(said).not.toMatch(/append-only trigger/);
  });
});

describe('the settings for EventStoreDB', () => {
  const read = (variables: Record<string, string>) =>
    eventStoreDbOf(readEnvironment({ EVENT_STORE: 'eventstoredb', ...variables }));

  test('are none while the log is in PostgreSQL', () => {
    expect(eventStoreDbOf(readEnvironment({}))).toBeUndefined();
  });

  test('take address, authority and credentials from files', () => {
    const [url, ca, credentials] = ['url', 'ca', 'credentials'].map((name) => join(folder, name));
    writeFileSync(url!, 'esdb://a:2113,b:2113\n');
    writeFileSync(ca!, rootCertificates[0]!);
    writeFileSync(credentials!, 'service:a:pass@word\n');
    expect(
      read({
        EVENTSTOREDB_URL_FILE: url!,
        EVENTSTOREDB_CA_FILE: ca!,
        EVENTSTOREDB_CREDENTIALS_FILE: credentials!,
      }),
    ).toEqual({
      connectionString: 'esdb://a:2113,b:2113',
      caFile: ca,
      credentials: { username: 'service', password: 'a:pass@word' },
    });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['no address', {}, /EVENTSTOREDB_URL/],
    ['the address of something else', { EVENTSTOREDB_URL: 'http://hunter2' }, /EVENTSTOREDB_URL/],
    ['an authority that is not there', { EVENTSTOREDB_CA_FILE: '/no/ca' }, /EVENTSTOREDB_CA_FILE/],
    [
      'credentials without a password',
      { EVENTSTOREDB_CREDENTIALS_FILE: import.meta.filename },
      /EVENTSTOREDB_CREDENTIALS_FILE must hold user:password/,
    ],
    [
      'TLS without credentials',
      { EVENTSTOREDB_URL: 'esdb://a' },
      /^EVENTSTOREDB_URL or EVENTSTOREDB_CREDENTIALS_FILE: .* needs credentials/,
    ],
    [
      'a port that cannot be',
      { EVENTSTOREDB_URL: 'esdb://o:hunter2@a:99999' },
      /^EVENTSTOREDB_URL: 99999 is no port/,
    ],
    [
      'an authority that is no PEM',
      { EVENTSTOREDB_URL: 'esdb://o:hunter2@a', EVENTSTOREDB_CA_FILE: 'LICENSE' },
      /^EVENTSTOREDB_CA_FILE: there is no certificate/,
    ],
    [
      'an authority without TLS',
      { EVENTSTOREDB_URL: 'esdb://a?tls=false', EVENTSTOREDB_CA_FILE: 'LICENSE' },
      /^EVENTSTOREDB_CA_FILE: /,
    ],
    [
      'what has no effect',
      { EVENTSTOREDB_URL: 'esdb://o:hunter2@a?tlsVerifyCert=false' },
      /^EVENTSTOREDB_URL: tlsVerifyCert=false/,
    ],
  ])('refuse %s, by name and without quoting it', (_, variables, message) => {
    const wrong = () =>
      read({
        ...(message.source !== 'EVENTSTOREDB_URL' && { EVENTSTOREDB_URL: 'esdb://a' }),
        ...variables,
      });
    expect(wrong).toThrow(EnvironmentError);
    expect(wrong).toThrow(message);
    expect(wrong).toThrow(/^(?!.*hunter2)/);
  });
});
