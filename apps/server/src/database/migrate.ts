import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';

/** Held while migrating, so that servers that start together do it one after another. */
const MIGRATION_LOCK = 7_283_401_550_912;

/**
 * Brings the database up to date; nothing when it is already.
 *
 * @returns the names of the migrations that were run
 */
export function migrate(url: string): Promise<string[]> {
  return connected(url, async (dataSource) => {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      return (await dataSource.runMigrations()).map(({ name }) => name);
    } finally {
      // The lock ends with its session when the data source is closed, also after a fault of either.
      await runner.release();
    }
  });
}

/** The names of the migrations that the database has not seen yet, oldest first; it is left as it is. */
export function pendingMigrations(url: string): Promise<string[]> {
  return connected(url, async (dataSource) => {
    const done = await namesDone(dataSource);
    return dataSource.migrations
      .map((migration) => migration.name ?? migration.constructor.name)
      .filter((name) => !done.has(name))
      .sort((a, b) => timestampOf(a) - timestampOf(b));
  });
}

/** TypeORM takes the order of migrations from the digits at the end of their names. */
function timestampOf(name: string): number {
  return Number(/(?<!\d)\d+$/.exec(name)?.[0]);
}

async function namesDone(dataSource: DataSource): Promise<Set<string>> {
  const [found] = await dataSource.query<{ there: boolean }[]>(
    `SELECT to_regclass('migration') IS NOT NULL AS there`,
  );
  if (!found?.there) return new Set();
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migration');
  return new Set(rows.map(({ name }) => name));
}

async function connected<Result>(
  url: string,
  work: (dataSource: DataSource) => Promise<Result>,
): Promise<Result> {
  const dataSource = createDataSource(url, {
    poolSize: 3,
    applicationName: 'service-centre-migrate',
  });
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
