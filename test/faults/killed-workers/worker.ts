/** A worker in a process of its own, which works on processes and deadlines until it is killed. */
import { DataSource } from 'typeorm';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { Client } from '@app/postgres';
import { Processes } from '@app/processes';
import { everyProcess, Library } from '@app/processes/src/testing/lending.js';

const [databaseUrl = ''] = process.argv.slice(2);
const store = await PostgresEventStore.open({ connectionString: databaseUrl, allowUnsafe: true });
const dataSource = await new DataSource({
  type: 'postgres',
  url: databaseUrl,
  extra: { Client },
}).initialize();
const reacting = {
  sender: new Library(store),
  clock: { now: Date.now() },
  published: async () => undefined,
};
new Processes(dataSource, store, everyProcess, reacting, {
  owner: String(process.pid),
  databaseUrl,
  leaseSeconds: 1,
  longestPause: 100,
}).start();
process.send?.('at work');
