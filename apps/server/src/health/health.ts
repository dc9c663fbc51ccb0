import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Lifecycle } from '../lifecycle.js';

/** Milliseconds that the database may take to answer. */
const PATIENCE = 2_000;

/** Whether the server can do its work; each check is true when all is well. */
export interface Readiness {
  readonly accepting: boolean;
  readonly database: boolean;
  readonly migrations: boolean;
}

/** Looks whether the server can do its work. */
@Injectable()
export class Health {
  private migrated = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly lifecycle: Lifecycle,
  ) {}

  async readiness(): Promise<Readiness> {
    const accepting = !this.lifecycle.closing;
    const database = accepting && (await this.databaseAnswers());
    return { accepting, database, migrations: database && (await this.isMigrated()) };
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>(
      (resolve) => (timer = setTimeout(() => resolve(false), PATIENCE)),
    );
    const answer = this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
  }

  /** What has been migrated stays so: it is asked until it is. */
  private async isMigrated(): Promise<boolean> {
    this.migrated ||= !(await this.dataSource.showMigrations());
    return this.migrated;
  }
}
