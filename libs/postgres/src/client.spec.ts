import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Client, Pool } from './client.js';

type Session = Pick<Client, 'once' | 'query'>;

let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  database = await testDatabase();
  admin = new Client(database.url);
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await database.drop();
});

async function processOf(session: Session): Promise<number> {
  const { rows } = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]!.pid;
}

/** Ends a session from outside, as a failover, a pooler or an operator does, and waits until it is gone here. */
async function end(session: Session, pid: number): Promise<void> {
  // Not by `once` of Node's own, which listens for errors too.
  const gone = new Promise<void>((resolve) => session.once('end', resolve));
  await admin.query('SELECT pg_terminate_backend($1)', [pid]);
  await gone;
}

const ENDED = /terminat|not queryable/i;

describe('a session that is ended ends nothing else', () => {
  test('of a client to which nobody listens', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await end(client, await processOf(client));
    await expect(client.query('SELECT 1')).rejects.toThrow(ENDED);
  });

  test('that a pool has lent out, before the borrower listens; the next one it lends is sound', async () => {
    const pool = new Pool({ connectionString: database.url, max: 1 });
    const lent = await pool.connect();
    await end(lent, await processOf(lent));
    await expect(lent.query('SELECT 1')).rejects.toThrow(ENDED);
    lent.release();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test('that rests in a pool', async () => {
    const pool = new Pool({ connectionString: database.url, max: 1 });
    const lent = await pool.connect();
    const pid = await processOf(lent);
    lent.release();
    await end(lent, pid);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test('in the same moment in which it was made', async () => {
    const pool = new Pool({ connectionString: database.url, max: 4 });
    const asked: Promise<unknown>[] = [];
    for (let round = 0; round < 50; round++) {
      asked.push(...[1, 2, 3, 4].map(() => pool.query('SELECT 1').catch(() => undefined)));
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    }
    await Promise.all(asked);
    // Sessions may have been ended that the pool still takes for sound: four at most, each until it is used.
    for (let used = 0; used < 4; used++) await pool.query('SELECT 1').catch(() => undefined);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
