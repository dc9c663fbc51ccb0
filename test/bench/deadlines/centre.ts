import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import type { CommandRequest } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { newId } from '@app/kernel';
import { Processes } from '@app/processes';
import { WORK_CHANNEL } from '@app/processes/src/effects.js';
import { everyProcess, Library } from '@app/processes/src/testing/lending.js';

const CATEGORY = 'reader';
const TYPE = 'CountLoan';
const [declared] = everyProcess;

/** Workers on one log, each as a process of the service has it, and people who give commands beside. */
export interface Centre {
  readonly store: PostgresEventStore;
  readonly dataSource: DataSource;
  /** Statements of the workers so far, on all connections but those of the log. */
  readonly statements: () => number;
  start(): void;
  /** One command of a person to a stream of its own. */
  readonly person: () => Promise<unknown>;
  close(): Promise<void>;
}

export async function openCentre(url: string, workers: number): Promise<Centre> {
  const store = await PostgresEventStore.open({ connectionString: url });
  let statements = 0;
  const count = () => void (statements += 1);
  const ignore = () => undefined;
  const logger = { logQuery: count, logQueryError: ignore, logQuerySlow: ignore };
  const dataSource = await new DataSource({
    type: 'postgres',
    url,
    extra: { Client },
    logging: ['query'],
    logger: { ...logger, logSchemaBuild: ignore, logMigration: ignore, log: ignore },
  }).initialize();
  const library = new Library(store);
  const reacting = {
    sender: library,
    clock: { now: Date.now() },
    published: async () => undefined,
  };
  const all = Array.from(
    { length: workers },
    (_, n) =>
      new Processes(dataSource, store, everyProcess, reacting, {
        owner: `bench-${n}`,
        databaseUrl: url,
      }),
  );
  return {
    store,
    dataSource,
    statements: () => statements,
    start: () => all.forEach((each) => each.start()),
    person: () => library.send(CATEGORY, command()),
    async close() {
      await Promise.all(all.map((each) => each.stop()));
      await store.close();
      await dataSource.destroy();
    },
  };
}

function command(): CommandRequest {
  const commandId = newId();
  const now = new Date().toISOString();
  return {
    id: `person-${commandId}`,
    type: TYPE,
    data: { nth: 1 },
    commandId,
    occurredAt: now,
    receivedAt: now,
    actor: { id: 'person', role: 'hotline' },
    fingerprint: {},
    correlationId: commandId,
    policyVersion: '2026.1',
  };
}

/** Deadlines, each with a key and a command of its own. */
export interface Open {
  /** Before each key: no two lots have one in common. */
  readonly lot: string;
  readonly count: number;
  /** Seconds from now until the first is due; negative: it was due then. */
  readonly from: number;
  /** Seconds from the first to the last. */
  readonly over: number;
}

export async function setDeadlines(
  dataSource: DataSource,
  { lot, count, from, over }: Open,
): Promise<void> {
  await dataSource.query(
    `INSERT INTO process.deadline (process, key, name, due_at, send, cause)
     SELECT $1, $2 || '-' || n, 'return',
       clock_timestamp() + make_interval(secs => $4::float + $5::float * n / $3::int),
       json_build_object('category', '${CATEGORY}', 'id', $2 || '-' || n, 'type', '${TYPE}',
         'data', json_build_object('nth', 1)),
       json_build_object('process', $1::text, 'eventId', gen_random_uuid(),
         'correlationId', gen_random_uuid(), 'number', 0)
     FROM generate_series(1, $3::int) AS n`,
    [declared!.name, lot, count, from, over],
  );
  await dataSource.query('VACUUM ANALYZE process.deadline');
  // As whoever sets an earlier one does.
  await dataSource.query(`SELECT pg_notify('${WORK_CHANNEL}', '')`);
}

/** How many of a lot are not fired yet. */
export async function left(dataSource: DataSource, lot: string): Promise<number> {
  const [found] = await dataSource.query<{ left: number }[]>(
    `SELECT count(*)::int AS left FROM process.deadline WHERE key LIKE $1`,
    [`${lot}-%`],
  );
  return found!.left;
}

/** Sets them so long before the first is due that all sleep by then. */
export const AHEAD_SECONDS = 3;
