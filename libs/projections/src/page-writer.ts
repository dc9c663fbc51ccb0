import { LRUCache } from 'lru-cache';
import type { ClientBase, Pool, QueryResultRow } from 'pg';
import type { Page } from '@app/event-store';
import type { Checkpoint } from './checkpoint.js';
import { Fenced } from './errors.js';
import { foldPage, keysToLoad, relevant, type Changes } from './fold.js';
import type { Projection } from './projection.js';
import { keyOf, rowFrom, rowsAsJson, tableSql, type TableSql } from './table.js';

/** Rows that a leader keeps in memory, some kilobytes each. */
const KEPT_ROWS = 1_000;

interface Moved {
  readonly moved: number;
}

/** Folds pages into the table of one projection, for whoever leads it. */
export class PageWriter<Row extends object> {
  private readonly sql: TableSql;
  /** Rows as they were written last. Whoever else writes them fences this writer off first. */
  private readonly kept = new LRUCache<string, Row>({ max: KEPT_ROWS });

  constructor(
    private readonly projection: Projection<Row>,
    private readonly database: Pool | ClientBase,
    /** How long the lease holds on after each page. */
    private readonly leaseSeconds: number,
  ) {
    this.sql = tableSql(projection);
  }

  /** To be called when the lease is taken anew: others may have written since. */
  forget(): void {
    this.kept.clear();
  }

  /**
   * One page: load the rows that it touches, fold, then write them together with the checkpoint. A
   * page that the table needs nothing of costs nothing: the checkpoint stays behind until the lease
   * is renewed or the next row is written.
   *
   * @throws Fenced the checkpoint is not where it was stored last, or the lease is another's; nothing was written
   */
  async write(page: Page, checkpoint: Checkpoint): Promise<void> {
    const { projection } = this;
    const events = relevant(projection, page.events);
    if (events.length === 0) return;
    const changes = foldPage(projection, await this.load(keysToLoad(projection, events)), events);
    const moved = await checkpoint.move(async (from, epoch) => {
      const flushed = await this.flush(changes, { from, to: page.scannedTo, epoch });
      return flushed ? page.scannedTo : undefined;
    });
    if (!moved) throw new Fenced(projection.name);
    for (const row of changes.written) this.kept.set(keyOf(projection, row), row);
    for (const key of changes.removed) this.kept.delete(key);
  }

  private async flush(
    { written, removed }: Changes<Row>,
    { from, to, epoch }: { readonly from: bigint; readonly to: bigint; readonly epoch: string },
  ): Promise<boolean> {
    const values = [
      to.toString(),
      this.leaseSeconds,
      this.projection.name,
      from.toString(),
      epoch,
      rowsAsJson(this.projection, written),
    ];
    const [answer] = await (removed.length === 0
      ? this.run<Moved>('flush', values)
      : this.run<Moved>('flushRemoving', [...values, removed]));
    return answer?.moved === 1;
  }

  /** The rows under these keys: those of the last pages from memory, the others from the table. */
  private async load(keys: readonly string[]): Promise<Map<string, Row>> {
    const rows = new Map<string, Row>();
    const missing: string[] = [];
    for (const key of keys) {
      const row = this.kept.get(key);
      if (row) rows.set(key, row);
      else missing.push(key);
    }
    if (missing.length === 0) return rows;
    for (const record of await this.run('load', [missing])) {
      const row = rowFrom(this.projection, record);
      rows.set(keyOf(this.projection, row), row);
    }
    return rows;
  }

  /** By name, so that the server plans a statement that comes with every page once for each connection. */
  private async run<Record extends QueryResultRow>(
    statement: 'load' | 'flush' | 'flushRemoving',
    values: unknown[],
  ): Promise<Record[]> {
    const { rows } = await this.database.query<Record>({
      name: `${this.projection.name}-${statement}`,
      text: this.sql[statement],
      values,
    });
    return rows;
  }
}
