import { emmettEvent, openEmmett } from '../emmett.js';
import type { Subject } from '../harness.js';
import { visitPlanned } from './events.js';
import { WorkerStreams } from './streams.js';

/** Emmett's append at an expected version, with a connection for each writer and no projection. */
export function emmett(
  writers: number,
  eventsPerAppend: number,
  appendsPerStream: number,
): Subject {
  return {
    name: 'emmett',
    async open(url) {
      const { store, close } = await openEmmett(url, writers);
      const streams = new WorkerStreams(appendsPerStream, eventsPerAppend);
      const step = async (worker: number) => {
        const { stream, version } = streams.next(worker);
        const events = Array.from({ length: eventsPerAppend }, () =>
          emmettEvent(visitPlanned(stream)),
        );
        await store.appendToStream(stream, events, { expectedStreamVersion: BigInt(version) });
        return eventsPerAppend;
      };
      return { step, close };
    },
  };
}
