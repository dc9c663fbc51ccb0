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
import { Service } from '../support/service.js';

const SESSIONS = rounds({ short: 40, full: 1000 });
const TICKETS = 100;
const CLIENTS = 24;

/** Every session of the service's at once, as a failover ends them: pools, lane, signals and projections. */
const END_ALL = `
  SELECT count(pg_terminate_backend(pid))::int AS ended FROM pg_stat_activity
   WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`;

/** What was opened last is closed first. */
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
}, 60_000);

/** A service on a durable database of its own, and what may end the sessions of both. */
async function opened(environment: Readonly<Record<string, string>> = {}) {
  const database = await durableDatabase();
  closing.push(() => database.stop());
  const { url } = database;
  const admin = new Client({ connectionString: url });
  await admin.connect();
  closing.push(() => admin.end());
  const service = await Service.start(url, { environment, logLevel: 'error' });
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
