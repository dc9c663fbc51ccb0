import { Pool } from 'pg';
import type { NewEvent, RecordedEvent } from '@app/event-store';
import type { Subject } from '../harness.js';
import { boardRows, insertRows } from '../project/board.js';
import { openReadSide } from '../project/read-side.js';
import { ticketOpened } from '../project/tickets.js';
import { timed, type From } from './timed.js';

const INSERT_EVENT = {
  name: 'insert-event',
  text: 'INSERT INTO event_store.events VALUES ($1, $2, 1, $3, $4, 1, $5, $6, now())',
};

/** Without waiting for the disk, as the runner writes. */
const INSERT_ROW = {
  name: 'insert-row',
  text: `WITH done AS (${insertRows('$1')})
         SELECT set_config('synchronous_commit', 'off', true)`,
};

/** The event by one prepared statement, then its row by another, on as many connections as there are workers. */
export function raw(from: From, workers: number): Subject {
  return {
    name: 'raw',
    async open(url) {
      const { close } = await openReadSide(url);
      const pool = new Pool({ connectionString: url, max: workers });
      pool.on('error', () => undefined);
      let position = 0n;
      return {
        ...timed(from, {
          append: async (ticket) => {
            const event = recorded(ticket, ++position);
            const { id, type, data, meta, stream } = event;
            const values = [
              event.position,
              stream,
              id,
              type,
              JSON.stringify(data),
              JSON.stringify(meta),
            ];
            await pool.query({ ...INSERT_EVENT, values });
            return event;
          },
          show: async (event) => {
            await pool.query({ ...INSERT_ROW, values: [boardRows([event])] });
          },
        }),
        async close() {
          await pool.end();
          await close();
        },
      };
    },
  };
}

function recorded(ticket: string, position: bigint): RecordedEvent & Pick<NewEvent, 'meta'> {
  const event = ticketOpened(ticket);
  const recordedAt = event.meta.occurredAt;
  const stream = `ticket-${ticket}`;
  return { ...event, ...event.meta, stream, version: 1, position, recordedAt };
}
