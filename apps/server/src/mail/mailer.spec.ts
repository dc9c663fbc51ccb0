import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import { commandOf, Executor, OutcomeUnknown, type CommandRequest } from '@app/event-store';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { newId, type Language } from '@app/kernel';
import type { NoticeEvent } from '@app/notices';
import type { MailboxSet } from '@app/notices/src/domain/mailbox.js';
import { notices } from '@app/notices/src/notice.aggregate.js';
import { myNoticesModel } from '@app/notices/src/read-models/my-notices/my-notices.read-model.js';
import type { CommandSender } from '@app/processes';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { contextsOn } from '../declared.js';
import { Deliveries } from './deliveries.js';
import { mailStatus } from './mail-status.js';
import { Mailer } from './mailer.js';
import { smtpPost } from './smtp-post.js';
import { MailServer } from './testing/mail-server.js';

let readSide: ReadSide;
let server: MailServer;
/** What the mailers say in the log of the service. */
let lines: object[];
const mailers: Mailer[] = [];

beforeEach(async () => {
  readSide = await ReadSide.start(myNoticesModel);
  server = await MailServer.start();
  lines = [];
});
afterEach(async () => {
  await Promise.all(mailers.splice(0).map((each) => each.stop()));
  await server.close();
  await readSide.stop();
});

function sender(): CommandSender {
  const executor = new Executor(readSide.store);
  return {
    send: (category: string, request: CommandRequest) =>
      executor.execute({
        request,
        stream: `${category}-${request.id}`,
        aggregate: notices,
        command: () => commandOf(request) as never,
      }),
  };
}

function mailer(by: CommandSender = sender()): Mailer {
  const parts = {
    deliveries: new Deliveries(readSide.dataSource),
    contexts: contextsOn(readSide.store),
    sender: by,
    clock: { now: Date.now() },
    post: smtpPost({ smtpUrl: server.url, from: 'centre@example.com' }),
    logger: {
      error: (line: object) => void lines.push(line),
      log: (line: object) => void lines.push(line),
    },
  };
  const made = new Mailer(parts, 20);
  mailers.push(made);
  made.start();
  return made;
}

async function mailbox(employee: string, language: Language): Promise<void> {
  const data = { employee, address: `${employee}@example.com`, language };
  await readSide.happenedIn(`mailbox-${employee}`, eventOf<MailboxSet>(LI_WEI)('MailboxSet', data));
}

/** Somebody is told now; answers with the id of the notice, once it is in their list. */
async function told(employee: string): Promise<string> {
  const notice = newId();
  const event = eventOf<NoticeEvent>(LI_WEI)(
    'NoticeGiven',
    {
      ...{ notice, employee, ticket: 'T-1', district: '西湖区', since: at('02:00') },
      about: { kind: 'rung-called', rung: 2, name: '值班主管' },
    },
    new Date().toISOString(),
  );
  const position = await readSide.happenedIn(`notice-${notice}`, event);
  await readSide.asOf.read('my-notices', position, () => Promise.resolve([]));
  return notice;
}

const history = async (notice: string) =>
  (await readSide.store.readStream(`notice-${notice}`)).map(({ type }) => type);

async function setForward(minutes: number): Promise<void> {
  const { dataSource } = readSide;
  await dataSource.query(
    'INSERT INTO service_clock.setting (ahead_ms) VALUES (0) ON CONFLICT (single) DO NOTHING',
  );
  await dataSource.query('UPDATE service_clock.setting SET ahead_ms = ahead_ms + $1', [
    minutes * 60_000,
  ]);
}

const deliveries = () =>
  readSide.dataSource.query<{ attempts: number; outcome: string | null }[]>(
    'SELECT attempts, outcome FROM mail.delivery',
  );
const attempts = async () => (await deliveries())[0]?.attempts;

describe('the mail of a notice', () => {
  test.each([
    ['zh', 'Subject: =\\?UTF-8'],
    ['en', 'Ticket T-1'],
  ] as const)('goes once, in the person’s language (%s)', async (language, subject) => {
    await mailbox('li-wei', language);
    const notice = await told('li-wei');
    mailer();
    mailer();
    await until(async () => (await history(notice)).includes('NoticeMailed'));
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]!.to).toEqual(['li-wei@example.com']);
    expect(server.taken[0]!.raw).toMatch(new RegExp(subject));
    expect(server.taken[0]!.raw).toContain(`Message-ID: <${notice}@notices.service-centre>`);
  });

  test('is not sent to whom has no mailbox, and keeps nobody else from theirs', async () => {
    const nowhere = await told('nobody');
    await mailbox('li-wei', 'en');
    const notice = await told('li-wei');
    mailer();
    await until(async () => (await history(notice)).includes('NoticeMailed'));
    expect(await history(nowhere)).toEqual(['NoticeGiven']);
  });

  test('is tried again after a pause that grows, until it goes', async () => {
    await mailbox('li-wei', 'en');
    server.refusals = 2;
    const notice = await told('li-wei');
    expect(await mailStatus(readSide.dataSource)).toEqual({ waiting: 0, retried: 0, failed: 0 });
    const one = mailer();
    await until(async () => (await attempts()) === 1);
    expect(one.failure).toMatch(/disk is full/);
    expect(await mailStatus(readSide.dataSource)).toEqual({
      ...{ waiting: 1, retried: 1, failed: 0 },
      oldestWaiting: expect.stringMatching(/^20/),
      failure: expect.stringMatching(/disk is full/),
    });
    await setForward(1.1);
    await until(async () => (await attempts()) === 2);
    await setForward(1.1);
    expect(server.taken).toEqual([]);
    await setForward(1.1);
    await until(async () => (await deliveries())[0]!.outcome === 'sent');
    expect(await history(notice)).toEqual(['NoticeGiven', 'NoticeMailed']);
    expect([server.taken.length, one.failure]).toEqual([1, undefined]);
    // Once for all failures of a minute, without what the server said, which may name somebody.
    expect(lines).toEqual([
      { message: 'mail failing', error: 'EMESSAGE', answer: 450 },
      { message: 'mail recovered' },
    ]);
    expect(await mailStatus(readSide.dataSource)).toEqual({ waiting: 0, retried: 0, failed: 0 });
  });

  test('that no server takes for a day is shown as failed, and tried no more', async () => {
    await mailbox('li-wei', 'en');
    server.refusals = Infinity;
    const notice = await told('li-wei');
    mailer();
    await until(async () => (await attempts()) === 1);
    await setForward(24 * 60);
    await until(async () => (await history(notice)).includes('NoticeMailFailed'));
    const [, failed] = await readSide.store.readStream(`notice-${notice}`);
    expect(failed!.data).toMatchObject({ attempts: 2 });
    expect(await history(notice)).toEqual(['NoticeGiven', 'NoticeMailFailed']);
    await until(async () => (await deliveries())[0]!.outcome === 'failed');
    expect(await mailStatus(readSide.dataSource)).toEqual({ waiting: 0, retried: 0, failed: 1 });
    await setForward(24 * 60);
    expect(await mailStatus(readSide.dataSource)).toMatchObject({ failed: 0 });
    expect(server.taken).toEqual([]);
  });

  test('keeps nobody waiting whose service ends while the mail server says nothing, and goes later', async () => {
    await mailbox('li-wei', 'en');
    server.silent = true;
    const notice = await told('li-wei');
    const hung = mailer();
    const claimed = `SELECT FROM mail.delivery FOR UPDATE SKIP LOCKED`;
    await until(async () => {
      const free = await readSide.dataSource.query<unknown[]>(claimed);
      return (await deliveries()).length === 1 && free.length === 0;
    });
    await hung.stop();
    expect(await deliveries()).toEqual([{ attempts: 0, outcome: null }]);
    expect(await history(notice)).toEqual(['NoticeGiven']);
    server.silent = false;
    mailer();
    await until(async () => (await history(notice)).includes('NoticeMailed'));
  });

  test('that was taken before the worker died goes again under the same Message-ID', async () => {
    await mailbox('li-wei', 'en');
    const notice = await told('li-wei');
    const able = sender();
    let dies = true;
    mailer({
      async send(category, request) {
        if (!dies) return able.send(category, request);
        dies = false;
        throw new OutcomeUnknown('the worker died');
      },
    });
    await until(async () => (await history(notice)).includes('NoticeMailed'));
    const ids = server.taken.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)![1]!.trim());
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await history(notice)).toEqual(['NoticeGiven', 'NoticeMailed']);
  });
});
