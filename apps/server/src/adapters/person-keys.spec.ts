import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ERASED, newId } from '@app/kernel';
import { HOTLINE } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { enveloped } from '@app/event-store/src/testing/envelopes.js';
import { FileStore } from '@app/files/src/file-store.js';
import type { SealedEventStore } from '@app/privacy';
import type { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { createDataSource } from '../database/data-source.js';
import { openStore } from '../store/open-store.js';
import { SealedPersonKeys } from './person-keys.js';

/* One photo is filed under the tickets of two customers: whose it is, it is as long as one of them is on file. */

let database: TestDatabase;
let store: SealedEventStore;
let tables: DataSource;
let files: FileStore;
let keys: SealedPersonKeys;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database?.drop());

beforeEach(start);

afterEach(stop);

async function start(): Promise<void> {
  const masterKey = new Uint8Array(32).fill(1);
  store = await openStore({ databaseUrl: database.url, masterKey, allowUnsafe: true });
  tables = await createDataSource(database.url).initialize();
  files = new FileStore(tables, store.privacy);
  keys = new SealedPersonKeys(store, store.privacy, files);
}

async function stop(): Promise<void> {
  await tables?.destroy();
  await store?.close();
}

/** Names the photo in a ticket, of which it is the event after `before` others. */
async function namedIn(photo: string, ticket: string, before = 0): Promise<string> {
  const data = { visit: 1, kind: 'damage', technician: 'li-wei', description: '打翻花瓶' };
  const event = eventOf(HOTLINE)('ConductIncidentRecorded', { ...data, photos: [photo] });
  const expected = before === 0 ? 'no-stream' : before;
  await store.append([{ stream: `ticket-${ticket}`, expected, events: [enveloped(event)] }]);
  return ticket;
}

/** A ticket in which the photo is named. */
const ticketWith = (photo: string) => namedIn(photo, newId());

async function photosOf(ticket: string): Promise<unknown> {
  const events = await store.readStream(`ticket-${ticket}`);
  return events.map(({ data }) => (data as { photos: unknown }).photos);
}

const erase = (ticket: string) =>
  keys.destroy({ customer: `C-${ticket}`, tickets: [ticket], sales: [] });
const isThere = async (photo: string) => (await files.missing([photo])).length === 0;

describe('a photo in the tickets of two customers', () => {
  test.each([
    ['the first', 0],
    ['the second', 1],
  ])('[R8] stays with the other when %s is erased, and goes with the last', async (_, first) => {
    const bytes = Buffer.from(`photo ${first}`);
    const photo = await files.store(bytes, 'image/png', 'li-wei');
    const tickets = [await ticketWith(photo), await ticketWith(photo)];
    const [one, other] = [tickets[first]!, tickets[1 - first]!];
    await erase(one);
    expect((await files.read(photo)).bytes).toEqual(bytes);
    await stop();
    await start();
    expect(await photosOf(one)).toEqual([[ERASED]]);
    expect(await photosOf(other)).toEqual([[photo]]);
    expect((await files.read(photo)).bytes).toEqual(bytes);
    await erase(one);
    expect(await isThere(photo)).toBe(true);
    await erase(other);
    expect(await isThere(photo)).toBe(false);
    expect(await photosOf(other)).toEqual([[ERASED]]);
  });

  test('[R8] goes when both are erased at once', async () => {
    const photo = await files.store(Buffer.from('of both'), 'image/png', 'li-wei');
    const tickets = [await ticketWith(photo), await ticketWith(photo)];
    await Promise.all(tickets.map(erase));
    expect(await isThere(photo)).toBe(false);
  });

  test('[R8] goes at once where both tickets are of one customer', async () => {
    const photo = await files.store(Buffer.from('of one'), 'image/png', 'li-wei');
    const tickets = [await ticketWith(photo), await ticketWith(photo)];
    await keys.destroy({ customer: 'C-1', tickets, sales: [] });
    expect(await isThere(photo)).toBe(false);
  });

  test('[R8] is not kept for a ticket that names it when its customer is erased already', async () => {
    const photo = await files.store(Buffer.from('too late'), 'image/png', 'li-wei');
    const [one, other] = [await ticketWith(photo), await ticketWith(photo)];
    await erase(one);
    await namedIn(photo, one, 1);
    expect(await photosOf(one)).toEqual([[ERASED], [ERASED]]);
    await erase(other);
    expect(await isThere(photo)).toBe(false);
  });
});
