import { Client } from 'pg';
import type { RecordedEvent } from '@app/event-store';
import { InventoryModule } from '@app/inventory/src/inventory.module.js';
import { rebuild, tablesOf, type Projection } from '@app/projections';
import { foldPage, relevant } from '@app/projections/src/fold.js';
import { layoutOf } from '@app/projections/src/table.js';
import type { Subject } from '../harness.js';
import { CopyOut } from '../read/copy-out.js';
import { writeLog } from '../report/fill.js';
import { Year } from '../report/year.js';
import { CopyIn } from './copy-in.js';
import { openReadSide } from './read-side.js';
import { storesBesides } from './stores-besides.js';

/** Of the million movements and 5,000 materials of a year. */
const SHARE = 0.2;

const READ_MODELS = InventoryModule.readModels.map(({ projection }) => projection);

let events = 0;

async function fillStores(url: string): Promise<void> {
  const year = new Year(SHARE);
  events = await writeLog(url, storesBesides(year.skus), year);
  await (await openReadSide(url)).close();
}

/** Every read model of the stores built anew, one after the other, as the operator's command does it. */
export function oursOfStores(): Subject {
  return {
    name: 'ours',
    filling: fillStores,
    async open(url) {
      const { store, dataSource, close } = await openReadSide(url);
      const step = async () => {
        for (const projection of READ_MODELS)
          await rebuild(dataSource, store, projection, { owner: 'bench' });
        return events;
      };
      return { step, close };
    },
  };
}

/** COPY of the whole log once, the same folds in memory, and COPY of all their rows. */
export function rawOfStores(): Subject {
  return {
    name: 'raw',
    filling: fillStores,
    async open(url) {
      const client = new Client({ connectionString: url });
      await client.connect();
      const step = async () => {
        const log: RecordedEvent[] = [];
        await CopyOut.run(
          client,
          'SELECT * FROM event_store.events ORDER BY position',
          ({ meta, ...event }) => log.push({ ...(meta as RecordedEvent), ...event }),
        );
        for (const projection of READ_MODELS) await copied(client, projection, log);
        return log.length;
      };
      return { step, close: () => client.end() };
    },
  };
}

async function copied(
  client: Client,
  projection: Projection,
  log: readonly RecordedEvent[],
): Promise<void> {
  const changes = foldPage(projection, [], relevant(projection, log));
  for (const [index, table] of tablesOf(projection).entries()) {
    const { name, columns, derived } = layoutOf(table);
    const lines = changes[index]!.written.map((row) => {
      const values = columns.map(({ property }) => (row as Record<string, unknown>)[property]);
      return [...values, ...derived.map(({ of }) => of(row))].map(asText).join('\t');
    });
    const names = [...columns, ...derived].map((column) => `"${column.name}"`);
    await client.query(`TRUNCATE ${name}`);
    await CopyIn.run(client, `${name} (${names.join(', ')})`, lines);
  }
}

/** As COPY reads it; nothing in these rows has to be escaped. */
function asText(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (Array.isArray(value)) return `{${value.map((each) => JSON.stringify(each)).join(',')}}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
