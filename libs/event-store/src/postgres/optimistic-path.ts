import type { Instant } from '@app/kernel';
import type { Pending } from './append-queue.js';
import type { Connection } from './connection.js';
import type { LogKnowledge } from './log-knowledge.js';
import type { LaneCounters } from './metrics.js';
import { exactly, type EventRow } from '../adapter/prepared-append.js';
import { Plan } from './plan.js';

const INSERT_ONE = {
  name: 'insert-one',
  text: `INSERT INTO event_store.events VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};

const INSERT_MANY = {
  name: 'insert-many',
  text: `INSERT INTO event_store.events
         SELECT $1::bigint + nth, stream, version, id, type, schema_version, data, meta, $9::timestamptz
           FROM ROWS FROM (unnest($2::text[], $3::int[], $4::uuid[], $5::text[], $6::int[]),
                           json_array_elements($7::json), json_array_elements($8::json)) WITH ORDINALITY
                AS n(stream, version, id, type, schema_version, data, meta, nth)`,
};

const LEARN = {
  name: 'learn',
  text: `SELECT coalesce((SELECT max(position) FROM event_store.events), 0),
                ARRAY(SELECT coalesce((SELECT e.version FROM event_store.events e
                                        WHERE e.stream = s.name ORDER BY e.version DESC LIMIT 1), 0)
                        FROM unnest($1::text[]) WITH ORDINALITY AS s(name, nth) ORDER BY s.nth),
                (SELECT recorded_at FROM event_store.events ORDER BY position DESC LIMIT 1),
                service_clock.now()`,
};

type Learnt = [head: bigint, versions: number[], recorded: Instant | null, now: Instant];

/**
 * The lane while nobody else writes: a batch is one INSERT at head + 1, head + 2 …, judged in
 * memory. It commits only if what was remembered is still true: had anybody written since, the
 * first position would be taken. It therefore never refuses anything, which memory alone could not
 * justify, but hands back what does not seem to fit.
 */
export class OptimisticPath {
  constructor(
    private readonly connection: Connection,
    private readonly knowledge: LogKnowledge,
    private readonly counters: LaneCounters,
  ) {}

  /** Stores what fits and answers it; returns the rest. Throws with nothing stored or answered. */
  async store(batch: readonly Pending[]): Promise<Pending[]> {
    await this.learn(batch);
    const head = this.knowledge.head!;
    const plan = new Plan(batch, (stream) => this.knowledge.version(stream), always);
    if (plan.events.length === 0) return plan.unsure;
    this.counters.optimisticBatches++;
    const recorded = this.knowledge.now;
    await this.insert(head, plan, new Date(recorded).toISOString());
    this.counters.storedEvents += plan.events.length;
    this.knowledge.advance(head + BigInt(plan.events.length), plan.after, recorded);
    plan.answer(head);
    return plan.unsure;
  }

  /** Reads what judging needs and memory lacks. A stream said to be new is taken at its word: if it is not, the insert fails. */
  private async learn(batch: readonly Pending[]): Promise<void> {
    const unknown = new Set<string>();
    for (const { writes } of batch) {
      for (const { stream, expected, rows } of writes) {
        const provenByInsert = exactly(expected) === 0 && rows.length > 0;
        if (!provenByInsert && this.knowledge.version(stream) === undefined) unknown.add(stream);
      }
    }
    if (this.knowledge.complete && unknown.size === 0) return;
    const streams = [...unknown];
    const asked = performance.now();
    const { rows } = await this.connection.query<Learnt>({
      ...LEARN,
      values: [streams],
    });
    const [head, versions, recorded, now] = rows[0]!;
    this.knowledge.learnHead(head);
    this.knowledge.learnTime(now, asked, recorded);
    streams.forEach((stream, i) => this.knowledge.learnVersion(stream, versions[i]!));
  }

  private insert(head: bigint, plan: Plan, recorded: string): Promise<void> {
    const { streams, versions, events, fits } = plan;
    if (events.length === 1) {
      const [{ id, type, schemaVersion, data, meta }] = fits[0]!.append.writes.flatMap(
        ({ rows }) => rows,
      ) as [EventRow];
      return this.connection.execute(INSERT_ONE, [
        `${head + 1n}`,
        streams[0]!,
        `${versions[0]}`,
        id,
        type,
        `${schemaVersion}`,
        data,
        meta,
        recorded,
      ]);
    }
    return this.connection.execute(INSERT_MANY, [`${head}`, ...plan.columns, recorded]);
  }
}

/**
 * Every remembered version may be used: the position proves it, since the insert fails if anybody
 * has written since.
 */
function always(): boolean {
  return true;
}
