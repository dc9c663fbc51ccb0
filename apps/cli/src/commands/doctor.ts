import { sampleLog } from '@app/audit';
import { yearIsMissing } from '@app/calendar';
import { settingOf } from '@app/clock';
import type { Bilingual } from '@app/kernel';
import { Projections } from '@app/projections';
import { contextsOn, projections } from '../../../server/src/declared.js';
import { Client } from '@app/postgres';
import { createDataSource } from '../../../server/src/database/data-source.js';
import { pendingMigrations } from '../../../server/src/database/migrate.js';
import { missingCalendar } from '../../../server/src/health/missing-calendar.js';
import { mailStatus } from '../../../server/src/mail/mail-status.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { onInstallation, openLog, type Installation, type Where } from '../installation.js';
import { json, table, type Output } from '../output.js';
import { redacted, unreachable } from '../unreachable.js';
import {
  clockCheck,
  diskCheck,
  guardCheck,
  mailCheck,
  same,
  serverChecks,
  type Check,
} from './doctor-checks.js';
import { projectionCheck } from './doctor-projections.js';
import { sampleReadModels, type Found } from './read-models.js';

const WAS_SET: Bilingual = {
  zh: '这是演示或试用的时钟，已拨动 … 秒；正式运行请换一个数据库',
  en: 'one for demonstrations or tests, set by … s; use another database in earnest',
};

const PUBLISHED: Bilingual = { zh: '已公布', en: 'published' };

const STATES: Readonly<Record<Check['state'], Bilingual>> = {
  ok: { zh: '正常', en: 'ok' },
  warning: { zh: '注意', en: 'warning' },
  failed: { zh: '失败', en: 'failed' },
  pending: { zh: '待迁移', en: 'pending' },
  unguarded: { zh: '未受保护', en: 'unguarded' },
};

const FROM: Readonly<Record<Installation['from'], Bilingual>> = {
  environment: { zh: '由环境变量指定', en: 'environment' },
  'running service': { zh: '运行中的服务', en: 'running service' },
  started: { zh: '为此启动', en: 'started' },
};

/** Looks at everything that the installation stands on. */
export function runDoctor(
  where: Where,
  output: Output,
  options: { json?: boolean },
): Promise<ExitCode> {
  return onInstallation(where, async (installation) => {
    const checks = await examine(installation, where);
    const { language } = output;
    const said = checks.map((each) => ({ ...each, detail: each.detail[language] }));
    const rows = said.map(({ check, state, detail }) => [check, STATES[state][language], detail]);
    output.result(options.json ? json(said) : table(rows));
    const some = (wanted: Check['state']) => checks.some(({ state }) => state === wanted);
    if (some('unguarded')) return EXIT.pending;
    if (some('failed')) return EXIT.error;
    return some('pending') ? EXIT.pending : EXIT.ok;
  });
}

async function examine(installation: Installation, where: Where): Promise<Check[]> {
  const { url, dataDir } = installation;
  const disk = await diskCheck(dataDir);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    return [{ check: 'database', state: 'failed', detail: unreachable(url, error) }, disk];
  }
  const checks: Check[] = [databaseCheck(installation), disk];
  try {
    checks.push(...(await serverChecks(client)), await clockCheck(client));
    if (!where.eventStoreDb) checks.push(...(await guardCheck(client)));
  } finally {
    await client.end();
  }
  const pending = await pendingMigrations(url);
  if (pending.length > 0)
    return [...checks, { check: 'migrations', state: 'pending', detail: same(pending.join(', ')) }];
  return [
    ...checks,
    { check: 'migrations', state: 'ok', detail: { zh: '无待迁移', en: 'none pending' } },
    ...(await settingCheck(url)),
    ...(await logChecks(url, where)),
  ];
}

function databaseCheck({ url, from }: Installation): Check {
  const place = redacted(url);
  const { zh, en } = FROM[from];
  return {
    check: 'database',
    state: 'ok',
    detail: { zh: `${place}（${zh}）`, en: `${place} (${en})` },
  };
}

/** A clock that was set is no fault of a demonstration, and one of everything else. */
async function settingCheck(url: string): Promise<Check[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const ahead = await settingOf(client);
    if (ahead === undefined) return [];
    const seconds = String(ahead / 1_000);
    const { zh, en } = WAS_SET;
    const detail = { zh: zh.replace('…', seconds), en: en.replace('…', seconds) };
    return [{ check: 'service clock', state: 'warning', detail }];
  } finally {
    await client.end();
  }
}

async function logChecks(url: string, where: Where): Promise<Check[]> {
  const store = await openLog(url, where).catch((error: unknown) => String(error));
  if (typeof store === 'string') return [{ check: 'log', state: 'failed', detail: same(store) }];
  const dataSource = await createDataSource(url, {
    poolSize: 2,
    applicationName: 'service-centre-doctor',
  }).initialize();
  try {
    const all = new Projections(dataSource, store, projections, { owner: 'doctor', run: false });
    const status = await all.status();
    // Looked up after them: what is appended and folded meanwhile is then within the log.
    const head = await store.head();
    const stands = status.map((one) => projectionCheck(one, store, head));
    const damage = await sampleLog(store);
    if (damage !== undefined) return [damagedLog(damage), ...stands];
    return [
      { check: 'log', state: 'ok', detail: headOf(store.logId, head) },
      calendarCheck(await missingCalendar(dataSource, contextsOn(store))),
      mailCheck(await mailStatus(dataSource)),
      ...stands,
      ...(await sampleReadModels(url, store)).map((found) => rowsCheck(found)),
    ];
  } finally {
    await dataSource.destroy();
    await store.close();
  }
}

/** Nothing is refused for want of a year; what is agreed in working days waits for it. */
function calendarCheck(missing: string | undefined): Check {
  const check = 'working calendar';
  if (missing === undefined) return { check, state: 'ok', detail: PUBLISHED };
  return { check, state: 'warning', detail: yearIsMissing(missing) };
}

/** Rows of a damaged log are as little to be trusted as it is, so none is looked at. */
function damagedLog(damage: string): Check {
  const detail = {
    zh: `已损坏：${damage}；verify 可核对全部`,
    en: `damaged: ${damage}; verify looks at all of it`,
  };
  return { check: 'log', state: 'failed', detail };
}

const SAMPLED: Bilingual = {
  zh: '抽查；全部核对用 verify --read-models',
  en: 'sampled; verify --read-models looks at all',
};

/** Rows are looked at by sample here: the log may be long. */
function rowsCheck({ projection, state, says }: Found): Check {
  const check = `rows of ${projection}`;
  const sampled = { zh: `${says.zh}（${SAMPLED.zh}）`, en: `${says.en} (${SAMPLED.en})` };
  if (state === 'ok') return { check, state, detail: sampled };
  return { check, state: state === 'failed' ? state : 'warning', detail: says };
}

function headOf(logId: string, head: bigint): Bilingual {
  return { zh: `${logId}，到位置 ${head}`, en: `${logId}, head ${head}` };
}
