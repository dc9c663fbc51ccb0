import { Client } from 'pg';
import { rebuild } from '@app/projections';
import { stockBalance } from '@app/inventory/src/read-models/stock-balance/stock-balance.projection.js';
import { makeLog } from '../append/ours.js';
import { openReadSide } from '../project/read-side.js';
import type { Line } from './year.js';

const BATCH = 10_000;
const INSERT = `
  INSERT INTO event_store.events
  SELECT $1::bigint + n, stream, version, id, type, 1, data::json, meta::json, recorded_at
  FROM unnest($2::text[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
       WITH ORDINALITY AS line (stream, version, id, type, data, meta, recorded_at, n)`;

/** What is to be written, so many lines at a time; none: it is over. */
export interface History {
  next(count: number): readonly Line[];
}

/** Writes histories one after the other into the log as the store would have in that year: when something was recorded is the store's word. Returns how many events there are. */
export async function writeLog(url: string, ...histories: readonly History[]): Promise<number> {
  await makeLog(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('SET synchronous_commit = off');
  let position = 0;
  for (const history of histories) {
    for (let lines = history.next(BATCH); lines.length > 0; lines = history.next(BATCH)) {
      const columns = lines[0]!.map((_, column) => lines.map((line) => line[column]));
      await client.query({ name: 'insert', text: INSERT, values: [position, ...columns] });
      position += lines.length;
    }
  }
  await client.end();
  return position;
}

/** Makes the read models of it as the operator's command does. */
export async function fillReadModels(url: string): Promise<void> {
  const { store, dataSource, close } = await openReadSide(url);
  await rebuild(dataSource, store, stockBalance, { owner: 'bench' });
  // As the server does by itself in its first minutes.
  await dataSource.query('VACUUM ANALYZE');
  await close();
}
