import type { ServiceClock } from '@app/clock';
import type { EventStore } from '@app/event-store';
import { EventStoreDbEventStore } from '@app/event-store/src/eventstoredb/event-store-db-event-store.js';
import type { EventStoreDbOptions } from '@app/event-store/src/eventstoredb/options.js';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';

/** Where the log is. */
export interface StoreSettings {
  /** PostgreSQL: of the log too, unless `eventStoreDb` is given; of all else in either case. */
  readonly databaseUrl: string;
  /** The log is in EventStoreDB; default: in PostgreSQL. */
  readonly eventStoreDb?: EventStoreDbOptions;
  /** Take a database that may lose what it has acknowledged; for tests, and for who only reads. Default false. */
  readonly allowUnsafe?: boolean;
}

/**
 * Opens the log, wherever it is; nobody beyond this knows which store it is in.
 *
 * @param clock by which it records; whoever only reads needs none
 * @throws StoreUnfit it cannot be reached, or not as it must be
 */
export function openStore(
  { databaseUrl, eventStoreDb, allowUnsafe = false }: StoreSettings,
  clock?: ServiceClock,
): Promise<EventStore> {
  const time = clock && { clock };
  return eventStoreDb
    ? EventStoreDbEventStore.open({ ...eventStoreDb, ...time })
    : PostgresEventStore.open({ connectionString: databaseUrl, allowUnsafe, ...time });
}
