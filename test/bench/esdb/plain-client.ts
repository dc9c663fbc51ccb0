import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { visitPlanned } from '../append/events.js';
import { WorkerStreams } from '../append/streams.js';
import type { Subject } from '../harness.js';
import { APPENDS_PER_STREAM } from './ours.js';

/** The client's own batch call, shared by all of its appends. */
export function byBatchCall(connectionString: string, eventsPerAppend: number): Subject {
  return plain('plain client, batch call', connectionString, eventsPerAppend, {});
}

/** The client with credentials for each append, for which it makes one call each. */
export function byOneCallEach(connectionString: string, eventsPerAppend: number): Subject {
  const { username, password } = new URL(connectionString);
  const [user, word] = [username || 'nobody', password].map(decodeURIComponent);
  const credentials = { username: user!, password: word! };
  return plain('plain client, one call each', connectionString, eventsPerAppend, { credentials });
}

function plain(
  name: string,
  connectionString: string,
  eventsPerAppend: number,
  how: { readonly credentials?: { username: string; password: string } },
): Subject {
  return {
    name,
    open() {
      const client = EventStoreDBClient.connectionString(connectionString);
      const streams = new WorkerStreams(APPENDS_PER_STREAM, eventsPerAppend);
      const step = async (worker: number) => {
        const { stream, version } = streams.next(worker);
        const events = Array.from({ length: eventsPerAppend }, () => {
          const { id, type, schemaVersion, data, meta } = visitPlanned(stream);
          return jsonEvent({
            id,
            type,
            data: data as Record<string, unknown>,
            metadata: { schemaVersion, meta },
          });
        });
        const expectedRevision = version === 0 ? NO_STREAM : BigInt(version - 1);
        await client.appendToStream(stream, events, { ...how, expectedRevision });
        return eventsPerAppend;
      };
      return Promise.resolve({ step, close: () => client.dispose() });
    },
  };
}
