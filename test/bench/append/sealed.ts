import { Client } from 'pg';
import { newId } from '@app/kernel';
import type { NewEvent } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { PersonalFields, PersonKeys1769000500000, Privacy, SealedEventStore } from '@app/privacy';
import { tickets } from '@app/tickets/src/ticket.aggregate.js';
import type { Subject } from '../harness.js';
import { visitPlanned } from './events.js';
import { makeLog } from './ours.js';
import { WorkerStreams } from './streams.js';

const MASTER_KEY = new Uint8Array(32).fill(1);

/** What the customer says at each visit, which is sealed where it is declared to be personal. */
const WORDS = '开机十分钟后跳闸，有焦味，家里老人说昨晚就不对劲';

/**
 * The same appends through the store that seals what is personal: once with what tickets declare, and
 * once as though nothing of them were. Each new stream is a person of whom there is no key yet.
 */
export function sealing(name: string, personal: boolean, appendsPerStream: number): Subject {
  return {
    name,
    async open(url) {
      await makeLog(url);
      await makeKeys(url);
      const log = await PostgresEventStore.open({ connectionString: url });
      const privacy = await Privacy.open({ databaseUrl: url, masterKey: MASTER_KEY });
      const fields = new PersonalFields(personal ? [tickets] : []);
      const store = new SealedEventStore(log, privacy, fields);
      const streams = new WorkerStreams(appendsPerStream, 1);
      const step = async (worker: number) => {
        const { stream, version } = streams.next(worker);
        await store.append([{ stream, expected: version, events: [described(stream)] }]);
        return 1;
      };
      return { step, close: () => store.close() };
    },
  };
}

function described(stream: string): NewEvent {
  const planned = visitPlanned(stream, newId());
  return { ...planned, type: 'FaultDescribed', data: { visit: 1, words: WORDS } };
}

async function makeKeys(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await new PersonKeys1769000500000().up(client as never);
  await client.end();
}
