import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { storedFile } from './testing/stored-file.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/* An adoption at a year's end, its second stage, and the year closed and reopened: through the routes. */

let service: TestServer;
let manager: string;
let supervisor: string;
let hotline: string;

const url = (path: string) => `${service.url}/api/v1/${path}`;
const post = (path: string, token: string, body: object, headers = {}) =>
  send<Record<string, unknown>>(url(path), { token, body, headers });
const adopted = '2026-12-30T02:00:00.000Z';

beforeAll(async () => {
  service = await startTestServer({ clock: '2026-12-30T01:00:00.000Z' });
  [manager, supervisor, hotline] = await Promise.all([
    service.token('general-manager'),
    service.token('supervisor'),
    service.token('hotline'),
  ]);
  await service.token('sales');
  const days = { edition: 1, restDays: [6, 7], holidays: [], makeUpDays: [] };
  for (const year of ['2026', '2027', '2028']) await post('calendar', manager, { year, ...days });
  const file = { name: '何英', department: 'sales', supervisor: false, reportsTo: 'E-supervisor' };
  await post('employees/E-sales/change-employee', manager, file, { 'If-Match': '"1"' });
  const edition = { edition: '2026.1' };
  await post('editions/document-2/draft-edition', supervisor, edition);
  await post('editions/document-2/approve-edition', manager, edition, { 'If-Match': '"1"' });
  await setClock('2026-12-30T02:30:00.000Z');
}, 180_000);

afterAll(() => service?.stop());

async function setClock(now: string): Promise<void> {
  const token = await service.token('operator');
  expect((await post('clock/set-forward', token, { now })).status).toBe(200);
}

test('[D9] of two second stages that are opened at once in two years, one stands', async () => {
  const merit = { year: '2026', article: 'D9', clause: 'adopted', facts: '新构想被采用' };
  const opened = await post('standings/E-sales/open-case', hotline, {
    ...merit,
    happenedAt: adopted,
  });
  expect(opened.status).toBe(200);
  await post('standings/E-sales/propose-act', supervisor, { year: '2026', case: 1 });
  const decided = await post('standings/E-sales/decide-act', manager, { year: '2026', case: 1 });
  expect(decided.status).toBe(200);
  await setClock('2027-02-01T01:00:00.000Z');
  const evidence = [await storedFile(service, hotline)];
  const profit = (year: string, happenedAt: string, amount = '100000.00') => ({
    year,
    article: 'D9',
    clause: 'profit',
    facts: '获利十万元',
    adoption: { year: '2026', case: 1 },
    profit: amount,
    evidence,
    happenedAt,
  });
  const open = (body: object) => post('standings/E-sales/open-case', hotline, body);
  const short = await open(profit('2027', '2027-01-20T01:00:00.000Z', '99999.99'));
  expect(short.body).toMatchObject({ article: 'D9', code: 'profit-too-small' });
  const answers = await Promise.all([
    open(profit('2026', '2026-12-31T15:59:59.999Z')),
    open(profit('2027', '2026-12-31T16:00:00.000Z')),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
  const refused = answers.find(({ status }) => status === 422)!;
  expect(refused.body).toMatchObject({ article: 'D9', code: 'same-facts-twice' });
}, 120_000);

test('[D8] a year is closed by the general manager once nothing of it is open, and takes no act before it is reopened', async () => {
  const close = (token: string) => post('years/2026/close-year', token, {});
  expect((await close(supervisor)).status).toBe(403);
  const late = { year: '2026', article: 'D28', clause: 'report', facts: '十二月报表未缴' };
  const at = { happenedAt: '2026-12-31T15:59:59.999Z' };
  const opened = await post('standings/E-sales/open-case', hotline, { ...late, ...at });
  expect(opened.status).toBe(200);
  expect((await close(manager)).body).toMatchObject({ article: 'D8', code: 'cases-open' });
  const number = (opened.body['events'] as { data: { case: number } }[])[0]!.data.case;
  const of = { year: '2026', reason: '查无实据' };
  for (let each = number; each > 1; each--)
    await post('standings/E-sales/drop-case', supervisor, { ...of, case: each });
  expect((await close(manager)).status).toBe(200);
  const closed = await post('standings/E-sales/open-case', hotline, { ...late, ...at });
  expect(closed.body).toMatchObject({ article: 'D8', code: 'year-closed' });
  const months = [{ month: '2026-12', amount: '1.00' }];
  const targets = { year: '2026', of: 'sales', months, reason: '补' };
  const set = await post('figures/E-sales/set-targets', manager, targets);
  expect(set.body).toMatchObject({ article: 'D8', code: 'year-closed' });
  const reopen = (token: string, body: object) => post('years/2026/reopen-year', token, body);
  expect((await reopen(supervisor, { reason: '补报' })).status).toBe(403);
  expect((await reopen(manager, {})).status).toBe(400);
  expect((await reopen(manager, { reason: '补报' })).status).toBe(200);
  const again = await post('standings/E-sales/open-case', hotline, { ...late, ...at });
  expect(again.status).toBe(200);
}, 120_000);
