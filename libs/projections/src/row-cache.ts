import { LRUCache } from 'lru-cache';
import type { Changes } from './fold.js';
import type { TableFold } from './projection.js';
import { keyOf, rowFrom } from './table.js';

/** Rows of a table that a leader keeps in memory, some kilobytes each. */
const KEPT_ROWS = 1_000;

/** Reads the rows under keys as the driver gives them. */
type Read = (keys: readonly string[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/**
 * A cache of one table's rows as this leader wrote them last. Another process takes over the lease
 * before it writes, and then this leader's writes fail, so a stale row is never stored.
 */
export class RowCache {
  private readonly kept = new LRUCache<string, object>({ max: KEPT_ROWS });

  constructor(
    private readonly fold: TableFold,
    private readonly read: Read,
  ) {}

  /** To be called when the lease is taken anew: others may have written since. */
  forget(): void {
    this.kept.clear();
  }

  /** The rows under these keys: those of the last pages from memory, the others from the table. */
  async load(keys: readonly string[]): Promise<Map<string, object>> {
    const rows = new Map<string, object>();
    const missing: string[] = [];
    for (const key of keys) {
      const row = this.kept.get(key);
      if (row) rows.set(key, row);
      else missing.push(key);
    }
    if (missing.length === 0) return rows;
    for (const record of await this.read(missing)) {
      const row = rowFrom(this.fold, record);
      rows.set(keyOf(this.fold, row), row);
    }
    return rows;
  }

  /** Keeps what was written, except rows that no later event changes: they are never read again. */
  note({ written, removed }: Changes): void {
    if (this.fold.begins === 'always') return;
    for (const row of written) this.kept.set(keyOf(this.fold, row), row);
    for (const key of removed) this.kept.delete(key);
  }
}
