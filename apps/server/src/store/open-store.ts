import type { ServiceClock } from '@app/clock';
import type { EventStore } from '@app/event-store';
import { EventStoreDbEventStore } from '@app/event-store/src/eventstoredb/event-store-db-event-store.js';
import type { EventStoreDbOptions } from '@app/event-store/src/eventstoredb/options.js';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { PersonalFields, Privacy, SealedEventStore } from '@app/privacy';
import { aggregates } from '../declared.js';

/** Where the log is. */
export interface StoreSettings {
  /** PostgreSQL: of the log too, unless `eventStoreDb` is given; of all else in either case. */
  readonly databaseUrl: string;
  /** What wraps the keys under which personal data is sealed: 32 bytes. */
  readonly masterKey: Uint8Array;
  /** The log is in EventStoreDB; default: in PostgreSQL. */
  readonly eventStoreDb?: EventStoreDbOptions;
  /** Take a database that may lose what it has acknowledged; for tests, and for who only reads. Default false. */
  readonly allowUnsafe?: boolean;
}

/** What of each event is personal, as its aggregate declares it. */
export const personalFields = new PersonalFields(aggregates);

/**
 * Opens the log, wherever it is; nobody beyond this knows which store it is in. What is said of people is
 * sealed before it, and opened behind it.
 *
 * @param clock by which it records; whoever only reads needs none
 * @throws StoreUnfit it cannot be reached, or not as it must be
 * @throws MasterKeyUnfit the master key is not that of the database
 */
export async function openStore(
  { databaseUrl, masterKey, eventStoreDb, allowUnsafe = false }: StoreSettings,
  clock?: ServiceClock,
): Promise<SealedEventStore> {
  const logIsElsewhere = eventStoreDb !== undefined;
  const privacy = await Privacy.open({ databaseUrl, masterKey, logIsElsewhere });
  const store = { databaseUrl, allowUnsafe, ...(eventStoreDb && { eventStoreDb }) };
  const stored = await openStored(store, clock).catch(async (error: unknown) => {
    await privacy.close();
    throw error;
  });
  return new SealedEventStore(stored, privacy, personalFields);
}

/** The log as it is stored: sealed. @throws StoreUnfit it cannot be reached, or not as it must be */
export function openStored(
  { databaseUrl, eventStoreDb, allowUnsafe = false }: Omit<StoreSettings, 'masterKey'>,
  clock?: ServiceClock,
): Promise<EventStore> {
  const time = clock && { clock };
  return eventStoreDb
    ? EventStoreDbEventStore.open({ ...eventStoreDb, ...time })
    : PostgresEventStore.open({ connectionString: databaseUrl, allowUnsafe, ...time });
}
