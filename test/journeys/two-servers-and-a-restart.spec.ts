import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutcomeBody, PageOf } from '@app/http';
import type { BoardItem } from '@app/tickets/src/read-models/ticket-board/ticket-board.row.js';
import type { Server } from '../../apps/server/src/create-server.js';
import { startServer } from '../../apps/server/src/testing/test-client.js';
import { boardRows } from '../support/board.js';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { boardOf, everythingIn } from '../support/log-check.js';
import { BEGINNING, Centre } from './centre/centre.js';
import { call, equip, plan, take, untilWork, warrant } from './centre/good-day.js';

let centre: Centre;
let dataDir: string;
const others: Server[] = [];

beforeEach(async () => {
  centre = await Centre.open();
  dataDir = await mkdtemp(join(tmpdir(), 'service-centre-other-'));
  await equip(centre);
  await warrant(centre);
}, 60_000);

afterEach(async () => {
  await Promise.all(others.splice(0).map((server) => server.close()));
  await centre?.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

/** The centre through another server on the same database. */
async function another(): Promise<Centre> {
  const { databaseUrl } = centre.service;
  const server = await startServer({ databaseUrl, dataDir, clock: BEGINNING });
  others.push(server);
  return centre.through(server.url);
}

const board = async (from: Centre, { position }: Pick<OutcomeBody, 'position'>) =>
  (await from.read<PageOf<BoardItem>>('dispatcher', `tickets?limit=200&minPosition=${position}`))
    .items;

test('after a restart everything is there, the tokens count, and work goes on', async () => {
  await plan(centre, 'T-1');
  const last = await take(centre, 'T-1', untilWork());
  const before = await board(centre, last);
  await centre.service.server.close();

  const restarted = await another();
  expect(await board(restarted, last)).toEqual(before);
  const repeat = await restarted.tell('li-wei', 'tickets/T-1/start-work', { visit: 1 });
  expect([repeat.status, repeat.body.code]).toEqual([409, 'work-already-started']);
  const clean = await take(restarted, 'T-1', [['li-wei', 'clean-site', '10:00', { visit: 1 }]]);
  expect(clean).toMatchObject({ version: last.version + 1 });
  expect(BigInt(clean.position)).toBe(BigInt(last.position) + 1n);
}, 60_000);

test('two servers write one log without a gap, and their board is its fold', async () => {
  const servers = [centre, await another()] as const;
  const tickets = Array.from({ length: 12 }, (_, number) => `T-${number}`);
  const analysis = { symptom: '不制冷', suspectedCause: '电容', parts: [], tools: [] };
  await Promise.all(
    tickets.map((ticket, number) => servers[number % 2]!.done('hotline', 'tickets', call(ticket))),
  );
  const answers = await Promise.all(
    tickets.flatMap((ticket) =>
      Array.from({ length: 6 }, (_, number) =>
        servers[number % 2]!.tell('dispatcher', `tickets/${ticket}/analyse-fault`, analysis, {
          'Idempotency-Key': `${ticket}/${number % 3}`,
        }),
      ),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(answers.filter(({ body }) => !body.repeated)).toHaveLength(3 * tickets.length);

  const { store } = centre.service;
  const { events: log, atHead } = await store.readAll({ limit: 1000 });
  expect(atHead).toBe(true);
  const last = log.at(-1)!;
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => BigInt(index + 1)));
  expect(log.filter(({ type }) => type === 'FaultAnalysed')).toHaveLength(3 * tickets.length);
  const seen = await Promise.all(
    servers.map((server) => board(server, { position: String(last.position) })),
  );
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]).toHaveLength(tickets.length);
  // As both are stored: what is said of people is sealed in either.
  const { databaseUrl } = centre.service;
  const stored = await PostgresEventStore.open({
    connectionString: databaseUrl,
    allowUnsafe: true,
  });
  expect(await boardRows(databaseUrl)).toEqual(boardOf(await everythingIn(stored)));
}, 60_000);
