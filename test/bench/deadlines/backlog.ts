import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@app/postgres';
import type { Measured } from '../report.js';
import { left, openCentre, setDeadlines, type Open } from './centre.js';

const LOT = 'backlog';

const overdue = (count: number): Open => ({ lot: LOT, count, from: -3_600, over: 3_000 });

/** A backlog, worked off by so many workers, in deadlines per second. */
export async function ours(url: string, count: number, workers: number): Promise<Measured> {
  const centre = await openCentre(url, workers);
  try {
    await setDeadlines(centre.dataSource, overdue(count));
    const began = performance.now();
    centre.start();
    while ((await left(centre.dataSource, LOT)) > 0) await sleep(20);
    return { perSecond: (count / (performance.now() - began)) * 1_000, milliseconds: [] };
  } finally {
    await centre.close();
  }
}

const TAKE = {
  name: 'take',
  text: `SELECT process, key, name, send FROM process.deadline
         WHERE fault IS NULL AND due_at <= (SELECT service_clock.now())
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
};

const INSERT = {
  name: 'insert-event',
  text: 'INSERT INTO event_store.events VALUES ($1, $2, 1, $3, $4, 1, $5, $6, now())',
};

const REMOVE = {
  name: 'remove',
  text: 'DELETE FROM process.deadline WHERE process = $1 AND key = $2 AND name = $3',
};

interface Row {
  readonly process: string;
  readonly key: string;
  readonly name: string;
  readonly send: { readonly id: string; readonly data: unknown };
}

/** The same rows by bare SQL: one due row, one event and its going in a transaction, on so many connections. */
export async function raw(url: string, count: number, workers: number): Promise<Measured> {
  const centre = await openCentre(url, 0);
  await setDeadlines(centre.dataSource, overdue(count));
  await centre.close();
  const clients = Array.from({ length: workers }, () => new Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  let position = 0;
  const next = () => ++position;
  const began = performance.now();
  await Promise.all(clients.map((client) => workOff(client, next)));
  const perSecond = (count / (performance.now() - began)) * 1_000;
  await Promise.all(clients.map((client) => client.end()));
  if (position !== count) throw new Error(`${position} of ${count} were worked off`);
  return { perSecond, milliseconds: [] };
}

async function workOff(client: Client, next: () => number): Promise<void> {
  for (;;) {
    await client.query('BEGIN');
    const { rows } = await client.query<Row>(TAKE);
    const [row] = rows;
    if (row) await fire(client, row, next());
    await client.query('COMMIT');
    if (!row) return;
  }
}

async function fire(client: Client, { process, key, name, send }: Row, position: number) {
  const meta = JSON.stringify({ commandId: randomUUID(), occurredAt: new Date().toISOString() });
  const values = [position, `reader-${send.id}`, randomUUID(), 'LoanCounted'];
  await client.query({ ...INSERT, values: [...values, JSON.stringify(send.data), meta] });
  await client.query({ ...REMOVE, values: [process, key, name] });
}
