import type { DataSource, EntityManager } from 'typeorm';
import { isUnknown, type WorkingTime } from '@app/kernel';
import { timeOf, type PublishedYears } from './working-time.js';

/** Waiting deadlines that one worker sets at a time. */
const SET = 500;

interface Waiting {
  readonly process: string;
  readonly key: string;
  readonly name: string;
  readonly working_time: WorkingTime;
}

/** Sets the deadlines that waited for a year of the working calendar, once it is published. */
export class AwaitedYears {
  constructor(
    private readonly dataSource: DataSource,
    private readonly published: PublishedYears,
  ) {}

  /** One look at the index where nothing waits. */
  async setPublished(): Promise<void> {
    for (let year = await this.awaitedAfter(''); year !== null;) {
      if (await this.published(year)) while ((await this.setSome(year)) === SET) continue;
      year = await this.awaitedAfter(year);
    }
  }

  private async awaitedAfter(year: string): Promise<string | null> {
    const [found] = await this.dataSource.query<{ next: string | null }[]>(
      'SELECT min(awaited_year) AS next FROM process.deadline WHERE awaited_year > $1',
      [year],
    );
    return found?.next ?? null;
  }

  /** What reaches into the next year may wait for that one then. @returns how many there were */
  private setSome(year: string): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const waiting = await manager.query<Waiting[]>(
        `SELECT process, key, name, working_time FROM process.deadline WHERE awaited_year = $1
         ORDER BY process, key, name LIMIT ${SET} FOR UPDATE SKIP LOCKED`,
        [year],
      );
      if (waiting.length > 0) await this.store(manager, waiting);
      return waiting.length;
    });
  }

  private async store(manager: EntityManager, waiting: readonly Waiting[]): Promise<void> {
    const rows = await Promise.all(
      waiting.map(async ({ working_time: time, ...id }) => {
        const due = await timeOf(time, this.published);
        return isUnknown(due)
          ? { ...id, due_at: 'infinity', awaited_year: due.unknownYear, working_time: time }
          : { ...id, due_at: due, awaited_year: null, working_time: null };
      }),
    );
    await manager.query(
      `UPDATE process.deadline d SET due_at = s.due_at, awaited_year = s.awaited_year,
         working_time = CASE WHEN s.awaited_year IS NOT NULL THEN s.working_time END
       FROM json_to_recordset($1) AS s(process text, key text, name text, due_at timestamptz,
         awaited_year text, working_time json)
       WHERE d.process = s.process AND d.key = s.key AND d.name = s.name`,
      [JSON.stringify(rows)],
    );
  }
}
