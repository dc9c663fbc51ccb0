import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { ReadyBody } from './health/health.dto.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
let admin: pg.Client;
let hotline: string;

beforeAll(async () => {
  service = await startTestServer();
  hotline = await service.token('hotline');
  admin = new pg.Client({ connectionString: service.databaseUrl });
  await admin.connect();
  // What PostgreSQL itself says when a table cannot be extended, said before every row.
  await admin.query(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION USING ERRCODE = TG_ARGV[0],
        MESSAGE = 'could not extend file "base/16384/16385": No space left on device';
    END $$`);
}, 60_000);

afterAll(async () => {
  await admin?.end();
  await service?.stop();
});

const full: string[] = [];
afterEach(makeRoom);

async function fill(table: string, sqlstate = '53100'): Promise<void> {
  await admin.query(
    `CREATE TRIGGER no_room BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION no_room('${sqlstate}')`,
  );
  full.push(table);
}

async function makeRoom(): Promise<void> {
  for (const table of full.splice(0)) await admin.query(`DROP TRIGGER no_room ON ${table}`);
}

let tickets = 0;
const open = (language = 'en') =>
  send(`${service.url}/api/v1/tickets`, {
    token: hotline,
    headers: { 'Accept-Language': language },
    body: {
      ticket: `F-${++tickets}`,
      source: 'hotline',
      fault: '空调不制冷',
      name: '王建国',
      phone: '13800138000',
      address: '上海市徐汇区漕溪北路 88 号',
      landmark: null,
    },
  });

const upload = () =>
  send(`${service.url}/api/v1/files`, {
    token: hotline,
    headers: { 'Content-Type': 'image/png' },
    body: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(`${Math.random()}`)]),
  });

const ready = () => send<ReadyBody>(`${service.url}/health/ready`, { method: 'GET' });

async function figure(name: string): Promise<number> {
  const figures = await (await fetch(`${service.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(figures)?.[1]);
}

/** Figures are up to a second old. */
async function untilFigure(name: string, wanted: number): Promise<void> {
  while ((await figure(name)) !== wanted) await sleep(50);
}

/** What the server's log says from here on. */
async function listen(): Promise<unknown[]> {
  const said: unknown[] = [];
  const note = (message: unknown) => void said.push(message);
  const { Logger } = await loadServerCode();
  Logger.overrideLogger({ log: note, error: note, warn: note });
  return said;
}

async function untilReady(): Promise<void> {
  while ((await ready()).status !== 200) await sleep(100);
}

describe.each([
  ['53100', 'the disk is full'],
  ['58030', 'the disk fails'],
  ['53200', 'the memory is used up'],
])('a database that says %s, %s', (sqlstate) => {
  test('is told of in the answer, in health, in the log and in a figure, and when it is over too', async () => {
    const said = await listen();
    const refusalsBefore = await figure('database_full_refusals_total');
    await fill('event_store.events', sqlstate);
    const refused = await Promise.all([open(), open(), open('zh')]);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 3 }, () => [503, 'database-full']),
    );
    expect(refused[0].body.detail).toMatch(/no room/);
    expect(refused[2].body.detail).toMatch(/存储空间/);
    expect(await ready()).toMatchObject({
      status: 503,
      body: { status: 'unavailable', checks: { database: true, room: false } },
    });
    await untilFigure('database_full', 1);
    expect(await figure('database_full_refusals_total')).toBeGreaterThan(refusalsBefore);

    await makeRoom();
    await untilReady();
    await untilFigure('database_full', 0);
    expect((await open()).status).toBe(201);
    expect(said).toEqual([
      expect.objectContaining({ message: 'database full', code: sqlstate }),
      expect.objectContaining({ message: 'database has room again' }),
    ]);
  });
});

test('a file that finds no room is answered 503, and stored when it is sent again', async () => {
  await fill('files.file');
  const { status, body } = await upload();
  expect([status, body.code]).toEqual([503, 'database-full']);
  expect((await ready()).status).toBe(503);
  await makeRoom();
  await untilReady();
  expect((await upload()).status).toBe(201);
});

test('a projection that finds no room is told of as well, and goes on by itself', async () => {
  await fill('read_model.ticket_board');
  const { body } = await open();
  while ((await ready()).status !== 503) await sleep(50);
  await makeRoom();
  const { position } = body as unknown as { position: string };
  const board = `${service.url}/api/v1/tickets?limit=1&minPosition=${position}`;
  while ((await send(board, { method: 'GET', token: hotline })).status !== 200) await sleep(100);
  await untilReady();
});

test('what is tried in a full database leaves nothing behind', async () => {
  const log = service.store;
  const head = await log.head();
  await fill('event_store.events');
  await open();
  await makeRoom();
  await untilReady();
  const { rows } = await admin.query(
    `SELECT (SELECT count(*)::int FROM event_store.events WHERE position < 1 OR type = 'Trial') AS events,
            (SELECT count(*)::int FROM files.file WHERE media_type = 'trial') AS files`,
  );
  expect([rows, await log.head()]).toEqual([[{ events: 0, files: 0 }], head]);
});
