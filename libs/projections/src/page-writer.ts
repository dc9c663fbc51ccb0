import { LRUCache } from 'lru-cache';
import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { Page } from '@app/event-store';
import { Fenced } from './errors.js';
import { foldPage, keysToLoad, relevant } from './fold.js';
import type { Lease } from './lease.js';
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
    private readonly dataSource: DataSource,
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
   * @param from up to where everything is folded in
   * @returns whether the checkpoint was moved
   * @throws Fenced it stands after `from`, or the lease is another's; nothing was written
   */
  async write(page: Page, from: bigint, lease: Lease): Promise<boolean> {
    const { projection } = this;
    const events = relevant(projection, page.events);
    if (events.length === 0) return false;
    const { written, removed } = foldPage(
      projection,
      await this.load(keysToLoad(projection, events)),
      events,
    );
    const values = [
      page.scannedTo.toString(),
      this.leaseSeconds,
      projection.name,
      from.toString(),
      lease.epoch,
      rowsAsJson(projection, written),
    ];
    const [{ moved } = { moved: 0 }] = await (removed.length === 0
      ? this.run<Moved>('flush', values)
      : this.run<Moved>('flushRemoving', [...values, removed]));
    if (moved === 0) throw new Fenced(projection.name);
    for (const row of written) this.kept.set(keyOf(projection, row), row);
    for (const key of removed) this.kept.delete(key);
    return true;
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
    const { master } = this.dataSource.driver as unknown as { readonly master: Pool };
    const { rows } = await master.query<Record>({
      name: `${this.projection.name}-${statement}`,
      text: this.sql[statement],
      values,
    });
    return rows;
  }
}
