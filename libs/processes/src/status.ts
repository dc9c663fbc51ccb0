import type { DataSource } from 'typeorm';
import type { EventStore } from '@app/event-store';
import { lagOf } from '@app/projections/src/projection-status.js';
import { leaseName, type Process } from './process.js';

/** How a process stands, by what the database and the log say. */
export interface ProcessStatus {
  readonly name: string;
  /** Undefined before anybody led it. */
  readonly position: bigint | undefined;
  /** Events of the log that it has not looked at yet; where positions have gaps, at most a thousand are counted. */
  readonly lagEvents: number;
  /** Who leads it at present; null when nobody does. */
  readonly owner: string | null;
  /** Keys that are parked, and the events under them. */
  readonly parkedStreams: number;
  readonly parkedEvents: number;
  /** Commands that the domain refused within the last 24 hours, by the service's clock; older ones stay in the table. */
  readonly refusals: number;
  readonly deadlines: number;
  /** Those of them that wait for a year of the working calendar, and the first such year. */
  readonly awaitingYear: number;
  readonly awaitedYear: string | null;
  /** Deadlines whose time is past, by the service's clock, and the oldest of them. */
  readonly overdue: number;
  readonly oldestOverdue: Date | null;
  /** Deadlines that failed by a fault of the program, and wait for a release. */
  readonly failedDeadlines: number;
}

interface Row extends Omit<ProcessStatus, 'position' | 'lagEvents'> {
  readonly position: string | null;
}

const LOOK = `
  SELECT p.name, c.position,
    CASE WHEN c.expires_at > clock_timestamp() THEN c.owner END AS owner,
    (SELECT count(DISTINCT key) FROM process.parked WHERE process = p.name)::int AS "parkedStreams",
    (SELECT count(*) FROM process.parked WHERE process = p.name)::int AS "parkedEvents",
    (SELECT count(*) FROM process.refusal WHERE process = p.name
      AND at > (SELECT service_clock.now()) - interval '1 day')::int AS refusals,
    coalesce(d.deadlines, 0)::int AS deadlines, coalesce(d.overdue, 0)::int AS overdue,
    d.oldest AS "oldestOverdue", coalesce(d.failed, 0)::int AS "failedDeadlines",
    coalesce(d.awaiting, 0)::int AS "awaitingYear", d.awaited AS "awaitedYear"
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS p(name, lease, n)
  LEFT JOIN read_model.projection c ON c.name = p.lease
  LEFT JOIN LATERAL (
    SELECT count(*) AS deadlines, count(fault) AS failed,
      count(awaited_year) AS awaiting, min(awaited_year) AS awaited,
      count(*) FILTER (WHERE fault IS NULL AND due_at < t.now) AS overdue,
      min(due_at) FILTER (WHERE fault IS NULL AND due_at < t.now) AS oldest
    FROM process.deadline, (SELECT service_clock.now() AS now) t WHERE process = p.name) d ON true
  ORDER BY p.n`;

/** How each of the processes stands, in their order. */
export async function processStatus(
  dataSource: DataSource,
  store: EventStore,
  processes: readonly Process[],
): Promise<ProcessStatus[]> {
  const names = processes.map(({ name }) => name);
  const head = await store.head();
  const rows = await dataSource.query<Row[]>(LOOK, [names, processes.map(leaseName)]);
  return Promise.all(
    rows.map(async (row) => {
      const position = row.position === null ? undefined : BigInt(row.position);
      const { lagEvents } = await lagOf(store, dataSource, { position: position ?? 0n, head });
      return { ...row, position, lagEvents };
    }),
  );
}
