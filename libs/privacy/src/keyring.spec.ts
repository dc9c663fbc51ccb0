import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import { Client } from '@app/postgres';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { newKey } from './cipher.js';
import { masterKeyFrom, MasterKeyUnfit } from './master-key.js';
import { Privacy } from './privacy.js';
import { rotateMasterKey } from './rotation.js';

let database: TestDatabase;
let client: Client;
let opened: Privacy[];
const masterKey = new Uint8Array(newKey());

beforeEach(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  opened = [];
});

afterEach(async () => {
  await Promise.all(opened.map((each) => each.close()));
  await client.end();
  await database.drop();
});

async function privacy(key = masterKey): Promise<Privacy> {
  const made = await Privacy.open({ databaseUrl: database.url, masterKey: key });
  opened.push(made);
  return made;
}

const people = (...names: string[]) => new Set(names);
const rows = async () =>
  (
    await client.query<{ id: string; person: string; wrapped: Buffer | null }>(
      'SELECT * FROM privacy.person_key',
    )
  ).rows;

describe('the keys of people', () => {
  test('are made once, by whichever process needs one first', async () => {
    const [one, other] = [await privacy(), await privacy()];
    const made = await Promise.all(
      [one, other, one].map(({ keyring }) => keyring.ofPeople(people('customer-A', 'customer-B'))),
    );
    const ids = made.map((keys) => [keys.get('customer-A')!.id, keys.get('customer-B')!.id]);
    expect(ids).toEqual([ids[0], ids[0], ids[0]]);
    expect(await rows()).toHaveLength(2);
    const found = await other.keyring.ofIds(new Set(ids[0]));
    expect(found.get(ids[0]![0]!)!.key.equals(made[0]!.get('customer-A')!.key)).toBe(true);
  });

  test('stand in the database only wrapped', async () => {
    const { keyring } = await privacy();
    const { key } = (await keyring.ofPeople(people('customer-A'))).get('customer-A')!;
    const [row] = await rows();
    expect(row!.wrapped!.includes(key.export())).toBe(false);
  });

  test('are gone for every process within moments of being destroyed, and the person gets no other', async () => {
    const [one, other] = [await privacy(), await privacy()];
    const before = (await one.keyring.ofPeople(people('customer-A'))).get('customer-A')!;
    await other.keyring.ofIds(new Set([before.id]));
    let heard = 0;
    other.onDestroyed(() => (heard += 1));
    const { wrapped } = (await rows())[0]!;
    await one.destroy({ people: ['customer-A'] });
    expect((await one.keyring.ofIds(new Set([before.id]))).size).toBe(0);
    await until(() => heard > 0);
    expect((await other.keyring.ofIds(new Set([before.id]))).size).toBe(0);
    expect(await rows()).toMatchObject([{ person: 'customer-A', wrapped: null }]);
    // Nor does the file of the table hold what was deleted.
    await client.query('CHECKPOINT');
    const { rows: files } = await client.query<{ held: boolean }>(
      `SELECT position($1::bytea IN pg_read_binary_file(pg_relation_filepath('privacy.person_key'))) > 0 AS held`,
      [wrapped],
    );
    expect(files).toEqual([{ held: false }]);
    for (const { keyring } of [one, other])
      expect(await keyring.ofPeople(people('customer-A', 'customer-B'))).toEqual(
        new Map([['customer-B', expect.anything()]]),
      );
  });

  test('are never made for whoever is erased meanwhile, or was before they had one', async () => {
    const [one, other] = [await privacy(), await privacy()];
    for (let turn = 0; turn < 20; turn++) {
      const name = `ticket-T-${turn}`;
      const makes = () => other.keyring.ofPeople(people(name));
      await Promise.all([makes(), one.destroy({ people: [name] }), makes()]);
      other.forget();
      expect((await makes()).size).toBe(0);
    }
    expect((await rows()).filter(({ wrapped }) => wrapped !== null)).toEqual([]);
  });

  test('of a file that is removed are made anew where it is stored again', async () => {
    const { keyring } = await privacy();
    const first = (await keyring.ofPeople(people('file-x'))).get('file-x')!;
    await opened[0]!.destroy({ names: ['file-x'] });
    expect(await rows()).toEqual([]);
    const second = (await keyring.ofPeople(people('file-x'))).get('file-x')!;
    expect(second.id).not.toBe(first.id);
  });

  test('open nothing by another master key, which is told at once and changes nothing', async () => {
    const { keyring } = await privacy();
    await keyring.ofPeople(people('customer-A'));
    const before = await rows();
    await expect(privacy(new Uint8Array(newKey()))).rejects.toThrow(MasterKeyUnfit);
    expect(await rows()).toEqual(before);
    expect((await (await privacy()).keyring.ofIds(new Set([before[0]!.id]))).size).toBe(1);
  });

  test('are wrapped anew under a new master key, and are the same; by the old one none opens', async () => {
    const first = await privacy();
    const before = (await first.keyring.ofPeople(people('customer-A'))).get('customer-A')!;
    const print = first.fingerprint({ phone: '13800000001' });
    const next = new Uint8Array(newKey());
    const { url: databaseUrl } = database;
    await first.destroy({ people: ['customer-B'] });
    expect(await rotateMasterKey({ databaseUrl, masterKey }, next)).toBe(1);
    await expect(privacy()).rejects.toThrow(MasterKeyUnfit);
    const second = await privacy(next);
    const after = (await second.keyring.ofIds(new Set([before.id]))).get(before.id)!;
    expect(after.key.equals(before.key)).toBe(true);
    // What is found by it stays found.
    expect(second.fingerprint({ phone: '13800000001' })).toBe(print);
    expect(second.words.hashed('孙丽')).toBe(first.words.hashed('孙丽'));
    await expect(rotateMasterKey({ databaseUrl, masterKey }, next)).rejects.toThrow(MasterKeyUnfit);
  });
});

test('a master key is 32 bytes in hexadecimal digits or base64, and a wrong one is not quoted', () => {
  const bytes = newKey();
  for (const written of [bytes.toString('hex'), `${bytes.toString('base64')}\n`])
    expect(Buffer.from(masterKeyFrom(written))).toEqual(bytes);
  for (const wrong of ['hunter2', bytes.toString('hex').slice(2), ''])
    expect(() => masterKeyFrom(wrong)).toThrow(/^(?!.*hunter2).*32 bytes/);
});
