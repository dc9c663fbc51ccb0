import type { Pool } from '@app/postgres';

/**
 * Deletes the keys of these people and notes that it did, on the disk; then writes the table anew, as a
 * deleted row would stand in its file until something else takes its place. One destroys at a time, so
 * that whoever looks for the last time misses none before it.
 */
export async function destroyKeys(database: Pool, people: readonly string[]): Promise<void> {
  const client = await database.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL synchronous_commit = on');
    await client.query('LOCK TABLE privacy.destroyed_key IN EXCLUSIVE MODE');
    await client.query(
      `WITH gone AS (DELETE FROM privacy.person_key WHERE person = ANY($1) RETURNING id, person)
       INSERT INTO privacy.destroyed_key (id, person) SELECT id, person FROM gone`,
      [people],
    );
    await client.query('COMMIT');
    await client.query('VACUUM (FULL, ANALYZE) privacy.person_key');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** When a key was destroyed last, as text; null where none ever was. */
export async function lastDestroyed(database: Pool): Promise<string | null> {
  const { rows } = await database.query<{ last: string | null }>({
    name: 'last-destroyed-key',
    text: 'SELECT max(destroyed_at)::text AS last FROM privacy.destroyed_key',
  });
  return rows[0]!.last;
}
