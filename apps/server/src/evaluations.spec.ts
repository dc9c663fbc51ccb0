import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import { storedFile } from './testing/stored-file.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/* Figures that the clock evaluates, through the routes and the processes. */

let service: TestServer;
let manager: string;
let supervisor: string;
let evidence: string[];

const url = (path: string) => `${service.url}/api/v1/${path}`;
const post = (path: string, body: object, headers = {}) =>
  send(url(path), { token: manager, body, headers });
const year = '2026';
const month = '2026-12';

interface Case {
  readonly article: string;
  readonly clause: string;
  readonly status: string;
}
const cases = async () => {
  const read = { method: 'GET', token: manager };
  const { body } = await send<{ items: Case[] }>(
    url('discipline-cases?employee=E-sales&year=2026'),
    read,
  );
  return body.items.map(({ article, clause, status }) => [`${article}.${clause}`, status]);
};

beforeAll(async () => {
  service = await startTestServer({ clock: '2026-12-30T01:00:00.000Z' });
  manager = await service.token('general-manager', 'supervisor');
  await service.token('sales');
  const days = { edition: 1, restDays: [6, 7], holidays: [], makeUpDays: [] };
  for (const each of ['2026', '2027'])
    expect((await post('calendar', { year: each, ...days })).status).toBe(201);
  supervisor = await service.token('supervisor');
  evidence = [await storedFile(service, supervisor)];
  const file = {
    name: '何英',
    department: 'sales',
    supervisor: false,
    reportsTo: 'E-supervisor',
  };
  await post('employees/E-sales/change-employee', file, { 'If-Match': '"1"' });
  await post('editions/document-2/draft-edition', { edition: '2026.1' });
  const approved = await post(
    'editions/document-2/approve-edition',
    { edition: '2026.1' },
    { 'If-Match': '"1"' },
  );
  expect(approved.status).toBe(200);
}, 180_000);

afterAll(() => service?.stop());

test('[D24] [D14] the clock proposes on the working day after, and a correction proposes anew', async () => {
  // Two days of 31 are asked for: 200.00 of 3100.00.
  const months = [{ month, amount: '3100.00' }];
  const targets = { year, of: 'sales', months };
  const late = await post('figures/E-sales/set-targets', targets);
  expect(late.body).toMatchObject({ code: 'late-target-without-reason' });
  const set = await post('figures/E-sales/set-targets', { ...targets, reason: '月末到岗' });
  expect(set.status).toBe(200);
  const adjust = async (amount: string, proposal: number) => {
    const said = { year, of: 'sales', month, amount, reason: '门店销售', evidence };
    const by = { token: supervisor, body: said };
    expect((await send(url('figures/E-sales/adjust-result'), by)).status).toBe(200);
    const own = { token: supervisor, body: { year, proposal } };
    const refused = await send(url('figures/E-sales/confirm-figures'), own);
    expect(refused.body).toMatchObject({ article: 'R2', code: 'own-figures-confirmed' });
    return post('figures/E-sales/confirm-figures', { year, proposal });
  };
  await adjust('150.00', 1);
  const early = await post('standings/E-sales/evaluate-period', { year, period: year });
  expect(early.body).toMatchObject({ code: 'not-yet' });

  const token = await service.token('operator');
  await send(url('clock/set-forward'), { token, body: { now: '2027-01-04T01:00:00.000Z' } });
  await until(async () => (await cases()).length === 1);
  expect(await cases()).toEqual([['D24.year', 'proposed']]);
  const again = await post('standings/E-sales/evaluate-period', { year, period: year });
  expect([again.status, (again.body as unknown as { events: [] }).events]).toEqual([200, []]);

  await adjust('50.00', 2);
  await until(async () => (await cases()).length === 2);
  expect(await cases()).toEqual([
    ['D14.year', 'proposed'],
    ['D24.year', 'dropped'],
  ]);
  const account = await send<{ text: string }>(url('streams/standing-E-sales:2026/account'), {
    method: 'GET',
    token: manager,
    headers: { Accept: 'application/json' },
  });
  expect(JSON.stringify(account.body)).toContain('因数字已更正');
}, 180_000);
