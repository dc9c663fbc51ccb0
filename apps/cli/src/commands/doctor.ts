import { statfs } from 'node:fs/promises';
import { settingOf } from '@app/clock';
import type { Bilingual, Language } from '@app/kernel';
import { Projections, type ProjectionStatus } from '@app/projections';
import { projections } from '../../../server/src/declared.js';
import { Client } from '@app/postgres';
import { createDataSource } from '../../../server/src/database/data-source.js';
import { pendingMigrations } from '../../../server/src/database/migrate.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onInstallation, openLog, type Installation, type Where } from '../installation.js';
import { json, table, type Output } from '../output.js';
import { sampleReadModels, type Found } from './read-models.js';

interface Check {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'failed' | 'pending' | 'unguarded';
  readonly detail: string;
}

/** A difference between the two clocks beyond which commands would be refused as ahead, in seconds. */
const SKEW = 60;

/** From here on a projection is not merely resting, in seconds. */
const LATE = 60;

const WAS_SET: Bilingual = {
  zh: '这是演示或试用的时钟，已拨动 … 秒；正式运行请换一个数据库',
  en: 'one for demonstrations or tests, set by … s; use another database in earnest',
};

/** A process that has the role `api` alone leads nothing. */
const WHY_NONE = ': none runs (see ROLES), or it fails (see its log)';

/** Looks at everything that the installation stands on. */
export function runDoctor(
  where: Where,
  output: Output,
  options: { json?: boolean },
): Promise<ExitCode> {
  return onInstallation(where, async (installation) => {
    const checks = await examine(installation, where, output.language);
    const rows = checks.map(({ check, state, detail }) => [check, state, detail]);
    output.result(options.json ? json(checks) : table(rows));
    const some = (wanted: Check['state']) => checks.some(({ state }) => state === wanted);
    if (some('unguarded')) return EXIT.pending;
    if (some('failed')) return EXIT.error;
    return some('pending') ? EXIT.pending : EXIT.ok;
  });
}

async function examine(
  installation: Installation,
  where: Where,
  language: Language,
): Promise<Check[]> {
  const { url, from, dataDir } = installation;
  const checks: Check[] = [
    { check: 'database', state: 'ok', detail: `${redacted(url)} (${from})` },
    await diskCheck(dataDir),
  ];
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    return [...checks, { check: 'reachable', state: 'failed', detail: String(error) }];
  }
  try {
    checks.push(...(await serverChecks(client)), await clockCheck(client));
    if (!where.eventStoreDb) checks.push(...(await guardCheck(client)));
  } finally {
    await client.end();
  }
  const pending = await pendingMigrations(url);
  if (pending.length > 0)
    return [...checks, { check: 'migrations', state: 'pending', detail: pending.join(', ') }];
  return [
    ...checks,
    { check: 'migrations', state: 'ok', detail: 'none pending' },
    ...(await settingCheck(url, language)),
    ...(await logChecks(url, where, language)),
  ];
}

/** Without these on, what was acknowledged can be lost; without UTF-8, names cannot be kept. */
async function serverChecks(client: Client): Promise<Check[]> {
  const wanted: Readonly<Record<string, string | undefined>> = {
    server_version: undefined,
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    server_encoding: 'UTF8',
  };
  const { rows } = await client.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name = ANY ($1)
     UNION ALL SELECT 'ctype', datctype FROM pg_database WHERE datname = current_database()`,
    [Object.keys(wanted)],
  );
  return rows.map(({ name, setting }) => {
    const expected = wanted[name];
    const fits = expected === undefined || setting === expected;
    return {
      check: name,
      state: fits ? 'ok' : 'failed',
      detail: fits ? setting : `${setting}; should be ${expected}`,
    };
  });
}

/** Without its trigger, whoever has the rights could change the past; `migrate` does not set it anew. */
async function guardCheck(client: Client): Promise<Check[]> {
  const { rows } = await client.query<{ enabled: string | null }>(
    `SELECT (SELECT tgenabled FROM pg_trigger
             WHERE tgrelid = events AND tgname = 'events_append_only' AND NOT tgisinternal) AS enabled
     FROM to_regclass('event_store.events') AS events WHERE events IS NOT NULL`,
  );
  return rows.map(({ enabled }) => {
    const check = 'append-only trigger';
    if (enabled === 'A') return { check, state: 'ok', detail: 'refuses every change of the past' };
    const fault =
      enabled === null ? 'missing' : enabled === 'D' ? 'disabled' : 'not always enabled';
    return {
      check,
      state: 'unguarded',
      detail: `events_append_only is ${fault}: the past can be changed`,
    };
  });
}

async function clockCheck(client: Client): Promise<Check> {
  const before = Date.now();
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const ahead = (rows[0]!.now.getTime() - (before + Date.now()) / 2) / 1_000;
  // Rounded so that a hair's breadth behind does not read as -0.00.
  const skew = Math.round(ahead * 100) / 100 || 0;
  const state = Math.abs(skew) > SKEW ? 'failed' : 'ok';
  return {
    check: 'clock',
    state,
    detail: `the database's is ${skew.toFixed(2)} s ahead of this machine's`,
  };
}

/** A clock that was set is no fault of a demonstration, and one of everything else. */
async function settingCheck(url: string, language: Language): Promise<Check[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const ahead = await settingOf(client);
    if (ahead === undefined) return [];
    const detail = WAS_SET[language].replace('…', String(ahead / 1_000));
    return [{ check: 'service clock', state: 'warning', detail }];
  } finally {
    await client.end();
  }
}

async function diskCheck(directory: string): Promise<Check> {
  try {
    const { bavail, blocks, bsize } = await statfs(directory);
    const free = (bavail * bsize) / 1024 ** 3;
    const state = bavail / blocks < 0.05 ? 'warning' : 'ok';
    return { check: 'disk', state, detail: `${free.toFixed(1)} GiB free at ${directory}` };
  } catch (error) {
    return { check: 'disk', state: 'warning', detail: (error as Error).message };
  }
}

async function logChecks(url: string, where: Where, language: Language): Promise<Check[]> {
  const store = await openLog(url, where).catch((error: unknown) => String(error));
  if (typeof store === 'string') return [{ check: 'log', state: 'failed', detail: store }];
  const dataSource = await createDataSource(url, {
    poolSize: 2,
    applicationName: 'service-centre-doctor',
  }).initialize();
  try {
    const all = new Projections(dataSource, store, projections, { owner: 'doctor', run: false });
    const stands = (await all.status()).map((status) => projectionCheck(status, store.logId));
    return [
      { check: 'log', state: 'ok', detail: `${store.logId}, head ${await store.head()}` },
      ...stands,
      ...(await sampleReadModels(url, store)).map((found) => rowsCheck(found, language)),
    ];
  } finally {
    await dataSource.destroy();
    await store.close();
  }
}

/** One that is behind though nobody leads it stands still; why, only its server knows. */
function projectionCheck(
  { name, position, logId, lagEvents, lagSeconds, lease }: ProjectionStatus,
  log: string,
): Check {
  if (logId && logId !== log) {
    const detail = `holds rows of the log ${logId}, not of this one: rebuild it`;
    return { check: `projection ${name}`, state: 'failed', detail };
  }
  const stuck = lagEvents > 0 && !lease;
  const detail = [
    `at ${position}, ${lagEvents} events behind`,
    lease ? `led by ${lease.owner}` : `no worker leads it${stuck ? WHY_NONE : ''}`,
    ...(lease && lagSeconds > LATE ? ["slow or failing: see the server's log"] : []),
  ].join(', ');
  const state = stuck || lagSeconds > LATE ? 'warning' : 'ok';
  return { check: `projection ${name}`, state, detail };
}

const SAMPLED: Bilingual = {
  zh: '抽查；全部核对用 verify --read-models',
  en: 'sampled; verify --read-models looks at all',
};

/** Rows are looked at by sample here: the log may be long. */
function rowsCheck({ projection, state, says }: Found, language: Language): Check {
  const check = `rows of ${projection}`;
  if (state === 'ok') return { check, state, detail: `${says[language]} (${SAMPLED[language]})` };
  return { check, state: state === 'failed' ? state : 'warning', detail: says[language] };
}

/** The URL without its password. */
function redacted(text: string): string {
  const url = new URL(text);
  if (url.password) url.password = '***';
  return url.href;
}
