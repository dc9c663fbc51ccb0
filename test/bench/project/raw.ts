import { Client } from 'pg';
import type { RecordedEvent } from '@app/event-store';
import type { Subject } from '../harness.js';
import { CopyOut } from '../read/copy-out.js';
import { boardRows, insertRows } from './board.js';
import { fillTickets } from './filling.js';

/** COPY of the whole log, the same fold in memory, and all rows in one statement. */
export function raw(): Subject {
  return {
    name: 'raw',
    filling: fillTickets,
    async open(url) {
      const client = new Client({ connectionString: url });
      await client.connect();
      const step = async () => {
        const events: RecordedEvent[] = [];
        await CopyOut.run(
          client,
          'SELECT * FROM event_store.events ORDER BY position',
          ({ meta, ...event }) => events.push({ ...(meta as RecordedEvent), ...event }),
        );
        await client.query('TRUNCATE read_model.ticket_board');
        await client.query(insertRows('$1'), [boardRows(events)]);
        return events.length;
      };
      return { step, close: () => client.end() };
    },
  };
}
