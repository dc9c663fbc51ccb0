import { Client } from 'pg';
import { visitPlanned } from '../append/events.js';
import { makeLog } from '../append/ours.js';
import type { Filling } from '../harness.js';

const EVENTS_PER_STREAM = 10;

/** Whether ids begin with the time when they were made. */
export type Ids = 'inOrder' | 'byLot';

const NEW_ID: Readonly<Record<Ids, string>> = { inOrder: 'uuidv7()', byLot: 'gen_random_uuid()' };

/** Positions, streams of ten events, and ids made by the server, the rest as it is in every event. */
const fill = (ids: Ids): string => `
  INSERT INTO event_store.events
  SELECT row_number() OVER (), stream, version, ${NEW_ID[ids]}, $2, $3,
         replace($4, $6, stream)::json, replace($5, $7, ${NEW_ID[ids]}::text)::json, now()
    FROM (SELECT 'ticket-' || uuidv7() AS stream FROM generate_series(1, $1::int / ${EVENTS_PER_STREAM})) s,
         generate_series(1, ${EVENTS_PER_STREAM}) AS version`;

/** A log of that many events, of the same envelope and about the same bytes as those that follow. */
export function history(events: number, ids: Ids): Filling {
  return async (url) => {
    await makeLog(url);
    const client = new Client({ connectionString: url });
    await client.connect();
    const { type, schemaVersion, data, meta } = visitPlanned('the-stream');
    await client.query(fill(ids), [
      events,
      type,
      schemaVersion,
      JSON.stringify(data),
      JSON.stringify(meta),
      'the-stream',
      meta.commandId,
    ]);
    await client.query('VACUUM ANALYZE event_store.events');
    await client.end();
  };
}
