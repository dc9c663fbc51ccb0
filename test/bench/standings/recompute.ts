import { Client } from 'pg';
import { ContextsOfLog, Executor, type Contexts } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { standingStreams } from '@app/standings';
import { explanationOf } from '@app/standings/src/domain/standing/standing-of-cases.js';
import { standings } from '@app/standings/src/standing.aggregate.js';
import type { Filling, Subject } from '../harness.js';
import { ACTS, employeeOf, YEAR } from './year.js';

/** Standings that are read at a time; the next are on their way while these are explained. */
const AT_ONCE = 50;

/** Every standing, folded from its first event on and explained, with no more than two lots in memory. */
async function recomputed(contexts: Contexts, employees: number): Promise<number> {
  const read = (from: number) => {
    const length = Math.min(AT_ONCE, employees - from);
    const ids = Array.from({ length }, (_, index) => ({
      employee: employeeOf(from + index),
      year: YEAR,
    }));
    return contexts.readMany(standingStreams, ids);
  };
  let acts = 0;
  let next = read(0);
  for (let from = AT_ONCE; ; from += AT_ONCE) {
    const standings = await next;
    if (from < employees) next = read(from);
    for (const { cases } of standings) acts += explanationOf(cases)?.gross.length ?? 0;
    if (from >= employees) return acts;
  }
}

/** Acts per second. */
export function ours(employees: number, filling: Filling): Subject {
  return {
    name: 'ours',
    filling,
    async open(url) {
      const store = await PostgresEventStore.open({ connectionString: url });
      const contexts = new ContextsOfLog(store, new Executor(store), [standings]);
      const step = async () => {
        const acts = await recomputed(contexts, employees);
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
