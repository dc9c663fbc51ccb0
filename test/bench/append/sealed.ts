import type { NewEvent } from '@app/event-store';
import { tickets } from '@app/tickets/src/ticket.aggregate.js';
import type { Subject } from '../harness.js';
import { openSealedLog } from '../sealed-log.js';
import { visitPlanned } from './events.js';
import { lifeOfATicket } from './life-of-a-ticket.js';
import { WorkerStreams } from './streams.js';

/** What is appended to a stream one after the other. */
export type Story = readonly Pick<NewEvent, 'type' | 'data'>[];

/** The customer's words ten times: a text in each event, which is more than any ticket holds. */
const WORDS = '开机十分钟后跳闸，有焦味，家里老人说昨晚就不对劲';
export const words: Story = Array.from({ length: 10 }, () => ({
  type: 'FaultDescribed',
  data: { visit: 1, words: WORDS },
}));

/** What a ticket holds, of which most is not personal. */
export const life: Story = lifeOfATicket;

/**
 * The same appends through the store that seals what is personal: once with what tickets declare, and
 * once as though nothing of them were. Each new stream is a person of whom there is no key yet.
 */
export function sealing(name: string, personal: boolean, story: Story): Subject {
  return {
    name,
    async open(url) {
      const store = await openSealedLog(url, personal ? [tickets] : []);
      const streams = new WorkerStreams(story.length, 1);
      const step = async (worker: number) => {
        const { stream, version } = streams.next(worker);
        const events = [{ ...visitPlanned(stream), ...story[version]! }];
        await store.append([{ stream, expected: version, events }]);
        return 1;
      };
      return { step, close: () => store.close() };
    },
  };
}
