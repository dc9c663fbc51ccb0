import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant, localDate } from '@app/kernel';
import { refusedBy } from './testing/refused.js';
import { storedFile } from './testing/stored-file.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/* A case from the report to the standing, through the routes: what the specs of the domain cannot see. */

let service: TestServer;
let tokens: Record<'manager' | 'supervisor' | 'hotline' | 'sales' | 'technician', string>;

const year = localDate(instant(Date.now())).slice(0, 4);

beforeAll(async () => {
  service = await startTestServer();
  const [manager, supervisor, hotline, sales, technician] = await Promise.all(
    (['general-manager', 'supervisor', 'hotline', 'sales', 'technician'] as const).map((role) =>
      service.token(role),
    ),
  );
  tokens = {
    manager: manager!,
    supervisor: supervisor!,
    hotline: hotline!,
    sales: sales!,
    technician: technician!,
  };
  const file = { name: '何英', department: 'sales', supervisor: false, reportsTo: 'E-supervisor' };
  await send(url('employees/E-sales/change-employee'), {
    token: tokens.supervisor,
    body: file,
    headers: { 'If-Match': '"1"' },
  });
  // Terms reach into the next year at its end.
  for (const each of [year, String(Number(year) + 1)])
    await send(url('calendar'), {
      token: tokens.manager,
      body: { year: each, edition: 1, restDays: [6, 7], holidays: [], makeUpDays: [] },
    });
}, 60_000);

afterAll(() => service?.stop());

const url = (path: string) => `${service.url}/api/v1/${path}`;
const get = (path: string, who: keyof typeof tokens) =>
  send<Record<string, unknown>>(url(path), {
    method: 'GET',
    token: tokens[who],
    headers: { Accept: 'application/json' },
  });
const command = (name: string, who: keyof typeof tokens, body: object) =>
  send<{ position: string }>(url(`standings/E-sales/${name}`), {
    token: tokens[who],
    body: { year, ...body },
  });
const report = { year, article: 'D26', clause: 'disobeys', facts: '拒不执行外出安排' };
const refused = (path: string, who: keyof typeof tokens, body: object, headers = {}) =>
  refusedBy(service, url(path), { token: tokens[who], body, headers });

test('[D42] nothing is judged before the general manager has approved an edition, and nobody else does', async () => {
  const early = await refused('standings/E-sales/open-case', 'hotline', report);
  expect(early.body).toMatchObject({ code: 'no-edition-approved', article: 'D42' });

  const draft = { edition: '2026.1' };
  const drafted = await send(url('editions/document-2/draft-edition'), {
    token: tokens.supervisor,
    body: draft,
  });
  expect(drafted.status).toBe(200);
  const approve = 'editions/document-2/approve-edition';
  expect((await refused(approve, 'supervisor', draft, { 'If-Match': '"1"' })).status).toBe(403);
  expect((await refused(approve, 'manager', draft)).status).toBe(428);
  const approved = await send(url(approve), {
    token: tokens.manager,
    body: draft,
    headers: { 'If-Match': '"1"' },
  });
  expect(approved.status).toBe(200);
  const { body } = await get('editions/document-2', 'technician');
  expect(body).toMatchObject({ editions: [{ edition: '2026.1', status: 'approved' }] });
});

test('[D26] [D8] a case becomes an act, and the act a standing that says why', async () => {
  const opened = await command('open-case', 'hotline', report);
  expect(opened.status).toBe(200);
  const own = await refused('standings/E-sales/propose-act', 'sales', { year, case: 1 });
  expect(own.status).toBe(403);
  expect((await command('propose-act', 'supervisor', { case: 1 })).status).toBe(200);
  const unheard = await refused('standings/E-sales/decide-act', 'supervisor', { year, case: 1 });
  expect(unheard.body).toMatchObject({ code: 'not-heard', article: 'R2' });
  await command('hear-employee', 'sales', { case: 1, statement: '当日身体不适' });
  const { body, status } = await command('decide-act', 'supervisor', { case: 1 });
  expect(status).toBe(200);

  const asOf = `?minPosition=${body.position}`;
  const standing = await get(`standings/E-sales/${year}${asOf}`, 'sales');
  expect(standing.body).toMatchObject({
    points: -9,
    edition: '2026.1',
    net: [{ level: 'major-demerit', of: [1] }],
    cases: [{ case: 1, status: 'decided', says: { zh: '不遵照上司使命行事' } }],
  });
  expect(standing.body['why']).toContainEqual({
    zh: '记大过 1 次：第 1 案的记大过。',
    en: 'major demerit: 1, that is the major demerit of case 1.',
  });
  expect((await get(`standings/E-sales/${year}${asOf}`, 'technician')).status).toBe(403);
  expect((await get(`standings/E-sales/${year}${asOf}`, 'supervisor')).status).toBe(200);
  // Of somebody whom they do not lead a supervisor reads neither the standing nor its history.
  const notLed = await get(`standings/E-technician/${year}`, 'supervisor');
  expect(notLed.body).toMatchObject({ status: 403, code: 'standing-of-another' });
  const history = `streams/standing-E-technician:${year}/events`;
  expect((await get(history, 'supervisor')).body).toMatchObject({ code: 'stream-of-another' });
  expect((await get(`streams/standing-E-sales:${year}/events`, 'supervisor')).status).toBe(200);

  const ranking = `standings${asOf}&year=${year}`;
  const mine = { employee: 'E-sales', points: -9 };
  expect((await get(ranking, 'manager')).body).toMatchObject({ items: [{ ...mine, rank: 1 }] });
  expect((await get(ranking, 'sales')).body).toMatchObject({ items: [{ ...mine, rank: 1 }] });
  expect((await get(ranking, 'technician')).body).toMatchObject({ items: [] });
  const document = `standings/E-sales/${year}/cases/1/decision${asOf}`;
  const table = `standings/csv${asOf}&year=${year}`;
  const text = async (path: string, who: keyof typeof tokens) => {
    const headers = { Authorization: `Bearer ${tokens[who]}`, 'Accept-Language': 'zh' };
    return (await fetch(url(path), { headers })).text();
  };
  expect(await text(document, 'sales')).toContain('前向总经理申诉一次');
  expect((await get(document, 'technician')).status).toBe(403);
  expect(await text(table, 'supervisor')).toMatch(
    /^员工,年度,部门.*\r\nE-sales,\d{4},零配件营业部,-9,/,
  );
  expect((await get(table, 'sales')).status).toBe(403);
  expect((await get(`discipline-cases${asOf}`, 'technician')).body).toMatchObject({ items: [] });
  expect((await get(`discipline-cases${asOf}`, 'supervisor')).body).toMatchObject({
    items: [{ employee: 'E-sales', number: 1, status: 'decided' }],
  });
});

test('the history of a year is told to whom it concerns, and to supervisors and above', async () => {
  const stream = `streams/standing-E-sales:${year}`;
  for (const path of [`${stream}/account`, `${stream}/events`, `${stream}/replay`]) {
    expect((await get(path, 'technician')).body).toMatchObject({ code: 'stream-of-another' });
    expect((await get(path, 'sales')).status).toBe(200);
    expect((await get(path, 'supervisor')).status).toBe(200);
  }
  expect((await get('streams/edition-document-2/account', 'technician')).status).toBe(200);
});

test('the log shows nobody what they may not read as a stream, and goes on all the same', async () => {
  // A month that has not begun, whatever today is.
  const next = String(Number(year) + 1);
  const months = [{ month: `${next}-12`, amount: '100.00' }];
  const set = await send<{ position: string }>(url('figures/E-technician/set-targets'), {
    token: tokens.manager,
    body: { year: next, of: 'quota', months },
  });
  expect(set.status).toBe(200);
  const after = String(Number(set.body.position) - 1);
  const page = async (token: string, from: string) => {
    const { body } = await send<{ items: { stream: string }[]; scannedTo: string }>(
      url(`log?after=${from}&limit=200`),
      { method: 'GET', token },
    );
    return { streams: body.items.map(({ stream }) => stream), scannedTo: body.scannedTo };
  };
  const figures = `figures-E-technician:${next}`;
  const auditor = await service.token('auditor');
  const integrator = await service.token('integrator');
  for (const token of [tokens.manager, auditor, integrator])
    expect((await page(token, after)).streams).toContain(figures);
  const shown = await page(tokens.supervisor, after);
  expect(shown.streams).not.toContain(figures);
  expect(BigInt(shown.scannedTo)).toBeGreaterThanOrEqual(BigInt(set.body.position));
  expect((await page(tokens.supervisor, '0')).streams).toContain(`standing-E-sales:${year}`);
});

test('evidence is stored before it is named, and staff of the office are not judged here', async () => {
  const evidence = ['a'.repeat(64)];
  const other = { ...report, clause: 'talks-back', evidence };
  const unknown = await refused('standings/E-sales/open-case', 'hotline', other);
  expect(unknown.body).toMatchObject({ code: 'unknown-file', errors: [{ pointer: '/evidence' }] });
  const office = await refused('standings/E-technician/open-case', 'hotline', report);
  expect(office.body).toMatchObject({ code: 'staff-of-other-department', article: 'D5' });
  const nobody = await refused('standings/E-nobody/open-case', 'hotline', report);
  expect(nobody.body).toMatchObject({ code: 'unknown-employee' });
});

/** The employee's file comes to show it, as a process changes it in its own time. */
async function becomes(status: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await get('employees/E-sales', 'manager')).body['status'] === status) break;
    await pause(100);
  }
  expect((await get('employees/E-sales', 'manager')).body).toMatchObject({ status });
  // The guard notices within five seconds, and asks anew of whoever it does not remember.
  await pause(5_100);
}

test('[D7] whoever is dismissed keeps their own case and appeal; revoked, all is as it was', async () => {
  const taken = { year, article: 'D16', clause: 'embezzlement', facts: '挪用货款' };
  const opened = await command('open-case', 'hotline', taken);
  expect(opened.status).toBe(200);
  const number = 2;
  await command('propose-act', 'supervisor', { case: number });
  await command('hear-employee', 'sales', { case: number, statement: '货款已于次日交回' });
  expect((await command('decide-act', 'manager', { case: number })).status).toBe(200);
  await becomes('dismissed');
  expect((await get(`standings/E-sales/${year}`, 'sales')).status).toBe(200);
  expect((await get('tickets', 'sales')).body).toMatchObject({ code: 'dismissed' });
  const appeal = await command('file-appeal', 'sales', { case: number, grounds: '款项已交回' });
  expect(appeal.status).toBe(200);
  const verdict = {
    case: number,
    verdict: 'revoke',
    reason: '查明属误会',
    opinionBy: 'E-technician',
    opinion: await storedFile(service, tokens.manager),
  };
  const of = 'standings/E-sales/decide-appeal';
  const noSuperior = await refused(of, 'manager', { year, ...verdict });
  expect(noSuperior.body).toMatchObject({ article: 'R2', code: 'opinion-of-no-superior' });
  const leads = { name: '孙红', department: 'repair', supervisor: true };
  await send(url('employees/E-technician/change-employee'), {
    token: tokens.manager,
    body: leads,
    headers: { 'If-Match': '"1"' },
  });
  expect((await command('decide-appeal', 'manager', verdict)).status).toBe(200);
  await becomes('active');
  expect((await get('tickets', 'sales')).status).toBe(200);
  const told = await get('streams/employee-E-sales/account', 'manager');
  expect(JSON.stringify(told.body)).toContain('随之撤销');
}, 60_000);
