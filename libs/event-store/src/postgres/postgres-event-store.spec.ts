import { testDatabase } from '../../../../test/support/database.js';
import { describeEventStore } from '../testing/contract.js';
import { PostgresEventStore } from './postgres-event-store.js';

const CAPABILITIES = { atomicMultiStream: true, contiguousPositions: true, idempotentAny: true };

for (const path of ['adaptive', 'locked'] as const) {
  describeEventStore(`PostgreSQL, ${path} path,`, CAPABILITIES, async () => {
    const database = await testDatabase();
    const store = await PostgresEventStore.open({
      connectionString: database.url,
      allowUnsafe: true,
      path,
    });
    return { store, close: () => store.close().then(database.drop) };
  });
}
