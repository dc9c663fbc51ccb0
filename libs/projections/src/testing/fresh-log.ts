import { afterEach, beforeEach } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { FOLDING_CONNECTION } from '../folding-connection.js';
import type { Projection } from '../projection.js';
import { Projections, type ProjectionsOptions } from '../projections.js';
import { createTally, tally } from './tally.js';

let database: TestDatabase;
export let dataSource: DataSource;
export let store: PostgresEventStore;
let started: Projections[];

/** A fresh log, table and pool for each test of the file that calls it. */
export function onFreshLog(): void {
  beforeEach(async () => {
    database = await testDatabase();
    dataSource = await new DataSource({
      type: 'postgres',
      url: database.url,
      poolSize: 8,
      extra: { Client, options: FOLDING_CONNECTION },
    }).initialize();
    store = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
    await createTally(dataSource);
    started = [];
  });

  afterEach(async () => {
    await Promise.all(started.map((each) => each.stop()));
    await store.close();
    await dataSource.destroy();
    await database.drop();
  });
}

/** Works on a connection to the same database that nobody else uses. */
export async function onOwnConnection<Result>(
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: database.url, options: FOLDING_CONNECTION });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** The tally's projections as one process would have them, not started. */
export function projections(
  options: Partial<ProjectionsOptions> = {},
  one: Projection = tally,
): Projections {
  const made = new Projections(dataSource, store, [one], {
    owner: 'one',
    longestPause: 200,
    ...options,
  });
  started.push(made);
  return made;
}

/** The same, started. */
export function running(
  options: Partial<ProjectionsOptions> = {},
  one: Projection = tally,
): Projections {
  const made = projections(options, one);
  made.start();
  return made;
}

/** The tally's rows as they are stored. */
export const rows = () =>
  dataSource.query<{ id: string; total: number; seen: string[]; label: string }[]>(
    'SELECT id, total, seen, label FROM read_model.tally ORDER BY id',
  );

/** Where a projection stands, and who leads it. Default: the tally. */
export async function checkpoint(name = 'tally'): Promise<{
  position: string;
  epoch: string;
  owner: string | null;
}> {
  const [row] = await dataSource.query<{ position: string; epoch: string; owner: string | null }[]>(
    'SELECT position, epoch, owner FROM read_model.projection WHERE name = $1',
    [name],
  );
  return row!;
}
