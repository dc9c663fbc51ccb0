import { startProtocolDouble } from '../../../../test/support/eventstoredb/protocol-double.js';
import { describeEventStore, type StoreUnderTest } from '../testing/contract.js';
import { EventStoreDbEventStore } from './event-store-db-event-store.js';

const CAPABILITIES = { atomicMultiStream: false, contiguousPositions: false, idempotentAny: false };

const REAL = process.env['ESDB_URL'];

describeEventStore(
  REAL === undefined ? 'EventStoreDB (protocol double)' : 'EventStoreDB (at ESDB_URL)',
  CAPABILITIES,
  () => (REAL === undefined ? onDouble() : onServer(REAL)),
);

async function onDouble(): Promise<StoreUnderTest> {
  const double = await startProtocolDouble();
  const store = await EventStoreDbEventStore.open({ connectionString: double.connectionString });
  return { store, close: () => store.close().then(() => double.stop()) };
}

async function onServer(connectionString: string): Promise<StoreUnderTest> {
  const caFile = process.env['ESDB_CA_FILE'];
  const store = await EventStoreDbEventStore.open({
    connectionString,
    ...(caFile !== undefined && { caFile }),
  });
  return { store, close: () => store.close() };
}
