import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Client } from '@app/postgres';
import { boardRows } from '../support/board.js';
import { DispatchLoad } from '../support/dispatch-load.js';
import { boardOf, faultsOf, halfWritten, wholeLog } from '../support/log-check.js';
import { ownService } from '../support/own-service.js';
import { rounds } from '../support/rounds.js';

const CRASHES = rounds({ short: 6, full: 100 });
const CLIENTS = 4;

const own = ownService();

/**
 * Kills one of the service's sessions as a fault of the machine would: PostgreSQL ends all others,
 * and starts anew from what had reached the disk.
 */
async function crash(databaseUrl: string): Promise<void> {
  const admin = new Client({ connectionString: databaseUrl });
  await admin.connect();
  const { rows } = await admin.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND backend_type = 'client backend'
     ORDER BY random() LIMIT 1`,
  );
  process.kill(rows[0]!.pid, 'SIGKILL');
  await admin.end().catch(() => undefined);
  while (!(await answers(databaseUrl))) await pause(20);
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

test('a database that crashes at any moment loses no row of a read model', async () => {
  const load = new DispatchLoad(own.service.url);
  await load.signIn();
  for (let crashes = 1, tickets = 0; crashes <= CRASHES; crashes++) {
    tickets += 1 + Math.floor(Math.random() * 4);
    await load.open(tickets, CLIENTS);
    await load.analyse(tickets, Math.floor(Math.random() * 4), CLIENTS);
    await pause(Math.random() * 300);
    await crash(own.databaseUrl);
  }
  await load.seenOnBoard();

  const log = await wholeLog(own.databaseUrl);
  expect(load.surprises).toEqual([]);
  expect(load.contradictions).toEqual([]);
  expect(faultsOf(log, load.acknowledged, 'desk')).toEqual([]);
  expect(halfWritten(log)).toEqual([]);
  expect(await boardRows(own.databaseUrl)).toEqual(boardOf(log));
}, 900_000);
