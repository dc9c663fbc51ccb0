import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { runCli } from '../../apps/cli/src/program.js';
import { boardRows } from '../support/board.js';
import { DispatchLoad } from '../support/dispatch-load.js';
import { boardOf, faultsOf, halfWritten, wholeLog } from '../support/log-check.js';
import { ownService } from '../support/own-service.js';
import { rounds } from '../support/rounds.js';
import { MASTER_KEY } from '../support/service.js';

const ROUNDS = rounds({ short: 4, full: 100 });
const TICKETS = 50;
const CLIENTS = 4;

const own = ownService();

/** Kills one of the service's sessions, upon which PostgreSQL ends all of them and recovers; or the server itself. */
async function crash(round: number): Promise<void> {
  if (round % 4 === 0) return own.database.crash();
  const client = new pg.Client({ connectionString: own.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  process.kill(rows[Math.floor(Math.random() * rows.length)]!.pid, 'SIGKILL');
  await client.end().catch(() => undefined);
}

/** What `verify --read-models` ends with, and says. */
async function verified(): Promise<[number, string]> {
  const said: string[] = [];
  const result = (text: string) => void said.push(text);
  const output = { result, remark: () => undefined, language: 'en' as const };
  const masterKey = Buffer.from(MASTER_KEY, 'hex');
  const where = { databaseUrl: own.databaseUrl, dataDir: tmpdir(), masterKey };
  const code = await runCli(['verify', '--read-models'], where, output);
  return [code, said.join('\n')];
}

test('a database that crashes at any moment takes no row from a read model, nor what a client was shown', async () => {
  const load = new DispatchLoad(own.service.url);
  await load.signIn();
  await load.open(TICKETS, CLIENTS);
  let over = false;
  const working = (async () => {
    // At times nobody else writes: then nothing follows that could bring back what was lost.
    for (let turn = 0; !over; turn++) {
      if (turn % 2 === 0) await load.analyse(TICKETS, 20, CLIENTS);
      else await pause(1_000);
    }
  })();
  for (let round = 1; round <= ROUNDS; round++) {
    await load.openTicket(`C-${round}`);
    await load.seen(`C-${round}`);
    await pause(Math.random() * 300);
    await crash(round);
    if (round % 2 === 0) await load.openTicket(`D-${round}`);
    await load.seen(`C-${round}`);
    expect(load.surprises).toEqual([]);
  }
  over = true;
  await working;
  await load.seenOnBoard();

  const log = await wholeLog(own.databaseUrl);
  expect(load.surprises).toEqual([]);
  expect(load.contradictions).toEqual([]);
  expect(faultsOf(log, load.acknowledged, 'desk')).toEqual([]);
  expect(halfWritten(log)).toEqual([]);
  expect(await boardRows(own.databaseUrl)).toEqual(boardOf(log));
  expect(await verified()).toEqual([0, expect.stringContaining('the log is sound')]);
}, 1_200_000);
