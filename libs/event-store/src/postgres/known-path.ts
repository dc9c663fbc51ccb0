import type { PreparedWrite } from '../adapter/prepared-append.js';
import type { Pending } from './append-queue.js';
import type { Connection } from './connection.js';
import type { LogKnowledge } from './log-knowledge.js';
import type { LaneCounters } from './metrics.js';
import { Plan } from './plan.js';

const APPEND_KNOWN = {
  name: 'append-known',
  text: `SELECT event_store.append_known($1, $2, $3, $4, $5, $6::json, $7::json)`,
};

/**
 * The lane while others write too, for what memory can judge: under the database's lock a batch takes
 * the next positions, at the versions that memory says. The lock is held for the insert alone. Where
 * others wrote to one of the streams, its version is taken and the whole batch fails; then, as for
 * what memory cannot judge, LockedPath is left to look.
 */
export class KnownPath {
  constructor(
    private readonly connection: Connection,
    private readonly knowledge: LogKnowledge,
    private readonly counters: LaneCounters,
  ) {}

  /** Stores what fits and answers it; returns the rest. Throws with nothing stored or answered. */
  async store(batch: readonly Pending[]): Promise<Pending[]> {
    const plan = new Plan(batch, (stream) => this.knowledge.reached(stream), writesEvents);
    if (plan.events.length === 0) return plan.unsure;
    this.counters.lockedBatches++;
    const head = await this.append(plan);
    this.counters.storedEvents += plan.events.length;
    this.knowledge.learnHead(head);
    this.knowledge.advance(head + BigInt(plan.events.length), plan.after);
    plan.answer(head);
    return plan.unsure;
  }

  private async append({ columns }: Plan): Promise<bigint> {
    let head = 0n;
    await this.connection.execute(APPEND_KNOWN, columns, ([before]) => (head = BigInt(before!)));
    return head;
  }
}

/**
 * A write without events only checks a version, which no unique constraint could refuse; memory
 * alone cannot judge it.
 */
function writesEvents({ rows }: PreparedWrite): boolean {
  return rows.length > 0;
}
