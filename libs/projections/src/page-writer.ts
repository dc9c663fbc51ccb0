import type { ClientBase, Pool, QueryResultRow } from 'pg';
import type { Page } from '@app/event-store';
import type { Checkpoint } from './checkpoint.js';
import { columnValues } from './column-values.js';
import { Fenced } from './errors.js';
import { foldPage, keysToLoad, relevant, type Changes } from './fold.js';
import { RowCache } from './row-cache.js';
import { tablesOf, type Projection, type TableFold } from './projection.js';
import type { Sealing } from './sealing.js';
import { tableSql, type Places, type TableSql } from './table.js';

interface Moved {
  readonly moved: number;
}

interface PageWriterOptions {
  /** Default: those of the running projections. */
  readonly places?: Places;
  readonly sealing: Sealing;
}

/** Folds pages into the tables of one projection, for whoever leads it. */
export class PageWriter {
  private readonly sealing: Sealing;
  private readonly sql: TableSql;
  private readonly tables: readonly TableFold[];
  private readonly known: readonly RowCache[];

  constructor(
    private readonly projection: Projection,
    private readonly database: Pool | ClientBase,
    /** How long the lease holds on after each page. */
    private readonly leaseSeconds: number,
    { places, sealing }: PageWriterOptions,
  ) {
    this.sealing = sealing;
    this.sql = tableSql(projection, places);
    this.tables = tablesOf(projection);
    this.known = this.tables.map(
      (table, index) =>
        new RowCache(table, (keys) => this.run(`load-${index}`, this.sql.load[index]!, [keys])),
    );
  }

  /** To be called when the lease is taken anew: others may have written since. */
  forget(): void {
    for (const table of this.known) table.forget();
  }

  /**
   * One page: load the rows that it touches, fold, then write them together with the checkpoint. A
   * page that the tables need nothing of costs nothing: the checkpoint stays behind until the lease
   * is renewed or the next row is written.
   *
   * @throws Fenced the checkpoint is not where it was stored last, or the lease is another's; nothing was written
   */
  async write(page: Page, checkpoint: Checkpoint): Promise<void> {
    const { projection } = this;
    const events = relevant(projection, page.events);
    if (events.length === 0) return;
    if (events.some(({ type }) => type === projection.forgetsAt)) this.sealing.forget();
    const keys = keysToLoad(projection, events);
    const before = await Promise.all(
      this.known.map((table, index) => table.load(keys[index] ?? [])),
    );
    const changes = foldPage(projection, before, events);
    const moved = await checkpoint.move(async (from, epoch) => {
      const to = page.scannedTo;
      const { leaseSeconds } = this;
      const step = [to.toString(), leaseSeconds, projection.name, from.toString(), epoch];
      return (await this.flush(changes, step)) ? to : undefined;
    });
    if (!moved) throw new Fenced(projection.name);
    this.known.forEach((table, index) => table.note(changes[index]!));
  }

  /** All tables and the checkpoint in one statement; whether the checkpoint was where it had to be. */
  private async flush(
    changes: readonly Changes[],
    checkpoint: readonly unknown[],
  ): Promise<boolean> {
    const rows = await Promise.all(
      this.tables.map((table, nth) => this.values(table, changes[nth]!.written)),
    );
    const removed = changes.map((change) => change.removed);
    const statement = removed.some(({ length }) => length > 0) ? 'flushRemoving' : 'flush';
    const keys = statement === 'flushRemoving' ? removed : [];
    const values = [...checkpoint, ...rows.flat(), ...keys];
    const [answer] = await this.run<Moved>(statement, this.sql[statement], values);
    return answer?.moved === 1;
  }

  /** Only what is derived of a row asks for what is sealed in it. */
  private async values(table: TableFold, rows: readonly object[]): Promise<string[]> {
    const { words } = this.sealing;
    const open = table.derived ? await this.sealing.opened(rows) : rows;
    return columnValues(table, rows, { open, words });
  }

  /** By name, so that the server plans a statement that comes with every page once for each connection. */
  private async run<Record extends QueryResultRow>(
    statement: string,
    text: string,
    values: unknown[],
  ): Promise<Record[]> {
    const { rows } = await this.database.query<Record>({
      name: `${this.projection.name}-${statement}`,
      text,
      values,
    });
    return rows;
  }
}
