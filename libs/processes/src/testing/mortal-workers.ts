import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { database, dataSource } from './working-library.js';

const WORKER = 'worker of the test';

/**
 * Lets workers work over connections of their own, which `kill` ends. What a worker's death leaves is
 * what its ended connections leave: the database rolls back what was under way, and nothing else is
 * kept by a worker.
 */
export async function onMortalWorkers(
  work: (connections: DataSource) => Promise<void>,
): Promise<void> {
  const connections = await new DataSource({
    type: 'postgres',
    url: database.url,
    poolSize: 20,
    applicationName: WORKER,
    extra: { Client, application_name: WORKER },
  }).initialize();
  await work(connections).finally(() => connections.destroy());
}

/** Ends whatever the workers are at in the database. */
export async function kill(): Promise<void> {
  await dataSource.query(
    `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = $1`,
    [WORKER],
  );
}
