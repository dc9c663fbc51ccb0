import { rebuild } from '@app/projections';
import { ticketBoard } from '@app/tickets/src/read-models/ticket-board/ticket-board.projection.js';
import type { Subject } from '../harness.js';
import { EVENTS, fillTickets } from './filling.js';
import { openReadSide } from './read-side.js';

/** The board emptied and built anew from the whole log, as the operator's command does it. */
export function ours(): Subject {
  return {
    name: 'ours',
    filling: fillTickets,
    async open(url) {
      const { store, dataSource, close } = await openReadSide(url);
      const step = async () => {
        await rebuild(dataSource, store, ticketBoard, { owner: 'bench' });
        return EVENTS;
      };
      return { step, close };
    },
  };
}
