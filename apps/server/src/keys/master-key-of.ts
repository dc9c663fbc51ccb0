import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from '@app/postgres';
import { masterKeyFrom, MasterKeyUnfit } from '@app/privacy';
import { EnvironmentError } from '../environment.js';
import { dataDirOf, type ServerOptions } from '../server-options.js';

const LOST =
  'MASTER_KEY 未设置，密钥文件也不存在，而此数据库中的个人数据已用主密钥封存：请找回主密钥，未作任何改动 / personal data in this database is sealed under a master key that is neither in MASTER_KEY or MASTER_KEY_FILE nor in';

/**
 * The master key of an installation: the one that is given, else the one in its directory, which is made
 * at the first start.
 *
 * @throws EnvironmentError there is none, though what the database holds was sealed under one
 */
export async function masterKeyOf(
  options: Pick<ServerOptions, 'databaseUrl' | 'dataDir' | 'masterKey'>,
): Promise<Uint8Array> {
  if (options.masterKey) return options.masterKey;
  const file = masterKeyFile(dataDirOf(options));
  const kept = await keptMasterKey(dataDirOf(options));
  if (kept) return kept;
  if (await isSealed(options.databaseUrl))
    throw new EnvironmentError(`${LOST} ${file}; nothing was changed`);
  await mkdir(dataDirOf(options), { recursive: true });
  // Of two that start together the second takes the first one's.
  await writeFile(file, `${randomBytes(32).toString('hex')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await chmod(file, 0o600);
  return (await keptMasterKey(dataDirOf(options)))!;
}

/** The one that was left in an installation's directory; undefined where there is none. */
export async function keptMasterKey(dataDir: string): Promise<Uint8Array | undefined> {
  const file = masterKeyFile(dataDir);
  try {
    return masterKeyFrom(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof MasterKeyUnfit) throw new EnvironmentError(`${file}: ${error.message}`);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function masterKeyFile(dataDir: string): string {
  return join(dataDir, 'master-key');
}

/** Whether anything in a database is sealed, or was prepared to be. */
export async function isSealed(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      `SELECT WHERE to_regclass('privacy.installation_key') IS NOT NULL`,
    );
    if (tables.length === 0) return false;
    const { rows } = await client.query('SELECT FROM privacy.installation_key');
    return rows.length > 0;
  } finally {
    await client.end();
  }
}
