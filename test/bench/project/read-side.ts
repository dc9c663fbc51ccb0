import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import {
  FOLDING_CONNECTION,
  LogOfProjections1764200000000,
  Projections1763900000000,
} from '@app/projections';
import { readModelMigrations } from '../../../apps/server/src/declared.js';
import { makeLog } from '../append/ours.js';

/** The log and the read models' tables, and the connections of one server to both. */
export interface ReadSide {
  readonly store: PostgresEventStore;
  readonly dataSource: DataSource;
  readonly close: () => Promise<void>;
}

/**
 * Makes what of it is not there yet.
 *
 * @param rows that are read as such; default: none
 */
export async function openReadSide(
  url: string,
  rows: readonly (new () => object)[] = [],
): Promise<ReadSide> {
  await makeLog(url);
  const dataSource = await openReadModels(url, rows);
  const store = await PostgresEventStore.open({ connectionString: url });
  return {
    store,
    dataSource,
    async close() {
      await store.close();
      await dataSource.destroy();
    },
  };
}

/** The read models' tables alone, for whoever has another log. */
export async function openReadModels(
  url: string,
  rows: readonly (new () => object)[] = [],
): Promise<DataSource> {
  const migrations = [
    Projections1763900000000,
    LogOfProjections1764200000000,
    ...readModelMigrations,
  ];
  const dataSource = await new DataSource({
    type: 'postgres',
    url,
    migrations,
    entities: [...rows],
    extra: { Client, options: FOLDING_CONNECTION },
  }).initialize();
  await dataSource.runMigrations();
  return dataSource;
}
