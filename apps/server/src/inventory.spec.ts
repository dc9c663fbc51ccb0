import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { refusedBy } from './testing/refused.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
let storekeeper: string;
let technician: string;

beforeAll(async () => {
  service = await startTestServer();
  storekeeper = await service.token('supervisor', 'storekeeper');
  technician = await service.token('technician');
}, 60_000);

afterAll(() => service?.stop());

const url = (path: string) => `${service.url}/api/v1/${path}`;
const tell = (path: string, body: object, token = storekeeper) =>
  send<{ events: unknown[] }>(url(path), { token, body });
const ofTool = async (tool: string) =>
  (await send<object>(url(`tools/${tool}`), { method: 'GET', token: technician })).body;
const meter = (tool: string) => ({ tool, name: '万用表', serial: `SN-${tool}`, class: 'meter' });
const due = '2099-12-31T16:00:00.000Z';

test('[R11] a tool that was registered is read where it was said to be', async () => {
  const made = await tell('tools', meter('TOOL-1'));
  expect([made.status, made.headers.get('location')]).toEqual([201, '/api/v1/tools/TOOL-1']);
  expect(await ofTool('TOOL-1')).toEqual({
    ...meter('TOOL-1'),
    status: 'store',
    condition: 'good',
    since: expect.any(String),
  });
  const { status, body } = await send(url('tools/TOOL-none'), { method: 'GET', token: technician });
  expect([status, body]).toEqual([404, expect.objectContaining({ code: 'unknown-tool' })]);
});

test('[R12] it is in the hands of whoever accepts it, stands in their list, and comes back', async () => {
  await tell('tools', meter('TOOL-2'));
  await tell('tools/TOOL-2/record-tool-calibrated', {
    certificate: 'CAL-1',
    validUntil: '2099-06-30T16:00:00.000Z',
  });
  const out = await tell('tools/TOOL-2/check-out-tool', { employee: 'E-technician', due });
  expect(out.body.events).toMatchObject([
    { data: { calibrationEnds: '2099-06-30T16:00:00.000Z' } },
  ]);
  expect(await ofTool('TOOL-2')).toMatchObject({ status: 'on-its-way', receiver: 'E-technician' });
  const other = await refusedBy(service, url('tools/TOOL-2/accept-tool'), {
    token: storekeeper,
    body: {},
  });
  expect([other.status, other.body.code]).toEqual([403, 'not-the-receiver']);
  const taken = await tell('tools/TOOL-2/accept-tool', {}, technician);
  expect(taken.status).toBe(200);
  expect(await ofTool('TOOL-2')).toMatchObject({ status: 'in-hand', holder: 'E-technician', due });
  const { position } = taken.body as unknown as { position: string };
  const custody = await send<{ items: { tool: string }[] }>(
    url(`tools?holder=E-technician&minPosition=${position}`),
    { method: 'GET', token: technician },
  );
  expect(custody.body.items.map(({ tool }) => tool)).toEqual(['TOOL-2']);
  await tell('tools/TOOL-2/return-tool', { condition: 'damaged', remark: '表笔断' });
  expect(await ofTool('TOOL-2')).toMatchObject({ status: 'store', condition: 'damaged' });
  const again = await refusedBy(service, url('tools/TOOL-2/check-out-tool'), {
    token: storekeeper,
    body: { employee: 'E-technician' },
  });
  expect([again.status, again.body.article, again.body.code]).toEqual([
    422,
    'V5',
    'tool-is-damaged',
  ]);
});

test('[R12] a receiver who does not work here and a ticket that there is not are named', async () => {
  await tell('tools', meter('TOOL-3'));
  for (const [body, code, pointer] of [
    [{ employee: 'E-nobody' }, 'unknown-employee', '/employee'],
    [{ employee: 'E-technician', ticket: 'T-none', due }, 'unknown-ticket', '/ticket'],
  ] as const) {
    const answer = await refusedBy(service, url('tools/TOOL-3/check-out-tool'), {
      token: storekeeper,
      body,
    });
    const pointers = answer.body.errors?.map((error) => error.pointer);
    expect([answer.status, answer.body.code, pointers]).toEqual([404, code, [pointer]]);
  }
});

test('[R12] at any load a tool is handed out once, and the others are told so', async () => {
  await tell('tools', meter('TOOL-4'));
  const all = await Promise.all(
    Array.from({ length: 20 }, () =>
      tell('tools/TOOL-4/check-out-tool', { employee: 'E-technician' }),
    ),
  );
  const outcomes = all.map(({ status }) => status).sort();
  expect(outcomes).toEqual([200, ...Array.from({ length: 19 }, () => 422)]);
  expect(all.find(({ status }) => status === 422)?.body).toMatchObject({
    article: 'R12',
    code: 'tool-in-other-hands',
  });
});

test('[R12] what somebody has who leaves is asked for by itself, and comes back', async () => {
  const file = { employee: 'E-leaver', name: '李伟', department: 'repair', supervisor: false };
  await tell('employees', file);
  await tell('tools', meter('TOOL-5'));
  await tell('tools/TOOL-5/check-out-tool', { employee: 'E-leaver' });
  await tell('employees/E-leaver/record-employee-left', {});
  const asked = async () => {
    const list = await send<{ items: { tool: string }[] }>(url('tools?askedBack=true'), {
      method: 'GET',
      token: technician,
    });
    return list.body.items.map(({ tool }) => tool);
  };
  while (!(await asked()).includes('TOOL-5')) await new Promise((next) => setTimeout(next, 50));
  expect((await tell('tools/TOOL-5/return-tool', { condition: 'good' })).status).toBe(200);
  expect(await ofTool('TOOL-5')).toMatchObject({ status: 'store' });
}, 30_000);
