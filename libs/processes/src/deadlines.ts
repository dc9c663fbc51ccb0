import type { DataSource, EntityManager } from 'typeorm';
import { storeRefusals, WORK_CHANNEL } from './effects.js';
import type { Send } from './process.js';
import type { Reacting } from './reacting.js';
import { requestOf, type Cause } from './request.js';
import { maySucceedLater, outcomeOf, reasonOf, type Refusal } from './sender.js';

/** Deadlines that one worker claims at a time: so few that others share in, and commands of people come between. */
export const CLAIMED = 32;

interface Due {
  readonly process: string;
  readonly key: string;
  readonly name: string;
  readonly due_at: Date;
  readonly send: Send;
  readonly cause: Cause;
}

/** What came of a deadline; `fault` where it is no answer of the domain. */
interface Fired {
  readonly due: Due;
  readonly refusal?: Refusal | undefined;
  readonly fault?: string;
}

/**
 * The oldest due deadlines that no other worker is at. Of one key only the first: the next comes when
 * that one is gone, so that those of one key fire in the order of their times over all workers. The
 * time is read once, so that the index bounds the search.
 */
const CLAIM = `
  SELECT process, key, name, due_at, send, cause FROM process.deadline d
  WHERE fault IS NULL AND due_at <= (SELECT service_clock.now())
    AND NOT EXISTS (
      SELECT FROM process.deadline e
      WHERE e.process = d.process AND e.key = d.key AND e.fault IS NULL
        AND (e.due_at, e.name) < (d.due_at, d.name))
  ORDER BY due_at, process, key, name LIMIT $1 FOR UPDATE SKIP LOCKED`;

/** Finds deadlines that are due, and fires them. */
export class Deadlines {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reacting: Reacting,
  ) {}

  /**
   * Claims some, sends their commands and removes them, in one transaction: a crash gives the claim
   * back, and the commands are sent again under the same ids.
   *
   * @returns how many there were
   * @throws whatever the store throws that may succeed later; the deadlines stay
   */
  fireSome(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const due = await manager.query<Due[]>(CLAIM, [CLAIMED]);
      if (due.length === 0) return 0;
      const fired = await Promise.all(due.map((each) => this.fire(each)));
      await this.store(manager, fired);
      return due.length;
    });
  }

  /** Milliseconds until the next is due, 0 where one is; undefined where there is none. */
  async untilNext(): Promise<number | undefined> {
    const [next] = await this.dataSource.query<{ ms: string | null }[]>(
      `SELECT extract(epoch FROM min(due_at) - service_clock.now()) * 1000 AS ms
       FROM process.deadline WHERE fault IS NULL`,
    );
    return next === undefined || next.ms === null
      ? undefined
      : Math.max(0, Math.ceil(Number(next.ms)));
  }

  private async fire(due: Due): Promise<Fired> {
    const { sender, clock } = this.reacting;
    const now = new Date(clock.now).toISOString();
    const request = requestOf(due.cause, due.send, due.due_at.toISOString(), now);
    try {
      return { due, refusal: await outcomeOf(sender, due.send.category, request) };
    } catch (error) {
      if (maySucceedLater(error)) throw error;
      return { due, fault: reasonOf(error) };
    }
  }

  /** One that fails by a fault of the program stays, out of the way of the others, until it is released. */
  private async store(manager: EntityManager, fired: readonly Fired[]): Promise<void> {
    const rows = fired.map(({ due: { process, key, name }, fault }) => ({
      process,
      key,
      name,
      fault: fault ?? null,
    }));
    const given = `json_to_recordset($1) AS g(process text, key text, name text, fault text)`;
    const same = `d.process = g.process AND d.key = g.key AND d.name = g.name`;
    await manager.query(
      `DELETE FROM process.deadline d USING ${given} WHERE ${same} AND g.fault IS NULL`,
      [JSON.stringify(rows)],
    );
    await manager.query(
      `UPDATE process.deadline d SET fault = g.fault FROM ${given} WHERE ${same} AND g.fault IS NOT NULL`,
      [JSON.stringify(rows)],
    );
    await storeRefusals(
      manager,
      fired.flatMap(({ refusal }) => refusal ?? []),
    );
  }
}

/** Lets the failed deadlines of a key fire after all. @returns whether there were any */
export async function releaseDeadlines(
  dataSource: DataSource,
  process: string,
  key: string,
): Promise<boolean> {
  const [, released] = await dataSource.query<[unknown[], number]>(
    `UPDATE process.deadline SET fault = NULL
     WHERE process = $1 AND key = $2 AND fault IS NOT NULL`,
    [process, key],
  );
  if (released > 0) await dataSource.query(`SELECT pg_notify('${WORK_CHANNEL}', '')`);
  return released > 0;
}

/** A deadline that failed by a fault of the program. */
export interface FailedDeadline {
  readonly process: string;
  readonly key: string;
  readonly name: string;
  readonly dueAt: Date;
  readonly fault: string;
}

/** All that wait for a release, oldest first. */
export function failedDeadlines(dataSource: DataSource): Promise<FailedDeadline[]> {
  return dataSource.query(
    `SELECT process, key, name, due_at AS "dueAt", fault FROM process.deadline
     WHERE fault IS NOT NULL ORDER BY due_at`,
  );
}
