import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { FileEntity } from '@app/files/src/file.entity.js';
import { identityEntities } from '@app/identity';
import { readModelEntities } from '../declared.js';
import { migrations } from './migrations.js';

export interface DataSourceSettings {
  /** Connections at most; default 10. The append lane has its own. */
  readonly poolSize?: number;
  /** How the connections are named in `pg_stat_activity`; default `service-centre`. */
  readonly applicationName?: string;
  /** PostgreSQL's `options` of each connection, such as `-c name=value`; default none. */
  readonly connectionOptions?: string;
}

/** Seconds that a connection is kept: by then another server may answer to the name, and lead in place of this one. */
const LONGEST_LIFE = 600;

/** The data source of read models, identity and migrations; not connected yet. */
export function createDataSource(url: string, settings: DataSourceSettings = {}): DataSource {
  const { poolSize = 10, applicationName = 'service-centre', connectionOptions } = settings;
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    poolSize,
    connectTimeoutMS: 10_000,
    extra: { Client, options: connectionOptions, maxLifetimeSeconds: LONGEST_LIFE },
    entities: [...readModelEntities, ...identityEntities, FileEntity],
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logging: false,
  });
}
