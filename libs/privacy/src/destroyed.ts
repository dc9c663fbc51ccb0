import { randomBytes } from 'node:crypto';
import type { Pool } from '@app/postgres';

/** A name for a key. */
export const newKeyId = (): string => randomBytes(9).toString('base64url');

/** Whose keys are destroyed: the one kind may be given others, the other never. */
export interface Destroyed {
  /** Under these names something else may be sealed later. Default: none. */
  readonly names?: readonly string[];
  /** What is said of these people from now on is not kept. Default: none. */
  readonly people?: readonly string[];
}

/**
 * Destroys keys and notes that it did, on the disk; then writes the table anew, as a deleted row would
 * stand in its file until something else takes its place. One destroys at a time, so that whoever looks
 * for the last time misses none before it. The row of a person stays without a key: whoever is about to
 * make one for them at the same moment finds it, as the table knows each person once.
 */
export async function destroyKeys(
  database: Pool,
  { names = [], people = [] }: Destroyed,
): Promise<void> {
  const client = await database.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL synchronous_commit = on');
    await client.query('LOCK TABLE privacy.destroyed_key IN EXCLUSIVE MODE');
    await client.query(
      `WITH gone AS (DELETE FROM privacy.person_key WHERE person = ANY($1) RETURNING id, person),
            erased AS (
              INSERT INTO privacy.person_key AS k (id, person)
              SELECT * FROM unnest($2::text[], $3::text[])
              ON CONFLICT (person) DO UPDATE SET wrapped = NULL WHERE k.wrapped IS NOT NULL
              RETURNING id, person
            )
       INSERT INTO privacy.destroyed_key (id, person)
       SELECT id, person FROM gone UNION ALL SELECT id, person FROM erased`,
      [names, people.map(newKeyId), people],
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
