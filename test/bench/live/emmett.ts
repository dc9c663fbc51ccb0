import { projections } from '@event-driven-io/emmett';
import { postgreSQLRawSQLProjection } from '@event-driven-io/emmett-postgresql';
import { escapeLiteral } from 'pg';
import type { RecordedEvent } from '@app/event-store';
import { emmettEvent, openEmmett, type EmmettEvent } from '../emmett.js';
import type { Subject } from '../harness.js';
import { boardRows, insertRows } from '../project/board.js';
import { openReadModels } from '../project/read-side.js';
import { ticketOpened } from '../project/tickets.js';
import { timed } from './timed.js';

type Evolve = Parameters<typeof postgreSQLRawSQLProjection<EmmettEvent>>[0]['evolve'];
type Statement = Exclude<Awaited<ReturnType<Evolve>>, readonly unknown[]>;

/** The same row by Emmett's inline projection, in the transaction of the append: visible when that is acknowledged. */
const board = postgreSQLRawSQLProjection<EmmettEvent>({
  name: 'ticket-board',
  canHandle: ['TicketOpened'],
  evolve: ({ type, data, metadata }) => {
    const { streamName: stream, streamPosition, globalPosition: position } = metadata;
    const event = { ...metadata, type, data, stream, version: Number(streamPosition), position };
    const rows = boardRows([event as unknown as RecordedEvent]);
    return insertRows(escapeLiteral(rows)) as Statement;
  },
});

export function emmettInline(connections: number): Subject {
  return {
    name: 'emmett inline',
    async open(url) {
      const dataSource = await openReadModels(url);
      const { store, close } = await openEmmett(url, connections, {
        projections: projections.inline([board]),
      });
      return {
        ...timed('append', {
          append: (ticket) =>
            store.appendToStream(`ticket-${ticket}`, [emmettEvent(ticketOpened(ticket))], {
              expectedStreamVersion: 0n,
            }),
          show: async () => undefined,
        }),
        async close() {
          await close();
          await dataSource.destroy();
        },
      };
    },
  };
}
