import type { Pool } from '@app/postgres';
import { newKey } from './cipher.js';
import { MasterKeyUnfit, type MasterKey } from './master-key.js';

const OF_INSTALLATION = 'installation';

interface Wrapped {
  readonly wrapped: Buffer;
}

/**
 * The secret from which the keys of the installation's hashes are derived. It is wrapped as the keys of
 * people are, so that a new master key changes no hash; and that it unwraps shows that it is the right one.
 *
 * @throws MasterKeyUnfit it was wrapped by another master key
 */
export async function installationKey(database: Pool, master: MasterKey): Promise<Buffer> {
  const made = master.wrap(newKey(), OF_INSTALLATION);
  await database.query(
    'INSERT INTO privacy.installation_key (wrapped) SELECT $1 WHERE NOT EXISTS (SELECT FROM privacy.installation_key) ON CONFLICT DO NOTHING',
    [made],
  );
  const { rows } = await database.query<Wrapped>('SELECT wrapped FROM privacy.installation_key');
  try {
    return master.unwrap(rows[0]!.wrapped, OF_INSTALLATION);
  } catch (cause) {
    throw new MasterKeyUnfit(
      'the master key is not the one under which the personal data of this database is sealed; nothing was changed',
      { cause },
    );
  }
}
