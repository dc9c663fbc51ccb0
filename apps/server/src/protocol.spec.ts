import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OutcomeBody } from '@app/http';
import { tickets } from '@app/tickets/src/ticket.aggregate.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
let hotline: string;
let customers: string;

beforeAll(async () => {
  service = await startTestServer();
  [hotline] = await Promise.all([service.token('hotline'), service.token('sales')]);
  customers = `${service.url}/api/v1/customers`;
}, 60_000);

afterAll(() => service?.stop());

const customer = (id: string) => ({ customer: id, name: '王芳', phone: '13800138000' });
const site = { site: 'S-1', address: '中山路 1 号', landmark: null };

async function register(id: string, headers: Record<string, string> = {}) {
  return send<OutcomeBody>(customers, { token: hotline, body: customer(id), headers });
}

describe('the outcome of a command', () => {
  test('is 201 with its place, version and position when something was created', async () => {
    const { status, headers, body } = await register('C-created');
    expect(status).toBe(201);
    expect(headers.get('location')).toBe('/api/v1/customers/C-created');
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({ stream: 'customer-C-created', version: 1, repeated: false });
    expect(body.position).toMatch(/^\d+$/);
    expect(body.events.map(({ type }) => type)).toEqual(['CustomerRegistered']);
  });

  test('is the first one when the same key is sent again, and 422 when it asks for something else', async () => {
    const headers = { 'Idempotency-Key': 'once' };
    const first = await register('C-once', headers);
    const again = await register('C-once', headers);
    expect([again.status, again.body]).toEqual([200, { ...first.body, repeated: true }]);
    const other = await send(customers, {
      token: hotline,
      headers,
      body: { ...customer('C-once'), name: '李' },
    });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  test('belongs to the principal: the same key of another is another command', async () => {
    const headers = { 'Idempotency-Key': 'shared' };
    await register('C-shared', headers);
    const body = customer('C-shared');
    const other = await send(customers, { token: await service.token('sales'), headers, body });
    expect(other.status).toBe(409);
  });
});

describe('If-Match', () => {
  test('lets the command through at that version, and answers 412 with the newer one after it', async () => {
    await register('C-match');
    const url = `${customers}/C-match/add-site`;
    const headers = { 'If-Match': '"1"' };
    const fresh = await send<OutcomeBody>(url, { token: hotline, headers, body: site });
    expect([fresh.status, fresh.headers.get('etag')]).toEqual([200, '"2"']);
    const stale = await send(url, { token: hotline, headers, body: { ...site, site: 'S-2' } });
    expect([stale.status, stale.body.code, stale.headers.get('etag')]).toEqual([
      412,
      'stale-version',
      '"2"',
    ]);
  });
});

describe('If-Match: *', () => {
  test('demands nothing of a command that may be decided on any version', async () => {
    await register('C-any');
    const headers = { 'If-Match': '*' };
    const url = `${customers}/C-any/add-site`;
    expect((await send(url, { token: hotline, headers, body: site })).status).toBe(200);
  });
});

describe('editing what others may be editing', () => {
  test('requires If-Match: 428 without it, 412 when somebody was faster', async () => {
    await register('C-edit');
    await send(`${customers}/C-edit/add-site`, { token: hotline, body: site });
    const url = `${customers}/C-edit/change-site`;
    const edit = (address: string, headers = {}) =>
      send(url, { token: hotline, headers, body: { ...site, address } });
    const without = await edit('中山路 2 号');
    expect([without.status, without.body.code]).toEqual([428, 'if-match-required']);
    const whatever = await edit('中山路 2 号', { 'If-Match': '*' });
    expect([whatever.status, whatever.body.code]).toEqual([428, 'if-match-required']);
    const headers = { 'If-Match': '"2"' };
    expect((await edit('中山路 3 号', headers)).status).toBe(200);
    expect((await edit('中山路 4 号', headers)).status).toBe(412);
  });

  test('goes for the file of an employee too', async () => {
    const url = `${service.url}/api/v1/employees/E-hotline/change-employee`;
    const token = await service.token('operator');
    const body = { name: '周敏', department: 'office', supervisor: false };
    expect((await send(url, { token, body })).status).toBe(428);
    const headers = { 'If-Match': '"1"' };
    expect((await send(url, { token, body, headers })).status).toBe(200);
  });
});

describe('reading a stream resource', () => {
  test('answers with its version, and with 304 while that has not changed', async () => {
    await register('C-read');
    const url = `${customers}/C-read`;
    const first = await send(url, { method: 'GET', token: hotline });
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"1"']);
    const options = { method: 'GET', token: hotline, headers: { 'If-None-Match': '"1"' } };
    const unchanged = await send<string>(url, options);
    expect([unchanged.status, unchanged.body]).toEqual([304, '']);
    await send(`${url}/add-site`, { token: hotline, body: site });
    expect((await send(url, options)).status).toBe(200);
  });
});

const OPENED = '2026-03-02T01:00:00.000Z';
const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

describe('a list', () => {
  test.each([
    ['a tampered cursor', 'after=bm9uc2Vuc2U', 'bad-cursor'],
    ['a limit beyond 200', 'limit=201', 'too-large'],
    ['a limit that is no number', 'limit=many', 'not-a-whole-number'],
    ['a limit in hexadecimal digits', 'limit=0x10', 'not-a-whole-number'],
    ['a limit with an exponent', 'limit=1e2', 'not-a-whole-number'],
    ['a limit with a space', 'limit=%205', 'not-a-whole-number'],
    ['a limit with a sign', 'limit=%2B5', 'not-a-whole-number'],
    ['a limit with a fraction', 'limit=5.0', 'not-a-whole-number'],
    ['an empty limit', 'limit=', 'not-a-whole-number'],
    ['two limits', 'limit=5&limit=6', 'not-a-whole-number'],
    ['a limit of nothing', 'limit=0', 'too-small'],
    ['a cursor with a date that no row has', `after=${cursor(['newest', '1', 'T'])}`, 'bad-cursor'],
    ['a cursor with NUL', `after=${cursor(['newest', OPENED, 'T\0'])}`, 'bad-cursor'],
    ['a position in hexadecimal digits', 'minPosition=0x1', 'wrong-form'],
    ['a position with a space', 'minPosition=%201', 'wrong-form'],
    ['a field that only objects have', '__proto__=1', 'unknown-field'],
    ['an unknown filter', 'colour=red', 'unknown-field'],
    ['a position that is none', 'minPosition=-1', 'wrong-form'],
  ])('refuses %s', async (_, query, code) => {
    const { status, body } = await send(`${service.url}/api/v1/tickets?${query}`, {
      method: 'GET',
      token: hotline,
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ in: 'query', code })]);
    expect(body.detail).not.toContain('保存');
  });
});

describe('those who run the installation', () => {
  test('see without a token that the server lives and is ready', async () => {
    const live = await send(`${service.url}/health/live`, { method: 'GET' });
    expect([live.status, live.body]).toEqual([200, { status: 'ok' }]);
    const ready = await send(`${service.url}/health/ready`, { method: 'GET' });
    expect(ready.body).toEqual({
      status: 'ok',
      checks: { accepting: true, database: true, migrations: true, log: true, room: true },
    });
  });

  test('see with a token the queue, and each projection with its lag', async () => {
    const token = await service.token('operator');
    const { body } = await send<{ projections: { name: string }[] }>(`${service.url}/health/deps`, {
      method: 'GET',
      token,
    });
    expect(body.projections.map(({ name }) => name)).toContain('ticket-board');
    expect(body).toMatchObject({ store: { queuedAppends: 0 } });
  });

  test('find figures by route template in /metrics', async () => {
    await register('C-metrics');
    const text = await (await fetch(`${service.url}/metrics`)).text();
    expect(text).toMatch(
      /http_requests_total\{method="POST",route="\/api\/v1\/customers",status="2xx"\} \d/,
    );
    expect(text).toMatch(/append_events_total \d/);
    expect(text).toMatch(/projection_lag_seconds\{projection="ticket-board"\} \d/);
    expect(text).not.toContain('C-metrics');
  });
});

test('every action of the table of permissions has a route, or several', async () => {
  const { body } = await send<{ paths: Record<string, object> }>(
    `${service.url}/api/v1/openapi.json`,
    { method: 'GET' },
  );
  const commands = new Set(Object.keys(body.paths).map((path) => path.split('/').at(-1)));
  const ofTickets = [...tickets.permissions.map(({ action }) => action), 'send-steps'].filter(
    (action) => action !== 'open-ticket',
  );
  expect(ofTickets.filter((action) => !commands.has(action))).toEqual([]);
});

test('a refused command names the article, in the language that was asked for', async () => {
  const body = { ticket: 'T-N12', source: 'hotline', fault: '空调不制冷' };
  const options = { token: hotline, body, headers: { 'Accept-Language': 'en' } };
  const refusal = await send(`${service.url}/api/v1/tickets`, options);
  expect(refusal.status).toBe(422);
  expect(refusal.body).toMatchObject({
    article: 'N12',
    articleTitle: expect.stringMatching(/^[\x20-\x7e]+$/),
  });
});
