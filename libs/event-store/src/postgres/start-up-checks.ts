import { StoreUnfit } from '../errors.js';
import type { Connection } from './connection.js';

/** Settings with which the server may lose what it has acknowledged. */
const DURABILITY = `
  SELECT name FROM pg_settings
   WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'`;

/** @throws StoreUnfit acknowledged events could be lost when the machine fails */
export async function checkDurability(connection: Connection): Promise<void> {
  const { rows } = await connection.query<[string]>({ text: DURABILITY });
  if (rows.length === 0) return;
  const names = rows.map(([name]) => name).join(', ');
  throw new StoreUnfit(`the database could lose acknowledged events: ${names} is off`);
}

/** @throws StoreUnfit the schema is not installed */
export async function readLogId(connection: Connection): Promise<string> {
  const { rows: found } = await connection.query<[boolean]>({
    text: `SELECT to_regclass('event_store.log') IS NOT NULL`,
  });
  if (!found[0]![0])
    throw new StoreUnfit('the database has no event store; its migrations were not run');
  const { rows } = await connection.query<[string]>({ text: `SELECT log_id FROM event_store.log` });
  return rows[0]![0];
}
