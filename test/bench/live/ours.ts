import { Projections } from '@app/projections';
import { ticketBoard } from '@app/tickets/src/read-models/ticket-board/ticket-board.projection.js';
import type { Subject } from '../harness.js';
import { openReadSide } from '../project/read-side.js';
import { ticketOpened } from '../project/tickets.js';
import { timed, type From } from './timed.js';

/** Through the store, and the runner of the board, which wakes whoever waits for a position. */
export function ours(from: From): Subject {
  return {
    name: 'ours',
    async open(url) {
      const { store, dataSource, close } = await openReadSide(url);
      const projections = new Projections(dataSource, store, [ticketBoard], { owner: 'bench' });
      projections.start();
      return {
        ...timed(from, {
          append: async (ticket) => {
            const events = [ticketOpened(ticket)];
            return store.append([{ stream: `ticket-${ticket}`, expected: 0, events }]);
          },
          show: async ({ position }) => {
            await projections.waitFor(ticketBoard.name, position, 10_000);
          },
        }),
        async close() {
          await projections.stop();
          await close();
        },
      };
    },
  };
}
