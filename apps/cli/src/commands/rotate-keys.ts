import { hostname } from 'node:os';
import type { Bilingual } from '@app/kernel';
import { NotPossible } from '@app/kernel';
import { masterKeyFrom, rotateMasterKey } from '@app/privacy';
import { Client } from '@app/postgres';
import { readSecret } from '../../../server/src/environment.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { masterKeyOfInstallation, onInstallation, type Where } from '../installation.js';
import { json, type Output } from '../output.js';

/**
 * Wraps the keys of people under a new master key, while no service runs.
 *
 * @param file with the new master key
 * @throws NotPossible `service-runs`: a service would not read what it finds then
 */
export function runRotateKeys(
  file: string,
  where: Where,
  output: Output,
  options: { json?: boolean },
): Promise<ExitCode> {
  const next = masterKeyFrom(readSecret('--new-master-key-file', file).toString('utf8'));
  return onInstallation(where, async ({ url }) => {
    await refuseRunning(url);
    const masterKey = await masterKeyOfInstallation(where);
    const keys = await rotateMasterKey({ databaseUrl: url, masterKey }, next);
    output.result(options.json ? json({ keys }) : said(keys)[output.language]);
    return EXIT.ok;
  });
}

function said(keys: number): Bilingual {
  return {
    zh: `${keys} 把密钥已改用新的主密钥封存；请以新的主密钥启动服务，旧的在旧备份到期前仍须保存`,
    en: `${keys} keys are wrapped under the new master key; start the service with it, and keep the old one for as long as older backups`,
  };
}

/** Whoever leads a projection is a service at work. */
async function refuseRunning(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: `rotate ${hostname()}` });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'service-centre keys'`,
    );
    if (rows.length === 0) return;
  } finally {
    await client.end();
  }
  throw new NotPossible('service-runs', {
    zh: '服务仍在运行：请先停止全部进程',
    en: 'a service is running: stop all of its processes first',
  });
}
