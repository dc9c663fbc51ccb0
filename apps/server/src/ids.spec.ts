import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { refusedBy } from './testing/refused.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
let supervisor: string;

beforeAll(async () => {
  service = await startTestServer();
  supervisor = await service.token('supervisor', 'storekeeper');
}, 60_000);

afterAll(() => service?.stop());

const url = (path: string) => `${service.url}/api/v1/${path}`;
const contact = { name: '孙丽', phone: '13800000001' };
const file = { name: '王磊', department: 'repair', supervisor: false };
const place = { address: '人民路 8 号', landmark: null };
const call = { source: 'hotline', fault: '空调不制冷', ...contact, ...place };

test.each<[string, (id: string) => object, string, string]>([
  ['tickets', (ticket) => ({ ticket, ...call }), 'T-1', 't-1'],
  ['customers', (customer) => ({ customer, ...contact }), 'C-1', 'c-1'],
  ['employees', (employee) => ({ employee, ...file }), 'E-9', 'e-9'],
  [
    'tools',
    (tool) => ({ tool, name: '万用表', serial: tool === 'TOOL-1' ? 'X-1' : 'X-2', class: 'meter' }),
    'TOOL-1',
    'Tool-1',
  ],
  ['units', (unit) => ({ unit, kind: 'product', product: '灯' }), 'u-1a', 'U-1A'],
])('%s: an id that differs from another in case only is refused', async (path, data, one, two) => {
  const token = supervisor;
  expect((await send(url(path), { token, body: data(one) })).status).toBe(201);
  const answer = await refusedBy(service, url(path), { token, body: data(two) });
  expect([answer.status, answer.body.code]).toEqual([409, 'differs-in-case-only']);
  expect(answer.body.detail).toContain(one);
});

test('so are the id of a site, and that of a material at a place', async () => {
  const token = supervisor;
  const sites = url('customers/C-1/add-site');
  await send(sites, { token, body: { site: 'S-1', ...place } });
  const site = await refusedBy(service, sites, { token, body: { site: 's-1', ...place } });
  expect([site.status, site.body.code]).toEqual([409, 'already-registered']);
  const piece = { name: '电容', unit: '只', decimals: 0, class: 'electric' };
  await send(url('materials'), { token, body: { sku: 'CAP-35', ...piece } });
  const store = { location: 'main', name: '总库', kind: 'store' };
  await send(url('locations'), { token, body: store });
  const other = await refusedBy(service, url('locations'), {
    token,
    body: { ...store, location: 'Main' },
  });
  expect([other.status, other.body.code]).toEqual([409, 'differs-in-case-only']);
});

test.each(['nobody', 'c-1'])(
  'no contract is drawn up for %s, who is not on file',
  async (customer) => {
    const agreed = { sparesPriority: true, retraining: true, price: '36000.00' };
    const terms = { response: 60, restoration: 180, maintenance: [], ...agreed };
    const of = { kind: 'warranty', sites: [], systems: [], from: '2026-01-01', terms };
    const answer = await refusedBy(service, url('contracts'), {
      token: supervisor,
      body: { contract: `HT-${customer}`, customer, ...of },
    });
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([
      404,
      'unknown-customer',
      '/customer',
    ]);
    const body = { contract: `HT-${customer}`, customer: 'C-1', ...of };
    expect((await send(url('contracts'), { token: supervisor, body })).status).toBe(201);
  },
);
