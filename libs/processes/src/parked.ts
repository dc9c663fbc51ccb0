import type { DataSource, EntityManager } from 'typeorm';
import type { EventStore } from '@app/event-store';
import { WORK_CHANNEL } from './effects.js';
import { leaseName, type Process } from './process.js';
import { handled, reactTo, type Reacting } from './reacting.js';
import { maySucceedLater, reasonOf } from './sender.js';

/** An event that a process could not deal with, and how many of its key wait behind it. */
export interface ParkedStream {
  readonly process: string;
  readonly key: string;
  readonly stream: string;
  readonly position: string;
  readonly type: string;
  readonly fault: string;
  /** Its release has been asked for, and a worker is to take it up. */
  readonly released: boolean;
  readonly waiting: number;
  readonly parkedAt: Date;
}

/** All that is parked, oldest first. Default: of every process. */
export function parkedStreams(dataSource: DataSource, process?: string): Promise<ParkedStream[]> {
  return dataSource.query(
    `SELECT DISTINCT ON (process, key) process, key, stream, position, type, released,
            coalesce(fault, '') AS fault, parked_at AS "parkedAt",
            (count(*) OVER (PARTITION BY process, key) - 1)::integer AS waiting
     FROM process.parked WHERE $1::text IS NULL OR process = $1
     ORDER BY process, key, parked.position`,
    [process ?? null],
  );
}

/** The events that are parked under a key, in their order. */
export function parkedEvents(
  dataSource: DataSource,
  process: string,
  key: string,
): Promise<
  {
    readonly position: string;
    readonly stream: string;
    readonly type: string;
    readonly fault: string | null;
  }[]
> {
  return dataSource.query(
    `SELECT position, stream, type, fault FROM process.parked
     WHERE process = $1 AND key = $2 ORDER BY parked.position`,
    [process, key],
  );
}

/**
 * Asks the workers to take up what is parked under a key. Asked twice it is done once; what fails
 * again is parked again.
 *
 * @returns whether anything is parked there
 */
export async function releaseParked(
  dataSource: DataSource,
  process: string,
  key: string,
): Promise<boolean> {
  const [, released] = await dataSource.query<[unknown[], number]>(
    `UPDATE process.parked SET released = true
     WHERE process = $1 AND position =
       (SELECT min(position) FROM process.parked WHERE process = $1 AND key = $2)`,
    [process, key],
  );
  if (released > 0) await dataSource.query(`SELECT pg_notify('${WORK_CHANNEL}', '')`);
  return released > 0;
}

interface Row {
  readonly position: string;
  readonly key: string;
  readonly stream: string;
  readonly version: number;
}

/** Takes up what was released, for one process. */
export class Releases {
  constructor(
    private readonly process: Process,
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly reacting: Reacting,
  ) {}

  /**
   * One event, if there is a released one; those behind it follow one by one. What comes of it, its
   * going and the release of the next are one transaction, under the lock of the checkpoint.
   *
   * @returns whether there was one
   */
  takeOne(): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const row = await this.claim(manager);
      if (!row) return false;
      const fault = await this.react(manager, row);
      if (fault === undefined) await this.next(manager, row);
      else
        await manager.query(
          `UPDATE process.parked SET released = false, fault = $3 WHERE process = $1 AND position = $2`,
          [this.process.name, row.position, fault],
        );
      return true;
    });
  }

  private async claim(manager: EntityManager): Promise<Row | undefined> {
    const { name } = this.process;
    const look = `SELECT position, key, stream, version FROM process.parked
                  WHERE process = $1 AND released ORDER BY parked.position LIMIT 1`;
    if ((await manager.query<Row[]>(look, [name])).length === 0) return undefined;
    await manager.query('SELECT FROM read_model.projection WHERE name = $1 FOR UPDATE', [
      leaseName(this.process),
    ]);
    const [row] = await manager.query<Row[]>(`${look} FOR UPDATE`, [name]);
    return row;
  }

  /** The fault, where it fails again. @throws whatever may succeed later */
  private async react(manager: EntityManager, row: Row): Promise<string | undefined> {
    const { process, store, reacting } = this;
    const [recorded] = await store.readStream(row.stream, { from: row.version, limit: 1 });
    const event = recorded && handled(process, recorded);
    // A mend may have ended that the process handles such events.
    if (!event) return undefined;
    const [found] = await manager.query<{ state: unknown }[]>(
      'SELECT state FROM process.state WHERE process = $1 AND key = $2',
      [process.name, row.key],
    );
    const before = found ? found.state : process.initialState;
    try {
      const { effects } = await reactTo(process, { key: row.key, event, before }, reacting);
      await effects.store(manager);
      return undefined;
    } catch (error) {
      if (maySucceedLater(error) || isOfDatabase(error)) throw error;
      return reasonOf(error);
    }
  }

  private async next(manager: EntityManager, { position, key }: Row): Promise<void> {
    await manager.query('DELETE FROM process.parked WHERE process = $1 AND position = $2', [
      this.process.name,
      position,
    ]);
    await manager.query(
      `UPDATE process.parked SET released = true WHERE process = $1 AND position =
         (SELECT min(position) FROM process.parked WHERE process = $1 AND key = $2)`,
      [this.process.name, key],
    );
  }
}

/** Said by the driver: the transaction is lost with it, and nothing can be noted in it. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && 'driverError' in error;
}
