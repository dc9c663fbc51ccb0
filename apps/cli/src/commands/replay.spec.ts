import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Executor } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { enveloped } from '@app/event-store/src/testing/envelopes.js';
import { newId } from '@app/kernel';
import { departed, opened, scheduled } from '@app/tickets/src/testing/past.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { registeredEmployee } from '../testing/registered-employee.js';

const { runCli } = await loadServerCode();

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const store = await PostgresEventStore.open({
    connectionString: database.url,
    allowUnsafe: true,
  });
  await registeredEmployee(new Executor(store), newId());
  for (const event of [opened(), scheduled(), departed('08:10')])
    await store.append([{ stream: 'ticket-T-1', expected: 'any', events: [enveloped(event)] }]);
  await store.close();
});
afterAll(() => database.drop());

async function replay(language: 'zh' | 'en', ...words: string[]): Promise<string> {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const where = { databaseUrl: database.url, dataDir: tmpdir() };
  await runCli(['replay', ...words], where, { result: say, remark: say, language });
  return said.join('\n');
}

test('a replay is in one language throughout, and names the staff that is registered', async () => {
  const zh = await replay('zh', 'ticket-T-1');
  expect(zh).toContain('ticket-T-1：3 个事件中的 3 个，按记录先后\n\n【受理】\n');
  expect(zh).toContain('约定由技术员李伟于 09:00–11:00 上门。');
  expect(zh).toMatch(/^#3 {2}TechnicianDeparted .* 位置 4 {2}次序颠倒，补记于 20/m);
  expect(zh).not.toMatch(/\b(of|events|recorded|late|position)\b/);
  expect(zh).toMatch(
    /^#3 {2}TechnicianDeparted {2}2026-03-02T08:10:00\+08:00 {2}技术员 li-wei {2}/m,
  );
  expect(zh).toContain('3月2日 08:10 技术员李伟出发');
  expect(zh).toMatch(/补记于 20\d\d-\S+\+08:00/);
  const en = await replay('en', 'ticket-T-1');
  expect(en).toContain('ticket-T-1: 3 of 3 events, in the order of recording\n\n== The call ==\n');
  expect(en).toMatch(/^#3 {2}TechnicianDeparted .* position 4 {2}late and out of order, recorded/m);
  expect(en).not.toMatch(/事件|位置|补记/);
});

test('what is left out says why, in the language asked for', async () => {
  const words = ['ticket-T-1', '--at', '2026-03-02T08:15:00+08:00'];
  const zh = await replay('en', ...words, '--lang', 'zh');
  expect(zh).toMatch(/未计入（1）：\n#2 {2}VisitScheduled {2}发生于 .* 记录于 .* 其后才发生$/);
  const en = await replay('zh', ...words, '--lang', 'en');
  expect(en).toMatch(/left out \(1\):\n#2 {2}VisitScheduled {2}happened .* happened later$/);
});

test('a stream whose category was left out is suggested', async () => {
  expect(await replay('zh', 'T-1')).toBe('没有流 T-1；有 ticket-T-1');
  expect(await replay('en', 'li-wei')).toBe('there is no stream li-wei; there is employee-li-wei');
});

test('an error is told in that language too', async () => {
  expect(await replay('zh', 'ticket-T-2')).toBe('没有流 ticket-T-2');
  expect(await replay('zh', 'ticket-T-2', '--lang', 'en')).toBe('there is no stream ticket-T-2');
});
