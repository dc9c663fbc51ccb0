import type { EventStore } from '@app/event-store';
import { EventStoreDbEventStore } from '@app/event-store/src/eventstoredb/event-store-db-event-store.js';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { startProtocolDouble } from './eventstoredb/protocol-double.js';

/** Where a log can be kept. */
export const STORES = ['PostgreSQL', 'EventStoreDB'] as const;
export type StoreKind = (typeof STORES)[number];

/** A log that several processes work on. */
export interface SharedLog {
  /** A process's own store on it. */
  open(): Promise<EventStore>;
  end(): Promise<void>;
}

/** @param url of the database that holds the log, where it is kept in PostgreSQL */
export async function sharedLog(kind: StoreKind, url: string): Promise<SharedLog> {
  if (kind === 'PostgreSQL')
    return {
      open: () => PostgresEventStore.open({ connectionString: url, allowUnsafe: true }),
      end: () => Promise.resolve(),
    };
  const double = await startProtocolDouble();
  const { connectionString } = double;
  return {
    open: () => EventStoreDbEventStore.open({ connectionString }),
    end: () => double.stop(),
  };
}
