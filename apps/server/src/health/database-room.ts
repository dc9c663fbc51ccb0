import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isDatabaseUnreachable, isDatabaseFull, onDatabaseFull } from '@app/postgres';

/** Of a database that stays full, one line in so many milliseconds. */
const QUIET_MS = 60_000;

/** Milliseconds from one try to the next, whether there is room again. */
const AGAIN_MS = 2_000;

/** Bytes that are tried: more than mostly lie free in the pages of a table, and little beside what would fill a disk. */
const TRIED_BYTES = 64 * 1024;

/** What grows: the log and the files. Nothing of it stays, and no position or name of others is taken. */
const TRIALS = [
  `INSERT INTO event_store.events
   VALUES (-(1 + random() * 1e15)::bigint, 'trial-' || gen_random_uuid(), 1, gen_random_uuid(),
           'Trial', 1, to_json($1::text), '{}', clock_timestamp())`,
  `INSERT INTO files.file (hash, media_type, bytes, stored_by)
   VALUES (encode(sha256($1::text::bytea), 'hex'), 'trial', $1::text::bytea, 'trial')`,
];

/**
 * Whether the database has room to write. It is taken to have until it says otherwise to anybody in
 * this process; from then on a write that is undone is tried until one goes through. The operator's
 * log says when it began, once a minute while it lasts, and when it is over.
 */
@Injectable()
export class DatabaseRoom implements OnModuleDestroy {
  /** Times that the database refused for want of room, the tries among them. */
  refusals = 0;
  private readonly logger = new Logger('Database');
  private readonly stopListening = onDatabaseFull((code) => this.refused(code));
  private toldAt: number | undefined;
  private nextTry: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  get isFull(): boolean {
    return this.nextTry !== undefined;
  }

  onModuleDestroy(): void {
    this.stopListening();
    clearTimeout(this.nextTry);
  }

  private refused(code: string): void {
    this.refusals++;
    if (!this.isFull) this.tryLater();
    if (this.toldAt !== undefined && performance.now() - this.toldAt < QUIET_MS) return;
    this.toldAt = performance.now();
    this.logger.error({ message: 'database full', code, refusals: this.refusals });
  }

  private tryLater(): void {
    this.nextTry = setTimeout(() => void this.tryAgain(), AGAIN_MS).unref();
  }

  private async tryAgain(): Promise<void> {
    if (!(await this.takesMore())) return this.tryLater();
    this.nextTry = undefined;
    this.toldAt = undefined;
    this.logger.log({ message: 'database has room again', refusals: this.refusals });
  }

  /** What it refuses for other reasons, such as a missing right, says nothing of its room. */
  private async takesMore(): Promise<boolean> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const bytes = randomBytes(TRIED_BYTES).toString('base64');
      for (const trial of TRIALS) await runner.query(trial, [bytes]);
      return true;
    } catch (error) {
      return !isDatabaseFull(error) && !isDatabaseUnreachable(error);
    } finally {
      // Where the session is lost, the server undoes it.
      await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    }
  }
}
