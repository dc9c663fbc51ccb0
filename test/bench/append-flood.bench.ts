import type { BenchOptions } from './harness.js';
import { flood } from './append-flood/flood.js';
import { report, type Measured } from './report.js';
import { withServer } from './server.js';

/** Appends offered for each one that the queue has room for. */
const OFFERS = [20, 2];

/**
 * What the process holds while the database takes nothing and appends keep coming: `median` is in
 * megabytes, and `p50ms` says how long a refusal took. Ten times the offer must not take more, since
 * what does not fit is refused, not kept.
 */
export default function appendFlood({ reps }: BenchOptions): Promise<void> {
  return withServer(async (server) => {
    const measured = new Map<string, Measured[]>();
    for (let rep = 0; rep < reps; rep++) {
      for (const times of OFFERS) {
        const name = `ours, offered ${times} times its room`;
        const database = await server.freshDatabase();
        measured.set(name, [...(measured.get(name) ?? []), await flood(database.url, times)]);
        await database.drop();
      }
    }
    report({ name: 'memory of a full queue', unit: 'MB' }, measured);
  });
}
