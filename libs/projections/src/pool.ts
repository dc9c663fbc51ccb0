import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '@app/internals/src/data-source-pool.js';

/** How many connections of a pool have been opened and how many have ended, so far. */
export interface Turnover {
  opened: number;
  ended: number;
}

const turnovers = new WeakMap<Pool, Turnover>();

/**
 * The turnover of a data source's connections, counted from the first call on. While none is opened,
 * whatever is read stands behind connections that were there before; and a database that crashes ends
 * them all.
 */
export function turnoverOf(dataSource: DataSource): Readonly<Turnover> {
  const pool = poolOf(dataSource);
  const known = turnovers.get(pool);
  if (known) return known;
  const counted: Turnover = { opened: 0, ended: 0 };
  turnovers.set(pool, counted);
  pool.on('connect', () => counted.opened++);
  pool.on('remove', () => counted.ended++);
  return counted;
}
