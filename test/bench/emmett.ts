import {
  getPostgreSQLEventStore,
  type PostgresEventStore,
  type PostgresEventStoreOptions,
} from '@event-driven-io/emmett-postgresql';
import type { Event } from '@event-driven-io/emmett';
import { Pool, types } from 'pg';
import type { NewEvent } from '@app/event-store';

/** An event as Emmett stores it: the same data, the rest of the envelope in its metadata. */
export type EmmettEvent = Event<string, Record<string, unknown>, Record<string, unknown>>;

/** The types whose parsers Emmett replaces for the whole process: int8, json, jsonb. */
const REPLACED = [20, 114, 3802];

type Parser = (value: string) => unknown;

export interface Emmett {
  readonly store: PostgresEventStore;
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

/** Emmett's store with a connection for each who works with it at once, its tables made. */
export async function openEmmett(
  url: string,
  connections: number,
  options: Pick<PostgresEventStoreOptions, 'projections'> = {},
): Promise<Emmett> {
  const pool = new Pool({ connectionString: url, max: connections });
  pool.on('error', () => undefined);
  const parsers = REPLACED.map((oid) => [oid, types.getTypeParser(oid) as Parser] as const);
  const store = getPostgreSQLEventStore(url, {
    ...options,
    connectionOptions: { pooled: true, pool },
  });
  await store.schema.migrate();
  // Its own results hold without its parsers, and the others are not to be measured with them.
  for (const [oid, parser] of parsers) types.setTypeParser(oid, parser);
  return {
    store,
    pool,
    async close() {
      await store.close();
      if (!pool.ended) await pool.end();
    },
  };
}

export function emmettEvent({ id, type, schemaVersion, data, meta }: NewEvent): EmmettEvent {
  const metadata = { ...meta, messageId: id, schemaVersion };
  return { type, data: data as Record<string, unknown>, metadata };
}
