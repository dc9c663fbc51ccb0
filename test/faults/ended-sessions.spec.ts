import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { RecordedEvent } from '@app/event-store';
import { EventStoreDbEventStore } from '@app/event-store/src/eventstoredb/event-store-db-event-store.js';
import { boardRows } from '../support/board.js';
import { DispatchLoad } from '../support/dispatch-load.js';
import { durableDatabase } from '../support/durable-database.js';
import { startProtocolDouble } from '../support/eventstoredb/protocol-double.js';
import { boardOf, everythingIn, faultsOf, halfWritten, wholeLog } from '../support/log-check.js';
import { rounds } from '../support/rounds.js';
import { OPERATOR, Service } from '../support/service.js';
import type { ThreadStatus } from '../../apps/server/src/followers/thread-health.js';

const SESSIONS = rounds({ short: 40, full: 1000 });
const TICKETS = 100;
const CLIENTS = 24;

/** Every session of the service's at once, as a failover ends them: pools, lane, signals and projections. */
const END_ALL = `
  SELECT count(pg_terminate_backend(pid))::int AS ended FROM pg_stat_activity
   WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;

/** While a row lies in `ends`, every session of the followers' thread is ended as it begins. */
const END_THEIRS = `
  CREATE TABLE public.ends AS SELECT 1 AS one;
  CREATE FUNCTION public.end_theirs() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    IF current_setting('application_name') ~ '^service-centre pro' AND EXISTS (SELECT FROM public.ends)
    THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5);
    END IF;
  END $$;
  CREATE EVENT TRIGGER end_theirs ON login EXECUTE FUNCTION public.end_theirs()`;

/** What was opened last is closed first. */
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
}, 60_000);

/** A service on a durable database of its own, prepared before it starts, and what may end the sessions of both. */
async function opened(
  environment: Readonly<Record<string, string>> = {},
  { prepared = '', logLevel = 'error' } = {},
) {
  const database = await durableDatabase();
  closing.push(() => database.stop());
  const { url } = database;
  const admin = new Client({ connectionString: url });
  await admin.connect();
  closing.push(() => admin.end());
  await admin.query(prepared);
  const service = await Service.start(url, { environment, logLevel });
  closing.push(() => service.end('SIGTERM'));
  return { url, admin, service };
}

/** Loads the service while all its sessions end again and again, until everything is answered. */
async function loadWhileSessionsEnd({
  admin,
  service,
}: Awaited<ReturnType<typeof opened>>): Promise<DispatchLoad> {
  const load = new DispatchLoad(service.url);
  await load.signIn();
  let over = false;
  const working = (async () => {
    await load.open(TICKETS, CLIENTS);
    while (!over) await load.analyse(TICKETS, 100, CLIENTS);
  })();
  for (let ended = 0; ended < SESSIONS && service.isRunning;) {
    await pause(400 + Math.random() * 400);
    const { rows } = await admin.query<{ ended: number }>(END_ALL);
    ended += rows[0]!.ended;
  }
  over = true;
  // Clients of a service that has ended would ask for ever.
  if (!service.isRunning) throw new Error(`it has ended:\n${service.lines.slice(-20).join('\n')}`);
  await working;
  await load.seenOnBoard();
  return load;
}

/** What no answer may show: that it was not true, or that something was lost, doubled or left by halves. */
function untruths(
  load: DispatchLoad,
  log: readonly RecordedEvent[],
  contiguous: boolean,
): string[] {
  return [
    ...load.surprises,
    ...load.contradictions,
    ...faultsOf(log, load.acknowledged, 'desk', { contiguous }),
    ...halfWritten(log),
  ];
}

/** How the service says that the thread stands on which projections and processes follow the log. */
async function threadOf({ url }: Service): Promise<ThreadStatus> {
  const { login, password } = OPERATOR;
  const session = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const { token } = (await session.json()) as { token: string };
  const headers = { Authorization: `Bearer ${token}` };
  const deps = await fetch(`${url}/health/deps`, { headers });
  return ((await deps.json()) as { thread: ThreadStatus }).thread;
}

async function threadComesTo(
  service: Service,
  state: ThreadStatus['state'],
): Promise<ThreadStatus> {
  for (const end = Date.now() + 60_000; ; await pause(50)) {
    const thread = await threadOf(service);
    if (thread.state === state) return thread;
    if (Date.now() > end) throw new Error(`it is ${JSON.stringify(thread)}`);
  }
}

/** A thread that ended is started again, and a request that failed is answered with 500: neither may be. */
function failures({ lines }: Service): string[] {
  return lines.filter((line) => /thread failed|request failed/.test(line));
}

describe(`${SESSIONS} sessions ended under load end neither the service nor a thread of it, and every command is answered truly`, () => {
  test('with the log in PostgreSQL', async () => {
    const all = await opened();
    const load = await loadWhileSessionsEnd(all);
    const log = await wholeLog(all.url);
    expect(untruths(load, log, true)).toEqual([]);
    expect(failures(all.service)).toEqual([]);
    expect(await boardRows(all.url)).toEqual(boardOf(log));
    expect((await threadComesTo(all.service, 'following')).failures).toBe(0);
  }, 400_000);

  test('with the log in EventStoreDB, of which the double stands in', async () => {
    const double = await startProtocolDouble();
    closing.push(() => double.stop());
    const { connectionString } = double;
    const all = await opened({ EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: connectionString });
    const load = await loadWhileSessionsEnd(all);
    const log = await everythingIn(await EventStoreDbEventStore.open({ connectionString }));
    expect(untruths(load, log, false)).toEqual([]);
    expect(failures(all.service)).toEqual([]);
    expect(await boardRows(all.url)).toEqual(boardOf(log));
  }, 400_000);
});

test('a thread whose sessions are ended while it begins begins again by itself, later each time, and says so in health', async () => {
  const { admin, service } = await opened({}, { prepared: END_THEIRS, logLevel: 'warn' });
  const couldNot = () => service.lines.filter((line) => line.includes('thread could not begin'));
  while (couldNot().length < 2) await pause(50);
  const hit = await threadOf(service);
  expect(['waiting', 'beginning']).toContain(hit.state);
  expect(hit.failures).toBeGreaterThanOrEqual(2);
  expect(hit.reason).toMatch(/terminating connection/);
  const load = new DispatchLoad(service.url);
  await load.signIn();
  await load.open(10, 4);
  await admin.query('DELETE FROM public.ends');
  expect(await threadComesTo(service, 'following')).toEqual({ state: 'following', failures: 0 });
  await load.seenOnBoard();
  expect([...load.surprises, ...load.contradictions, ...failures(service)]).toEqual([]);
  expect(service.isRunning).toBe(true);
}, 400_000);
