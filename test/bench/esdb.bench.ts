import { ours as onPostgres } from './append/ours.js';
import { oursOn } from './esdb/ours.js';
import { byBatchCall, byOneCallEach } from './esdb/plain-client.js';
import { logAt } from './esdb/where.js';
import { runCases, type BenchOptions } from './harness.js';

/**
 * Appending to EventStoreDB at an expected version, next to the plain client in both of its ways
 * and to the PostgreSQL lane. `ESDB_URL` names the server, which is filled; without it all is done
 * on the double in this process, whose work counts too, and every case says so.
 */
export default async function esdb(options: BenchOptions): Promise<void> {
  const log = await logAt(process.env['ESDB_URL']);
  const caseOf = (name: string, workers: number, events: number) => ({
    name: `${name} ${log.words}`,
    unit: 'events/s',
    workers,
    subjects: [
      oursOn(log.connectionString, events),
      byBatchCall(log.connectionString, events),
      byOneCallEach(log.connectionString, events),
      { ...onPostgres(events, 10), name: 'PostgreSQL lane' },
    ],
  });
  try {
    const cases = [
      caseOf('1 writer', 1, 1),
      caseOf('64 writers', 64, 1),
      caseOf('256 writers', 256, 1),
      caseOf('batches of 100', 1, 100),
    ];
    await runCases(cases, options);
  } finally {
    await log.close();
  }
}
