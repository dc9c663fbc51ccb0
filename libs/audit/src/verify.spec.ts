import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { hashedId } from '@app/kernel';
import { exported, type Manifest } from './export.js';
import { repeatedIds } from './verify-ids.js';
import { verify } from './verify.js';
import { tallied, tallyKind, tallyStore } from './testing/tally-store.js';

let tally: Awaited<ReturnType<typeof tallyStore>>;

beforeEach(async () => {
  tally = await tallyStore();
  for (const stream of ['tally-a', 'tally-b', 'other-c']) {
    await tally.write(stream, tallied('Added', { amount: 1 }), tallied('Added', { amount: 2 }));
  }
});
afterEach(() => tally.close());

/** What nobody can do through the software: changes stored rows as the database's superuser. */
async function damage(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: tally.url });
  await client.connect();
  try {
    await client.query(`ALTER TABLE event_store.events DISABLE TRIGGER ALL; ${statement}`);
  } finally {
    await client.end();
  }
}

const found = async () =>
  (await verify(tally.store, [tallyKind])).problems.map(({ position, code }) => [
    Number(position),
    code,
  ]);

describe('the verification of the log', () => {
  test('finds nothing in a sound one, and counts what it walked', async () => {
    expect(await verify(tally.store, [tallyKind])).toEqual({
      sound: true,
      events: 6,
      streams: 3,
      head: 6n,
      unknownCategories: ['other'],
      problems: [],
    });
  });

  test('finds an event that was removed', async () => {
    await damage(`DELETE FROM event_store.events WHERE position = 3`);
    expect(await found()).toEqual([[3, 'log-damaged']]);
  });

  test('finds a recording time that goes back', async () => {
    await damage(
      `UPDATE event_store.events SET recorded_at = recorded_at - interval '1 hour' WHERE position = 4`,
    );
    expect(await found()).toContainEqual([4, 'recorded-backwards']);
  });

  test('finds a version that is missing in its stream', async () => {
    await damage(`UPDATE event_store.events SET version = 9 WHERE position = 2`);
    expect(await found()).toContainEqual([2, 'version-gap']);
  });

  test('finds an event of a type that was never published', async () => {
    await damage(`UPDATE event_store.events SET type = 'Forged' WHERE position = 4`);
    expect(await found()).toEqual([[4, 'unknown-type']]);
  });

  test('finds an event of a schema that this software does not know yet', async () => {
    await damage(`UPDATE event_store.events SET schema_version = 3 WHERE position = 1`);
    expect(await found()).toEqual([[1, 'newer-schema']]);
  });

  test('takes ids that do not begin with the time of their command, as older logs have them', async () => {
    const event = tallied('Added', { amount: 1 });
    await tally.write('tally-old', { ...event, id: hashedId(event.meta.commandId, '0') });
    expect(await found()).toEqual([]);
  });

  test('finds an event that stops the fold', async () => {
    await tally.write('tally-bad', tallied('Named', { nickname: 'Li' }));
    expect(await found()).toEqual([[7, 'does-not-fold']]);
  });

  test.each([
    ['an id that does not follow from its command', `event_id = gen_random_uuid()`, 'foreign-id'],
    ['another command', `meta = json_set(meta, 'commandId', gen_random_uuid())`, 'foreign-id'],
    ['an instant that is none', `meta = json_set(meta, 'occurredAt', 'soon'::text)`, 'metadata'],
    ['an actor without a role', `meta = json_set(meta, 'actor', '{"id":"x"}'::json)`, 'metadata'],
    ['articles that are no list', `meta = json_set(meta, 'articles', 'R10'::text)`, 'metadata'],
    ['metadata that is gone', `meta = '{}'`, 'metadata'],
    ['data that is no object', `data = '[]'`, 'no-data'],
    ['data that is gone', `data = '{}'`, 'no-data'],
  ])('finds %s', async (_, change, code) => {
    await damage(`
      CREATE FUNCTION json_set(json, text, anyelement) RETURNS json LANGUAGE sql AS
        $$ SELECT jsonb_set($1::jsonb, ARRAY[$2], to_jsonb($3))::json $$;
      UPDATE event_store.events SET ${change} WHERE position = 4`);
    expect(await found()).toContainEqual([4, code]);
  });

  test('looks for repeated ids in as many rounds as its memory asks for', async () => {
    for (const kept of [1, 2, 100]) expect(await repeatedIds(tally.store, 6n, 6, kept)).toEqual([]);
    await damage(`ALTER TABLE event_store.events DROP CONSTRAINT events_event_id;
      UPDATE event_store.events SET event_id = (SELECT event_id FROM event_store.events WHERE position = 1) WHERE position = 5`);
    for (const kept of [1, 2, 100]) {
      expect(await repeatedIds(tally.store, 6n, 6, kept)).toMatchObject([
        { position: 5n, code: 'repeated-id' },
      ]);
    }
  });
});

describe('an export', () => {
  test('holds every event as a line, and a manifest by which its wholeness is seen', async () => {
    const lines: string[] = [];
    for await (const line of exported(tally.store)) lines.push(line);
    const events = lines.slice(0, -1);
    const manifest = JSON.parse(lines.at(-1)!) as Manifest;
    expect(events.map((line) => (JSON.parse(line) as { position: string }).position)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(manifest).toEqual({
      manifest: 1,
      logId: tally.store.logId,
      stream: null,
      count: 6,
      firstPosition: '1',
      lastPosition: '6',
      sha256: createHash('sha256').update(events.join('')).digest('hex'),
    });
  });

  test('of one stream holds only that', async () => {
    const lines: string[] = [];
    for await (const line of exported(tally.store, 'tally-b')) lines.push(line);
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[2]!)).toMatchObject({
      stream: 'tally-b',
      count: 2,
      firstPosition: '3',
      lastPosition: '4',
    });
    await expect(exported(tally.store, 'tally-z').next()).rejects.toMatchObject({
      code: 'stream-not-found',
    });
  });
});
