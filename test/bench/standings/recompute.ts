import { Client } from 'pg';
import type { EventStore, RecordedEvent } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { standingEvents, type StandingEvent } from '@app/standings';
import { evolve, initialState } from '@app/standings/src/domain/standing.evolve.js';
import { explanationOf } from '@app/standings/src/domain/standing/standing-of-cases.js';
import type { Standing } from '@app/standings/src/domain/standing.state.js';
import type { Filling, Subject } from '../harness.js';
import { ACTS } from './year.js';

/** Events that are read at a time; the next are on their way while these are folded. */
const PAGE = 5_000;

/** Every standing of the log, folded from its first event on, each explained. */
async function recomputed(store: EventStore): Promise<number> {
  const standings = new Map<string, Standing>();
  const types = Object.keys(standingEvents);
  const read = (after: bigint) => store.readAll({ after, limit: PAGE, types });
  let next = read(0n);
  for (;;) {
    const { events, scannedTo, atHead } = await next;
    next = atHead ? Promise.reject(new Error('nothing more')) : read(scannedTo);
    next.catch(() => undefined);
    for (const event of events) fold(standings, event);
    if (atHead) break;
  }
  let acts = 0;
  for (const { cases } of standings.values()) acts += explanationOf(cases)?.gross.length ?? 0;
  return acts;
}

function fold(standings: Map<string, Standing>, event: RecordedEvent): void {
  const before = standings.get(event.stream) ?? initialState();
  standings.set(event.stream, evolve(before, event as unknown as StandingEvent));
}

/** Acts per second. */
export function ours(employees: number, filling: Filling): Subject {
  return {
    name: 'ours',
    filling,
    async open(url) {
      const store = await PostgresEventStore.open({ connectionString: url });
      const step = async () => {
        const acts = await recomputed(store);
        if (acts !== employees * ACTS) throw new Error(`${acts} acts were explained`);
        return acts;
      };
      return { step, close: () => store.close() };
    },
  };
}

/** Counts and points alone, in one statement over the JSON of the same events. */
const SQL = `
  WITH opened AS (
    SELECT stream, (data->>'case')::int AS number, substr(data->>'happenedAt', 1, 7) AS month
    FROM event_store.events WHERE type = 'CaseOpened'
  ), decided AS (
    SELECT stream, (data->>'case')::int AS number, level, (data->>'points')::int AS points
    FROM event_store.events, json_array_elements_text(data->'measures') AS level
    WHERE type = 'ActDecided'
  ), revoked AS (
    SELECT stream, (data->>'case')::int AS number FROM event_store.events WHERE type = 'ActRevoked'
  ), acts AS (
    SELECT stream, number, month, level, points
    FROM decided JOIN opened USING (stream, number)
    WHERE NOT EXISTS (SELECT FROM revoked r WHERE r.stream = decided.stream AND r.number = decided.number)
  ), reckoned AS (
    SELECT stream, level, month,
           count(*) OVER (PARTITION BY stream, level) AS of_level,
           sum(points) OVER (PARTITION BY stream, month) AS of_month,
           sum(points) OVER (PARTITION BY stream) AS of_year,
           row_number() OVER (PARTITION BY stream, level ORDER BY month, number) AS nth
    FROM acts
  )
  SELECT count(*)::int AS acts, sum(of_level + of_month + of_year + nth) FROM reckoned`;

export function raw(filling: Filling): Subject {
  return {
    name: 'raw',
    filling,
    async open(url) {
      const client = new Client({ connectionString: url });
      await client.connect();
      const step = async () => (await client.query<{ acts: number }>(SQL)).rows[0]!.acts;
      return { step, close: () => client.end() };
    },
  };
}
