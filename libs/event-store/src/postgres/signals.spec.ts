import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Signals } from './signals.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** A process, and what it has heard. */
function participant(): { signals: Signals; heard: (bigint | undefined)[] } {
  const heard: (bigint | undefined)[] = [];
  const signals = new Signals({ connectionString: database.url }, (head) => heard.push(head));
  open.push(() => signals.close());
  return { signals, heard };
}

/** What a bystander hears on the channel. */
async function bystander(): Promise<{ client: Client; payloads: string[] }> {
  const client = new Client({ connectionString: database.url });
  const payloads: string[] = [];
  client.on('notification', ({ payload }) => payloads.push(payload ?? ''));
  await client.connect();
  await client.query('LISTEN event_store');
  open.push(() => client.end());
  return { client, payloads };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

/** Processes of which each has looked once, and heard of another where there is one. */
async function acquainted(count: number): Promise<ReturnType<typeof participant>[]> {
  const processes = Array.from({ length: count }, participant);
  await until(() => processes.every(({ heard }) => heard.length >= Math.min(count, 2)));
  return processes;
}

test('how far the log reaches is told with the message, and the newest of several is what counts', async () => {
  const [teller, listener] = await acquainted(2);
  for (const head of [7n, 8n, 9n]) teller!.signals.tell(head);
  await until(() => listener!.heard.includes(9n));
  expect(listener!.heard).not.toContain(8n);
});

test('who hears a message without a position is told to look', async () => {
  const [listener] = await acquainted(1);
  const { client } = await bystander();
  const before = listener!.heard.length;
  await client.query('NOTIFY event_store');
  await until(() => listener!.heard.length > before);
  expect(listener!.heard.at(-1)).toBeUndefined();
});

test('alone it tells nobody', async () => {
  const { payloads } = await bystander();
  const [alone] = await acquainted(1);
  await until(() => payloads.length > 0);
  for (let head = 1n; head <= 20n; head++) {
    alone!.signals.tell(head);
    await sleep(2);
  }
  expect(payloads).toEqual(['']);
});

test('several who write all the time tell of it about as often as one would', async () => {
  const writers = await acquainted(4);
  const { payloads } = await bystander();
  const began = performance.now();
  for (let head = 1n; head <= 200n; head++) {
    for (const { signals } of writers) signals.tell(head);
    await sleep(2);
  }
  const asOne = (performance.now() - began) / 10;
  expect(payloads.length).toBeLessThan(1.7 * asOne);
  await until(() => payloads.includes('200'));
});

test('nobody tells what another has told already', async () => {
  const [one, other] = await acquainted(2);
  const { payloads } = await bystander();
  const covered: string[] = [];
  for (let head = 10n; head < 100n; head += 10n) {
    one!.signals.tell(head);
    one!.signals.tell(head + 1n);
    other!.signals.tell(head + 2n);
    covered.push(`${head + 1n}`);
    await sleep(50);
  }
  await until(() => payloads.includes('92'));
  expect(payloads).not.toEqual(expect.arrayContaining(covered));
});

test('after its connection was lost it tells no position that it knew from before', async () => {
  const [teller] = await acquainted(2);
  const { client, payloads } = await bystander();
  teller!.signals.tell(1_000n);
  await until(() => payloads.includes('1000'));
  const before = payloads.length;
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'NOTIFY%'`,
  );
  await until(() => payloads.length > before);
  expect(payloads.slice(before)).not.toContain('1000');
});

test('what is still to be told is told before it closes', async () => {
  const [teller] = await acquainted(2);
  const { payloads } = await bystander();
  for (const head of [1n, 2n, 3n]) teller!.signals.tell(head);
  await teller!.signals.close();
  await until(() => payloads.includes('3'));
});
