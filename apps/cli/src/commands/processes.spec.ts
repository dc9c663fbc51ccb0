import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { enveloped } from '@app/event-store/src/testing/envelopes.js';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { opened } from '@app/tickets/src/testing/past.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';

const { runCli } = await loadServerCode();

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `INSERT INTO process.parked (process, position, key, stream, version, type, fault) VALUES
       ('remind', 7, 'book-b', 'book-b', 1, 'BookLent', 'Error: no such reader'),
       ('remind', 9, 'book-b', 'book-b', 2, 'BookReturned', NULL);
     INSERT INTO process.deadline (process, key, name, due_at, send, cause, fault) VALUES
       ('remind', 'book-c', 'return', '2026-03-02T09:00:00Z', '{}', '{}', 'TypeError: nobody')`,
  );
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function cli(...words: string[]) {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const output = { result: say, remark: say, language: 'en' as const };
  const code = await runCli(words, { databaseUrl: database.url, dataDir: '.' }, output);
  return { code, said: said.join('\n') };
}

describe('processes', () => {
  test('are told with what they have to do', async () => {
    const { code, said } = await cli('processes');
    expect([code, said]).toEqual([0, expect.stringMatching(/^process +lag +parked/m)]);
    expect((await cli('processes', '--json')).code).toBe(0);
  });

  test('never run in a rebuild: nothing is sent, and what they keep is not touched', async () => {
    const store = await PostgresEventStore.open({
      connectionString: database.url,
      allowUnsafe: true,
    });
    const events = [enveloped(opened({ emergency: true }))];
    await store.append([{ stream: 'ticket-T-1', expected: 'no-stream', events }]);
    await store.close();
    const kept = async () => {
      const { rows } = await client.query<object>(
        `SELECT (SELECT max(position) FROM event_store.events) AS head,
                (SELECT count(*) FROM process.deadline) AS deadlines,
                (SELECT json_agg(p ORDER BY name) FROM read_model.projection p
                  WHERE name LIKE 'process/%') AS checkpoints`,
      );
      return rows;
    };
    const before = await kept();
    for (const name of ['ticket-board', 'ticket-detail', 'my-notices'])
      expect((await cli('rebuild', name, '--json')).said).toContain('"position":"1"');
    expect(await kept()).toEqual(before);
    for (const name of ['escalate-when-nobody-acknowledges', 'remind'])
      expect((await cli('rebuild', name)).code).toBe(2);
  });

  test('[V19] are told with the year whose working calendar is missing', async () => {
    const { said } = await cli('processes');
    expect(said).toMatch(/the working calendar of 20\d\d is not published yet: seed --calendar/);
    expect((await cli('doctor')).said).toMatch(
      /working calendar +warning +the working calendar of/,
    );
  });
});

describe('what is parked', () => {
  test('is listed, with what waits behind it, and shown in order', async () => {
    const { said } = await cli('parked', 'list');
    expect(said).toMatch(/remind +book-b +7 BookLent \+1 +Error: no such reader/);
    expect(said).toMatch(/remind +book-c +return 2026-03-02T09:00:00.000Z +TypeError: nobody/);
    expect((await cli('parked', 'show', 'remind', 'book-b')).said).toMatch(
      /^7 +book-b +BookLent +Error: no such reader\n9 +book-b +BookReturned/,
    );
  });

  test('is released, the first of its stream, for a worker to take up', async () => {
    expect((await cli('parked', 'release', 'remind', 'book-b')).code).toBe(0);
    expect((await cli('parked', 'release', 'remind', 'book-c')).code).toBe(0);
    const { rows } = await client.query('SELECT position FROM process.parked WHERE released');
    expect(rows).toEqual([{ position: '7' }]);
    const failed = await client.query('SELECT FROM process.deadline WHERE fault IS NOT NULL');
    expect(failed.rows).toEqual([]);
  });

  test('elsewhere is nothing, which is said', async () => {
    expect(await cli('parked', 'release', 'remind', 'book-x')).toEqual({
      code: 1,
      said: 'nothing of book-x is parked by remind; parked list shows all',
    });
    expect((await cli('parked', 'show', 'remind', 'book-x')).code).toBe(1);
  });
});
