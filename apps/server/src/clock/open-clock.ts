import { begin, DatabaseClock, settingOf } from '@app/clock';
import type { Bilingual } from '@app/kernel';
import { Client } from '@app/postgres';
import { EnvironmentError } from '../environment.js';
import type { ServerOptions } from '../server-options.js';
import { openStored } from '../store/open-store.js';

const SET = (ahead: number): Bilingual => ({
  zh: `此数据库的时钟是演示或试用的时钟，已拨动 ${ahead / 1_000} 秒：只有设置了 CLOCK 才能在其上启动，正式运行请换一个数据库。`,
  en: `the clock of this database is one for demonstrations or tests, and was set by ${ahead / 1_000} s: only with CLOCK does the service start on it; use another database in earnest`,
});

const RECORDED: Bilingual = {
  zh: 'CLOCK 只用于演示或试用的空数据库：此数据库已按真实时间记录事件，时钟不可再拨动。',
  en: 'CLOCK is for an empty database, to demonstrate or try out: on this one events have been recorded by the real time, and its clock is not to be set',
};

/**
 * The clock of a server, which begins on an empty log where the options name a time.
 *
 * @throws EnvironmentError the database's clock was set and the options name none; or they name one
 *   on a log that has been written by the real time
 */
export async function openClock(
  options: Pick<ServerOptions, 'databaseUrl' | 'eventStoreDb' | 'allowUnsafe' | 'clock'>,
): Promise<DatabaseClock> {
  const client = new Client({ connectionString: options.databaseUrl });
  await client.connect();
  try {
    const ahead = await settingOf(client);
    if (options.clock === undefined) {
      if (ahead) throw refusal(SET(ahead));
    } else if (ahead === undefined) {
      if (await hasEvents(options)) throw refusal(RECORDED);
      await begin(client, options.clock);
    }
  } finally {
    await client.end();
  }
  return DatabaseClock.open(options.databaseUrl);
}

async function hasEvents(options: Parameters<typeof openStored>[0]): Promise<boolean> {
  const store = await openStored(options);
  try {
    return (await store.readAll({ limit: 1 })).events.length > 0;
  } finally {
    await store.close();
  }
}

function refusal({ zh, en }: Bilingual): EnvironmentError {
  return new EnvironmentError(`${zh} / ${en}`);
}
