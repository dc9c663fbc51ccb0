import { ours as onPostgres } from './append/ours.js';
import { catchingUp } from './esdb/catch-up.js';
import { loading } from './esdb/load.js';
import { oursOn } from './esdb/ours.js';
import { byBatchCall, byOneCallEach } from './esdb/plain-client.js';
import { logAt, ownPrefix } from './esdb/where.js';
import { runCases, type BenchOptions } from './harness.js';
import { visitStep } from './http/visit-step.js';

const CONNECTIONS = 64;

/**
 * The store in EventStoreDB, next to the plain client and to the PostgreSQL lane: appending at an
 * expected version, which the client does in two ways, loading a stream, building a read model, and
 * a visit step over HTTP. `ESDB_URL` names the server, which is filled; without it all is done on the
 * double in this process, whose work counts too, and every case says so.
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
      loading(log, 10),
      loading(log, 100),
      loading(log, 1_000),
      catchingUp(log),
      {
        name: `visit step ${log.words}`,
        unit: 'commands/s',
        workers: CONNECTIONS,
        warmUpSeconds: 4,
        subjects: [
          visitStep(CONNECTIONS, () => ({
            EVENT_STORE: 'eventstoredb',
            EVENTSTOREDB_URL: log.connectionString,
            EVENTSTOREDB_STREAM_PREFIX: ownPrefix(),
          })),
          { ...visitStep(CONNECTIONS), name: 'PostgreSQL lane' },
        ],
      },
    ];
    await runCases(cases, options);
  } finally {
    await log.close();
  }
}
