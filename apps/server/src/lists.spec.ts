import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OutcomeBody } from '@app/http';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
let dispatcher: string;

beforeAll(async () => {
  service = await startTestServer();
  dispatcher = await service.token('dispatcher');
}, 60_000);

afterAll(() => service?.stop());

const url = (path: string) => `${service.url}/api/v1/${path}`;

interface List {
  readonly items: readonly Record<string, unknown>[];
}

const listed = async (path: string, token = dispatcher) =>
  (await send<List>(url(path), { token, method: 'GET' })).body.items;

test('a customer is in the list as soon as it was registered, for whoever waits for the position', async () => {
  const body = { customer: 'lanting', name: '兰亭花园物业', phone: '0571-8521 6600' };
  const { position } = (await send<OutcomeBody>(url('customers'), { token: dispatcher, body }))
    .body;
  expect(await listed(`customers?q=花园&minPosition=${position}`)).toMatchObject([
    { ...body, phone: '+8657185216600' },
  ]);
  expect(await listed('customers?q=医院')).toEqual([]);
});

test('a dispatcher finds the technicians who are there', async () => {
  const operator = await service.token('operator');
  const file = { name: '王磊', department: 'repair', supervisor: false };
  const registered = { token: operator, body: { employee: 'wang-lei', ...file } };
  const { position } = (await send<OutcomeBody>(url('employees'), registered)).body;
  const query = `status=active&department=repair&supervisor=false&minPosition=${position}`;
  expect(await listed(`employees?${query}`)).toMatchObject([{ employee: 'wang-lei', version: 1 }]);
  expect(await listed('employees?q=dispatcher', operator)).toMatchObject([
    { employee: 'E-dispatcher', department: 'office' },
  ]);
});

test.each(['customers?status=active', 'employees?status=gone', 'employees?supervisor=x'])(
  '%s is refused',
  async (path) => {
    const { status } = await send(url(path), { token: dispatcher, method: 'GET' });
    expect(status).toBe(400);
  },
);

const forged = (...key: readonly unknown[]) =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

test.each([
  [`maintenance?after=${forged('1', '2')}`, 'bad-cursor'],
  [`contracts-ending?by=2026-03-02&after=${forged('2026-02-30', 'H-1')}`, 'bad-cursor'],
  [`standings?year=2026&after=${forged(1.5, 'T-1')}`, 'bad-cursor'],
  [`standings?year=2026&after=${forged(1e308, 'T-1')}`, 'bad-cursor'],
  ['customers?minPosition=999999999999999999', 'position-ahead'],
  ['slow-moving?on=9999-12-31', 'date-out-of-range'],
  ['stock-report?from=9999-12-31&until=9999-12-31', 'date-out-of-range'],
  ['stock-report?from=0001-01-01&until=2026-03-02', 'date-out-of-range'],
])('what no list gave and no calendar needs is said to be so: %s', async (path, code) => {
  const token = await service.token('general-manager');
  const answer = await send<Refusal>(url(path), { token, method: 'GET' });
  expect(answer.status).toBe(400);
  expect(new Set(answer.body.errors.map((each) => each.code))).toEqual(new Set([code]));
});

interface Refusal {
  readonly errors: readonly { readonly code: string }[];
}
