import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore } from '@app/event-store';
import { Lifecycle } from '../lifecycle.js';
import { DatabaseRoom } from './database-room.js';

/** Milliseconds that the database, and the log, may take to answer. */
const PATIENCE = 2_000;

/** Whether the server can do its work; each check is true when all is well. */
export interface Readiness {
  readonly accepting: boolean;
  readonly database: boolean;
  readonly migrations: boolean;
  /** The log answers; in a cluster of EventStoreDB, from the node that leads. */
  readonly log: boolean;
  /** False from when the database says that it is full until a write goes through again. */
  readonly room: boolean;
}

/** Looks whether the server can do its work. */
@Injectable()
export class Health {
  private migrated = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly lifecycle: Lifecycle,
    private readonly store: EventStore,
    private readonly room: DatabaseRoom,
  ) {}

  async readiness(): Promise<Readiness> {
    const accepting = !this.lifecycle.closing;
    const [database, log] = await Promise.all([
      accepting && answers(this.dataSource.query('SELECT 1')),
      accepting && answers(this.store.head()),
    ]);
    const migrations = database && (await this.isMigrated());
    return { accepting, database, migrations, log, room: !this.room.isFull };
  }

  /** What has been migrated stays so: it is asked until it is. */
  private async isMigrated(): Promise<boolean> {
    this.migrated ||= !(await this.dataSource.showMigrations());
    return this.migrated;
  }
}

/** Whether what was asked is answered, and in time. */
async function answers(asked: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>(
    (resolve) => (timer = setTimeout(() => resolve(false), PATIENCE)),
  );
  const answer = asked.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}
