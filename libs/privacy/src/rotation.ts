import { Client } from '@app/postgres';
import { MasterKey, MasterKeyUnfit } from './master-key.js';
import type { PrivacyOptions } from './privacy.js';

/** Keys that are wrapped anew at a time. */
const BATCH = 1_000;

interface Row {
  readonly id: string;
  readonly wrapped: Buffer;
}

/**
 * Wraps every key under another master key, all or none; no event and no index is touched, as the keys
 * stay what they are. No service may run meanwhile: it would not read what it finds.
 *
 * @param next the new master key, 32 bytes
 * @returns how many keys of people there are
 * @throws MasterKeyUnfit the present one is not that of the database; nothing was changed
 */
export async function rotateMasterKey(
  { databaseUrl, masterKey }: PrivacyOptions,
  next: Uint8Array,
): Promise<number> {
  const [from, to] = [new MasterKey(masterKey), new MasterKey(next)];
  const anew = ({ id, wrapped }: Row) => to.wrap(from.unwrap(wrapped, id), id);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE privacy.installation_key, privacy.person_key IN EXCLUSIVE MODE');
    const { rows } = await client.query<Row>(
      `SELECT 'installation' AS id, wrapped FROM privacy.installation_key`,
    );
    if (!rows[0]) throw new MasterKeyUnfit('nothing is sealed in this database yet');
    await client.query('UPDATE privacy.installation_key SET wrapped = $1', [anew(rows[0])]);
    const count = await rewrapAll(client, anew);
    await client.query('COMMIT');
    await client.query('VACUUM (FULL) privacy.installation_key');
    await client.query('VACUUM (FULL, ANALYZE) privacy.person_key');
    return count;
  } finally {
    // What was not committed is rolled back with it.
    await client.end();
  }
}

async function rewrapAll(client: Client, anew: (row: Row) => Buffer): Promise<number> {
  let count = 0;
  for (let after = ''; ;) {
    const { rows } = await client.query<Row>(
      'SELECT id, wrapped FROM privacy.person_key WHERE id > $1 AND wrapped IS NOT NULL ORDER BY id LIMIT $2',
      [after, BATCH],
    );
    const last = rows.at(-1);
    if (!last) return count;
    await client.query(
      `UPDATE privacy.person_key AS k SET wrapped = anew.wrapped
       FROM unnest($1::text[], $2::bytea[]) AS anew(id, wrapped) WHERE k.id = anew.id`,
      [rows.map(({ id }) => id), rows.map(anew)],
    );
    count += rows.length;
    after = last.id;
  }
}
