import { inTurn } from '../in-turn.js';
import { openReadSide } from './read-side.js';
import { ticketHistory } from './tickets.js';

const TICKETS = 20_000;

/** Events of all tickets. */
export const EVENTS = TICKETS * 10;

/** Tickets whose events stand among each other's, as those of one day do. */
const AT_A_TIME = 64;

export async function fillTickets(url: string): Promise<void> {
  const { store, close } = await openReadSide(url);
  await inTurn(TICKETS, AT_A_TIME, async (number) => {
    const stream = `ticket-T-${number}`;
    for (const [version, event] of ticketHistory(`T-${number}`).entries())
      await store.append([{ stream, expected: version, events: [event] }]);
  });
  await close();
}
