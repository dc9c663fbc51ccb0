import { newId } from '@app/kernel';
import { tickets } from '@app/tickets/src/ticket.aggregate.js';
import { visitPlanned } from '../append/events.js';
import { lifeOfATicket } from '../append/life-of-a-ticket.js';
import type { Filling, Subject } from '../harness.js';
import { inTurn } from '../in-turn.js';
import { openSealedLog } from '../sealed-log.js';

const TICKETS = 5_000;
const streamOf = (number: number) => `ticket-${number}`;

/** A ticket's stream from the call to the closing, read as the executor loads it: sealed, or as though nothing were personal. */
export function ticketRead(name: string, personal: boolean): Subject {
  const declared = personal ? [tickets] : [];
  const filling: Filling = async (url) => {
    const log = await openSealedLog(url, declared);
    await inTurn(TICKETS, 16, async (number) => {
      const stream = streamOf(number);
      const events = lifeOfATicket.map((each) => ({
        ...visitPlanned(stream),
        ...each,
        id: newId(),
      }));
      await log.append([{ stream, expected: 0, events }]);
    });
    await log.close();
  };
  return {
    name,
    filling,
    async open(url) {
      const log = await openSealedLog(url, declared);
      let next = 0;
      const step = async () => {
        await log.readStream(streamOf((next += 7_919) % TICKETS));
        return 1;
      };
      return { step, close: () => log.close() };
    },
  };
}
