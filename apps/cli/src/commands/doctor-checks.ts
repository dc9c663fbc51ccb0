import { statfs } from 'node:fs/promises';
import type { Bilingual } from '@app/kernel';
import type { Client } from '@app/postgres';
import type { MailStatus } from '../../../server/src/mail/mail-status.js';

/** One thing that was looked at; its name is the same in every language. */
export interface Check {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'failed' | 'pending' | 'unguarded';
  readonly detail: Bilingual;
}

/** A difference between the two clocks beyond which commands would be refused as ahead, in seconds. */
const SKEW = 60;

const GUARDED = { zh: '拒绝对过去的任何改动', en: 'refuses every change of the past' };

const FAULTS = {
  missing: { zh: '缺失', en: 'missing' },
  disabled: { zh: '已停用', en: 'disabled' },
  partial: { zh: '并非始终启用', en: 'not always enabled' },
} as const satisfies Record<string, Bilingual>;

/** Names and figures, which read the same in both languages. */
export function same(text: string): Bilingual {
  return { zh: text, en: text };
}

/** Without these on, what was acknowledged can be lost; without UTF-8, names cannot be kept. */
export async function serverChecks(client: Client): Promise<Check[]> {
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
    const detail = { zh: `${setting}；应为 ${expected}`, en: `${setting}; should be ${expected}` };
    return { check: name, state: fits ? 'ok' : 'failed', detail: fits ? same(setting) : detail };
  });
}

/** Without its trigger, whoever has the rights could change the past; `migrate` does not set it anew. */
export async function guardCheck(client: Client): Promise<Check[]> {
  const { rows } = await client.query<{ enabled: string | null }>(
    `SELECT (SELECT tgenabled FROM pg_trigger
             WHERE tgrelid = events AND tgname = 'events_append_only' AND NOT tgisinternal) AS enabled
     FROM to_regclass('event_store.events') AS events WHERE events IS NOT NULL`,
  );
  return rows.map(({ enabled }) => {
    const check = 'append-only trigger';
    if (enabled === 'A') return { check, state: 'ok', detail: GUARDED };
    const fault = FAULTS[enabled === null ? 'missing' : enabled === 'D' ? 'disabled' : 'partial'];
    return {
      check,
      state: 'unguarded',
      detail: {
        zh: `events_append_only ${fault.zh}：过去可被改动`,
        en: `events_append_only is ${fault.en}: the past can be changed`,
      },
    };
  });
}

/** Commands are refused as ahead where the two clocks are too far apart. */
export async function clockCheck(client: Client): Promise<Check> {
  const before = Date.now();
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const ahead = (rows[0]!.now.getTime() - (before + Date.now()) / 2) / 1_000;
  // Rounded so that a hair's breadth behind does not read as -0.00.
  const skew = Math.round(ahead * 100) / 100 || 0;
  const state = Math.abs(skew) > SKEW ? 'failed' : 'ok';
  return {
    check: 'clock',
    state,
    detail: {
      zh: `数据库的时钟比本机快 ${skew.toFixed(2)} 秒`,
      en: `the database's is ${skew.toFixed(2)} s ahead of this machine's`,
    },
  };
}

/** A database without room stops everything. */
export async function diskCheck(directory: string): Promise<Check> {
  try {
    const { bavail, blocks, bsize } = await statfs(directory);
    const free = (bavail * bsize) / 1024 ** 3;
    const state = bavail / blocks < 0.05 ? 'warning' : 'ok';
    const detail = {
      zh: `${directory} 处余 ${free.toFixed(1)} GiB`,
      en: `${free.toFixed(1)} GiB free at ${directory}`,
    };
    return { check: 'disk', state, detail };
  } catch (error) {
    return { check: 'disk', state: 'warning', detail: same((error as Error).message) };
  }
}

/** Nothing waits for a mail, and whoever is called sees it all the same: so it is a warning. */
export function mailCheck({ waiting, retried, failed, failure = '' }: MailStatus): Check {
  const state = retried + failed > 0 ? 'warning' : 'ok';
  const detail = {
    zh: `待发 ${waiting}，其中重试 ${retried}；一天内放弃 ${failed}`,
    en: `${waiting} to be sent, ${retried} of them retried; ${failed} given up within a day`,
  };
  if (failure === '') return { check: 'mail', state, detail };
  return {
    check: 'mail',
    state,
    detail: { zh: `${detail.zh}：${failure}`, en: `${detail.en}: ${failure}` },
  };
}
