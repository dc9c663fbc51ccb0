import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@app/kernel';
import { noticeEvents, noticeStreams } from '@app/notices';
import { send as sending } from '@app/processes';
import { requestOf } from '@app/processes/src/request.js';
import { send, startTestServer, type TestServer } from '../testing/test-client.js';
import { processes } from '../declared.js';
import type { MailStatus } from '../mail/mail-status.js';
import { MailServer } from '../mail/testing/mail-server.js';
import type { DepsBody } from './health.dto.js';

const { BusSender } = await loadServerCode();

let mailServer: MailServer;
let service: TestServer;
beforeAll(async () => {
  mailServer = await MailServer.start();
  service = await startTestServer({ mail: { smtpUrl: mailServer.url } });
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await mailServer?.close();
});

async function deps(): Promise<DepsBody> {
  const token = await service.token('operator');
  const url = `${service.url}/health/deps`;
  return (await send<DepsBody>(url, { method: 'GET', token })).body;
}

const mail = async (): Promise<MailStatus> => (await deps()).mail;
const figures = async () => (await fetch(`${service.url}/metrics`)).text();

test('the operator sees in health and metrics how each process stands', async () => {
  const names = processes.map(({ name }) => name);
  expect((await deps()).processes.map(({ name }) => name)).toEqual(names);
  const told = await figures();
  for (const figure of [
    'lag_events',
    'parked_streams',
    'parked_events',
    'refusals',
    'deadlines',
    'deadlines_overdue',
    'deadlines_failed',
  ])
    for (const name of names)
      expect(told).toMatch(new RegExp(`^process_${figure}{process="${name}"} \\d+$`, 'm'));
});

test('the operator sees in health and metrics that a mail server takes no mail', async () => {
  expect(await mail()).toEqual({ waiting: 0, retried: 0, failed: 0 });
  mailServer.refusals = Infinity;
  const token = await service.token('technician');
  const mailbox = { employee: 'E-technician', address: 'li.wei@example.com', language: 'zh' };
  const { status } = await send(`${service.url}/api/v1/mailboxes`, { token, body: mailbox });
  expect(status).toBe(201);
  const [notice, now] = [newId(), new Date().toISOString()];
  const data = { ...noticeEvents.NoticeGiven.sample, notice, employee: 'E-technician' };
  const cause = { process: 'some-process', eventId: newId(), correlationId: newId(), number: 0 };
  const give = sending(noticeStreams, notice, 'GiveNotice', data);
  const sender = service.server.app.get(BusSender, { strict: false });
  await sender.send('notice', requestOf(cause, give, now, now));
  await expectRetried();
  // Figures are a second old at most.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const told = await figures();
  expect(told).toMatch(/^mail_waiting 1$/m);
  expect(told).toMatch(/^mail_retried 1$/m);
  expect(told).toMatch(/^mail_failed 0$/m);
}, 60_000);

async function expectRetried(): Promise<void> {
  let seen = await mail();
  for (let tries = 0; seen.retried === 0 && tries < 200; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    seen = await mail();
  }
  expect(seen).toMatchObject({ waiting: 1, retried: 1, failed: 0 });
  expect(seen.failure).toMatch(/disk is full/);
}
