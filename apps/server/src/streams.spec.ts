import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Account, HistoryPage, LogPage, Replay } from '@app/audit';
import type { Problem } from '@app/http';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
let auditor: string;
let technician: string;

beforeAll(async () => {
  service = await startTestServer();
  const hotline = await service.token('hotline');
  [auditor, technician] = await Promise.all([
    service.token('auditor'),
    service.token('technician'),
  ]);
  const body = {
    ticket: 'T-1',
    source: 'hotline',
    fault: '空调不制冷',
    name: '孙丽',
    phone: '13800000001',
    address: '人民路 8 号',
    landmark: null,
  };
  const opened = await send(`${service.url}/api/v1/tickets`, { body, token: hotline });
  expect(opened.status).toBe(201);
}, 60_000);
afterAll(() => service?.stop());

const get = <Body>(path: string, headers: Record<string, string> = {}) =>
  send<Body>(`${service.url}/api/v1/${path}`, { method: 'GET', token: auditor, headers });

describe('the history over HTTP', () => {
  test('lists the events of a stream in both directions, with what each changed', async () => {
    const forward = await get<HistoryPage>('streams/ticket-T-1/events?limit=1');
    expect(forward.status).toBe(200);
    expect(forward.body).toMatchObject({
      version: 3,
      next: 1,
      items: [{ version: 1, type: 'TicketOpened' }],
    });
    expect(forward.body.items[0]!.changes).not.toEqual([]);
    const backward = await get<HistoryPage>('streams/ticket-T-1/events?direction=backward&limit=2');
    expect(backward.body.items.map(({ version }) => version)).toEqual([3, 2]);
  });

  test('replays a version', async () => {
    const { body } = await get<Replay>('streams/ticket-T-1/replay?version=1');
    expect(body).toMatchObject({ counted: 1, newest: 3, state: { status: 'open', deadlines: {} } });
  });

  test('replays what was known before the call: nothing', async () => {
    const { body } = await get<Replay>('streams/ticket-T-1/replay?knownAt=2020-01-01T00:00:00Z');
    expect(body).toMatchObject({ counted: 0, leftOutCount: 3, state: { status: 'none' } });
  });

  test.each([
    ['streams/ticket-T-1/replay?version=4', 404, 'version-beyond-end'],
    ['streams/ticket-T-2/replay', 404, 'stream-not-found'],
    ['streams/a%00b/replay', 404, 'stream-not-found'],
    ['tickets/T-9/account', 404, 'unknown-ticket'],
    ['streams/ticket-T-1/replay?version=1&at=2026-03-02T10:00:00Z', 400, 'version-or-time'],
    ['streams/ticket-T-1/replay?at=yesterday', 400, 'invalid-input'],
    ['streams/ticket-T-1/replay?version=0x1', 400, 'invalid-input'],
    ['streams/ticket-T-1/replay?version=%2B1', 400, 'invalid-input'],
    ['streams/ticket-T-1/replay?knownAt=2026-03-02', 400, 'invalid-input'],
    ['streams/ticket-T-1/replay?knownAt=1772445600000', 400, 'invalid-input'],
    ['streams/ticket-T-1/events?after=1e0', 400, 'invalid-input'],
    ['streams/ticket-T-1/events?limit=%205', 400, 'invalid-input'],
    ['log?limit=0x10', 400, 'invalid-input'],
    ['log?after=%201', 400, 'invalid-input'],
    ['log?after=999', 409, 'cursor-ahead'],
  ])('refuses %s with %i', async (path, status, code) => {
    const answer = await get<{ code: string }>(path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('says that what is wrong with a question stands in its query', async () => {
    const wrong = 'streams/ticket-T-1/replay?version=1&at=2026-03-02T10:00:00Z';
    const { body } = await get<Problem>(wrong);
    expect(body.errors).toMatchObject([{ pointer: '/version', in: 'query' }]);
  });

  test('tells a ticket in plain words, as text or as JSON, in either language', async () => {
    const account = `${service.url}/api/v1/tickets/T-1/account`;
    const headers = { Authorization: `Bearer ${auditor}`, Accept: 'text/plain' };
    const text = await fetch(`${account}?lang=en`, { headers });
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await text.text()).toContain('The customer 孙丽 (phone 13800000001) called the hotline');
    const json = await get<Account>('tickets/T-1/account', { Accept: 'application/json' });
    expect(json.body).toMatchObject({
      language: 'zh',
      lines: expect.arrayContaining([{ text: '受理', heading: true }]),
    });
  });

  test.each(['streams/ticket-T-1/replay', 'streams/ticket-T-1/events', 'tickets/T-1/account'])(
    'answers 304 to whoever has the very bytes: %s',
    async (path) => {
      const asked = { Accept: 'application/json' };
      const tag = (await get(path, asked)).headers.get('etag')!;
      expect((await get(path, { ...asked, 'If-None-Match': tag })).status).toBe(304);
      expect((await get(path, { ...asked, 'If-None-Match': '"3"' })).status).toBe(200);
    },
  );

  test('has another tag in another language or form, and once a person has another name', async () => {
    const tagOf = async (query = '', accept = 'text/plain') => {
      const headers = { Authorization: `Bearer ${auditor}`, Accept: accept };
      const account = `${service.url}/api/v1/tickets/T-1/account${query}`;
      return (await fetch(account, { headers })).headers.get('etag');
    };
    const before = [await tagOf(), await tagOf('?lang=en'), await tagOf('', 'application/json')];
    const token = await service.token('supervisor');
    const body = { name: '刘海洋', department: 'office', supervisor: false };
    const hotline = `${service.url}/api/v1/employees/E-hotline/change-employee`;
    const headers = { 'If-Match': '"1"' };
    expect((await send(hotline, { body, token, headers })).status).toBe(200);
    expect(new Set([...before, await tagOf()]).size).toBe(4);
  });

  test('names the staff, also those who have left', async () => {
    const hotline = `${service.url}/api/v1/employees/E-hotline`;
    const token = await service.token('supervisor');
    const body = { name: '刘洋', department: 'office', supervisor: false };
    const headers = { 'If-Match': '"2"' };
    expect((await send(`${hotline}/change-employee`, { body, token, headers })).status).toBe(200);
    expect((await send(`${hotline}/record-employee-left`, { body: {}, token })).status).toBe(200);
    const account = await get<Account>('tickets/T-1/account', { Accept: 'application/json' });
    expect(account.body.lines[1]!.text).toContain('由接线员刘洋受理。');
  });

  test('tells any other stream in plain words too', async () => {
    const tell = async (stream: string, lang: string) => {
      const headers = { Accept: 'application/json' };
      const { status, body } = await get<Account>(
        `streams/${stream}/account?lang=${lang}`,
        headers,
      );
      return [status, ...body.lines.map(({ text }) => text.replace(/^.*?\d\d:\d\d +/, ''))];
    };
    expect(await tell('employee-E-auditor', 'zh')).toEqual([
      200,
      '系统管理员 user:operator 登记员工 auditor，办公室。',
    ]);
    expect(await tell('employee-E-auditor', 'en')).toEqual([
      200,
      'Operator user:operator registered employee auditor, office.',
    ]);
    expect((await get<Problem>('streams/employee-E-none/account')).body.code).toBe(
      'stream-not-found',
    );
  });

  test('gives the auditor the log by type, and the technician none of it', async () => {
    const { body } = await get<LogPage>('log?types=TicketOpened');
    expect(body).toMatchObject({
      atHead: true,
      items: [{ type: 'TicketOpened', stream: 'ticket-T-1' }],
    });
    expect(
      (await send(`${service.url}/api/v1/log`, { method: 'GET', token: technician })).status,
    ).toBe(403);
  });
});
