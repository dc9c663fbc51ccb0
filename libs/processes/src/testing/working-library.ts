import { afterEach, beforeEach } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import type { Clock } from '@app/clock';
import type { CommandRequest, EventStore, RecordedEvent } from '@app/event-store';
import { newId } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { sharedLog, type SharedLog, type StoreKind } from '../../../../test/support/shared-log.js';
import { send, type Process } from '../process.js';
import { Processes, type ProcessesOptions } from '../processes.js';
import { causeOf } from '../request.js';
import type { CommandSender } from '../sender.js';
import type { PublishedYears } from '../working-time.js';
import { everyProcess, Library, poisonous, readers } from './lending.js';

export let database: TestDatabase;
export let dataSource: DataSource;
export let store: EventStore;
let workers: Processes[];

/** A fresh log and database for each test of the file that calls it, the log in PostgreSQL or as `kind` says. */
export function inWorkingLibrary(kind: StoreKind = 'PostgreSQL'): void {
  let log: SharedLog;
  beforeEach(async () => {
    database = await testDatabase();
    const { url } = database;
    dataSource = await new DataSource({
      type: 'postgres',
      url,
      extra: { Client },
      poolSize: 20,
    }).initialize();
    log = await sharedLog(kind, url);
    store = await log.open();
    workers = [];
    poisonous.clear();
  });
  afterEach(async () => {
    await Promise.all(workers.map((each) => each.stop()));
    await store.close();
    await log.end();
    await dataSource.destroy();
    await database.drop();
  });
}

/** One that is started; several stand for several processes of the service. */
export function worker(
  options: Partial<ProcessesOptions> & {
    readonly sender?: CommandSender;
    readonly clock?: Clock;
    /** Default: no year is. */
    readonly published?: PublishedYears;
    readonly process?: Process;
    /** Connections of its own, to be cut; default: those of the test. */
    readonly connections?: DataSource;
  } = {},
): Processes {
  const { sender = new Library(store), clock = { now: Date.now() }, process, ...rest } = options;
  const { connections = dataSource, published = async () => undefined, ...own } = rest;
  const declared = [process ?? everyProcess[0]!];
  const made = new Processes(
    connections,
    store,
    declared,
    { sender, clock, published },
    {
      owner: newId(),
      longestPause: 100,
      databaseUrl: database.url,
      ...own,
    },
  );
  workers.push(made);
  made.start();
  return made;
}

/** Somebody does something with a book. */
export function person(type: string, book: string, data: object = {}): Promise<unknown> {
  const commandId = newId();
  const now = new Date().toISOString();
  const request: CommandRequest = {
    id: book,
    type,
    data,
    commandId,
    occurredAt: now,
    receivedAt: now,
    actor: LI_WEI,
    fingerprint: data,
    correlationId: commandId,
    policyVersion: '2026.1',
  };
  return new Library(store).send('book', request);
}

export const inMs = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

export function lend(book: string, reader: string, until = inMs(3_600_000)): Promise<unknown> {
  return person('LendBook', book, { reader, until });
}

/** All events of these types, in their order. */
export async function logged(...types: string[]): Promise<readonly RecordedEvent[]> {
  return (await store.readAll({ types, limit: 5_000 })).events;
}

/** Waits until all that is stored has been dealt with; fails after ten seconds. */
export async function settled(one: Processes): Promise<void> {
  await until(async () => {
    const [status] = await one.status();
    return status!.lagEvents === 0 && status!.overdue === 0;
  });
}

/** @param patience milliseconds; default 20,000 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  patience = 20_000,
): Promise<void> {
  for (const end = Date.now() + patience; !(await holds());) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Deadlines as a process has set them, each to count a loan of a reader of its own. */
export async function setDeadlines(
  deadlines: readonly { readonly key: string; readonly name?: string; readonly at: string }[],
): Promise<void> {
  const rows = deadlines.map(({ key, name = 'return', at }, n) => ({
    key,
    name,
    due_at: at,
    send: send(readers, `${key}-${n}`, 'CountLoan', { nth: 1 }),
    cause: causeOf(everyProcess[0]!.name, { id: newId(), correlationId: newId() }, 0),
  }));
  await dataSource.query(
    `INSERT INTO process.deadline (process, key, name, due_at, send, cause)
     SELECT $1, key, name, due_at, send, cause FROM json_to_recordset($2)
       AS r(key text, name text, due_at timestamptz, send json, cause json)`,
    [everyProcess[0]!.name, JSON.stringify(rows)],
  );
}
