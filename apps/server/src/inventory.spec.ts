import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
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

describe('materials', () => {
  const capacitor = { name: '电容 35μF', unit: '只', decimals: 0, class: 'electric' };
  const delivery = { supplier: '华东电子', deliveryNote: 'D-77' };
  const at = async (sku: string, place: string) =>
    (await send<object>(url(`stock/${sku}/at/${place}`), { method: 'GET', token: technician }))
      .body;
  const stocked = async (sku: string, quantity: number) => {
    await tell('materials', { sku, ...capacitor });
    const receipt = { place: 'main', quantity, unitCost: '12.00', ...delivery };
    return tell(`stock/${sku}/receive-material`, receipt);
  };

  beforeAll(async () => {
    await tell('locations', { location: 'main', name: '总库', kind: 'store' });
    await tell('locations', { location: 'van-1', name: '浙A·12345', kind: 'van' });
  });

  test('[R12] what is issued leaves the store, and is in hand once its receiver says so', async () => {
    expect((await stocked('CAP-1', 5)).status).toBe(200);
    const issue = { place: 'main', to: 'hands-E-technician', quantity: 2, slip: 'LY-1' };
    expect((await tell('stock/CAP-1/issue-material', issue)).status).toBe(200);
    expect(await at('CAP-1', 'main')).toMatchObject({
      quantity: 3,
      value: '36.00',
      averageCost: '12.000000',
      onItsWay: [{ slip: 'LY-1', to: 'hands-E-technician', quantity: 2, value: '24.00' }],
    });
    const arrived = { place: 'main', slip: 'LY-1' };
    expect((await tell('stock/CAP-1/accept-material', arrived, technician)).status).toBe(200);
    expect(await at('CAP-1', 'main')).toMatchObject({ quantity: 3, onItsWay: [] });
    expect(await at('CAP-1', 'hands-E-technician')).toMatchObject({ quantity: 2, value: '24.00' });
    const back = { place: 'hands-E-technician', to: 'main', quantity: 1 };
    expect((await tell('stock/CAP-1/return-material', back)).status).toBe(200);
    expect(await at('CAP-1', 'main')).toMatchObject({ quantity: 4, value: '48.00' });
  });

  test('[R12] at any load exactly what there is is issued, and the others are told what there was', async () => {
    await stocked('CAP-2', 7);
    const all = await Promise.all(
      Array.from({ length: 24 }, () =>
        tell('stock/CAP-2/issue-material', { place: 'main', to: 'van-1', quantity: 1 }),
      ),
    );
    const outcomes = all.map(({ status }) => status).sort();
    expect(outcomes).toEqual([
      ...Array.from({ length: 7 }, () => 200),
      ...Array.from({ length: 17 }, () => 422),
    ]);
    expect(all.find(({ status }) => status === 422)?.body).toMatchObject({
      article: 'R12',
      code: 'not-in-stock',
      detail: expect.stringMatching(/CAP-2.*main|main.*CAP-2/),
    });
    expect(await at('CAP-2', 'main')).toMatchObject({ quantity: 0, value: '0.00' });
  });

  test('[B2] at any load what is reserved is left, and the others are told for whom and until when', async () => {
    await stocked('CAP-5', 6);
    await tell('customers', { customer: 'lanting', name: '兰亭花园', phone: '13800000009' });
    const owner = { customer: 'lanting', system: 'HT-9', until: '2099-01-01T10:00:00.000Z' };
    const kept = { place: 'main', quantity: 4, slip: 'YL-9', ...owner };
    for (const [unit, customer] of [
      ['U-9', 'lanting'],
      ['U-8', undefined],
    ])
      await tell('units', { unit, kind: 'system', product: '门禁', documents: ['W-9'], customer });
    const served = { unit: 'U-7', kind: 'system', product: '广播', documents: ['HT-9'] };
    await tell('units', { ...served, customer: 'lanting' });
    await tell('customers', { customer: 'renji', name: '仁济医院', phone: '13800000008' });
    const other = { ...kept, slip: 'YL-8', customer: 'renji', system: 'U-9' };
    expect(await tell('stock/CAP-5/reserve-material', other)).toMatchObject({
      status: 400,
      body: { code: 'system-of-another' },
    });
    const nobodys = { ...kept, system: 'W-9' };
    expect((await tell('stock/CAP-5/reserve-material', nobodys)).status).toBe(200);
    const issue = { place: 'main', to: 'van-1', quantity: 1 };
    const all = await Promise.all(
      Array.from({ length: 12 }, () => tell('stock/CAP-5/issue-material', issue)),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 2 }, () => 200),
      ...Array.from({ length: 10 }, () => 422),
    ]);
    expect(all.find(({ status }) => status === 422)?.body).toMatchObject({
      article: 'B2',
      code: 'reserved-for-another',
      detail: expect.stringMatching(/lanting.*2099-01-01 18:00/),
    });
    const sale = { place: 'main', quantity: 4, reservation: 'YL-9', price: '9.00', method: 'cash' };
    const sold = (customer: string) => tell('stock/CAP-5/sell-material', { ...sale, customer });
    expect((await sold('others')).status).toBe(400);
    expect((await sold('lanting')).status).toBe(200);
    expect(await at('CAP-5', 'main')).toMatchObject({ quantity: 0, reservations: [] });
  });

  test('[R12] what material somebody has in hand who leaves is asked for by itself', async () => {
    const own = await service.token('technician', 'hotline');
    await stocked('CAP-6', 3);
    const issue = { place: 'main', to: 'hands-E-technician-hotline', quantity: 2, slip: 'LY-6' };
    await tell('stock/CAP-6/issue-material', issue);
    const taken = await tell('stock/CAP-6/accept-material', { place: 'main', slip: 'LY-6' }, own);
    expect(taken.status).toBe(200);
    await tell('employees/E-technician-hotline/record-employee-left', {});
    const told = async () => {
      const path = url('streams/stock-CAP-6:hands-E-technician-hotline/events');
      const read = { method: 'GET', token: await service.token('auditor') } as const;
      const { body } = await send<{ items: { type: string }[] }>(path, read);
      return body.items.map(({ type }) => type);
    };
    while (!(await told()).includes('MaterialAskedBack'))
      await new Promise((next) => setTimeout(next, 50));
    expect((await told()).at(-1)).toBe('FindingRecorded');
  }, 30_000);

  test('[R12] what went before somebody left is entered after it, and asked back; what went since is not', async () => {
    const person = 'E-technician-dispatcher';
    await service.token('technician', 'dispatcher');
    await stocked('CAP-17', 3);
    await tell('tools', meter('TOOL-17'));
    await tell(`employees/${person}/record-employee-left`, {});
    const auditor = { method: 'GET', token: await service.token('auditor') } as const;
    const file = await send<{ items: { occurredAt: string }[] }>(
      url(`streams/employee-${person}/events`),
      auditor,
    );
    const leftAt = file.body.items.at(-1)!.occurredAt;
    // By the service's own clock, from which another's may differ a little.
    const occurredAt = new Date(Date.parse(leftAt) - 1).toISOString();
    const issue = { place: 'main', to: `hands-${person}`, quantity: 2, slip: 'LY-17' };
    const out = { employee: person, due };
    const commands = [
      ['stock/CAP-17/issue-material', issue],
      ['tools/TOOL-17/check-out-tool', out],
    ] as const;
    for (const [path, body] of commands) {
      const late = await tell(path, { ...body, occurredAt: leftAt });
      expect([late.status, late.body]).toMatchObject([404, { code: 'unknown-employee' }]);
      expect((await tell(path, { ...body, occurredAt })).status).toBe(200);
    }
    await until(async () => {
      const path = url('streams/tool-TOOL-17/events');
      const { items } = (await send<{ items: { type: string }[] }>(path, auditor)).body;
      return items.some(({ type }) => type === 'ToolAskedBack');
    });
  }, 30_000);

  test.each<[string, object, string]>([
    ['stock/CAP-none/receive-material', { place: 'main' }, '404 unknown-material'],
    ['stock/CAP-1/receive-material', { place: 'attic' }, '404 unknown-location /place'],
    ['stock/CAP-1/issue-material', { to: 'attic' }, '404 unknown-location /to'],
    ['stock/CAP-1/issue-material', { to: 'hands-nobody' }, '404 unknown-employee /employee'],
    ['stock/CAP-1/issue-material', { quantity: 0 }, '400 not-a-quantity /quantity'],
    ['stock/CAP-1/issue-material', { quantity: 1.5 }, '400 not-a-quantity /quantity'],
    ['stock/CAP-1/issue-material', { quantity: 2_000_000 }, '400 invalid-input /quantity'],
    ['stock/CAP-1/issue-material', { quantity: 1e-7 }, '400 invalid-input /quantity'],
    ['stock/CAP-1/issue-material', { sku: 'CAP-2' }, '400 not-as-in-path /sku'],
    ['stock/CAP-1/receive-material', { unitCost: '0.00' }, '400 price-of-zero /unitCost'],
    ['stock/CAP-1/issue-material', { place: '\r*]' }, '400 invalid-input /place'],
  ])('%s with %j is refused by its field', async (path, wrong, expected) => {
    const receives = path.endsWith('receive-material');
    const right = receives ? { unitCost: '1.00', ...delivery } : { to: 'van-1' };
    const body = { place: 'main', quantity: 1, ...right, ...wrong };
    const answer = await refusedBy(service, url(path), { token: storekeeper, body });
    const pointers = (answer.body.errors ?? []).map(({ pointer }) => pointer);
    expect([answer.status, answer.body.code, ...pointers].join(' ')).toBe(expected);
  });

  test('[R12] the picture of a receiver’s signature is stored before it is named', async () => {
    await stocked('CAP-8', 2);
    const issue = { place: 'main', to: 'van-1', quantity: 1, slip: 'LY-8' };
    expect((await tell('stock/CAP-8/issue-material', issue)).status).toBe(200);
    const accepted = { place: 'main', slip: 'LY-8', signature: '0'.repeat(64) };
    await tell('tools', meter('TOOL-8'));
    await tell('tools/TOOL-8/check-out-tool', { employee: 'E-technician' });
    for (const [path, body] of [
      ['stock/CAP-8/accept-material', accepted],
      ['tools/TOOL-8/accept-tool', { signature: '0'.repeat(64) }],
    ] as const) {
      const answer = await refusedBy(service, url(path), { token: storekeeper, body });
      const pointers = answer.body.errors?.map(({ pointer }) => pointer);
      expect([answer.body.code, pointers]).toEqual(['unknown-file', ['/signature']]);
    }
    expect(await at('CAP-8', 'main')).toMatchObject({ quantity: 1, onItsWay: [{ slip: 'LY-8' }] });
  });

  test('[D15] what moves slowly is proposed as of today, where no day is asked for', async () => {
    const asked = (query: string) =>
      send<{ items: object[] }>(url(`slow-moving${query}`), { method: 'GET', token: technician });
    const [today, later] = [await asked(''), await asked('?on=2098-12-31')];
    expect([today.status, today.body.items]).toEqual([200, []]);
    expect(later.body.items).not.toEqual([]);
  });

  test('[R12] what was issued without approval and told late is found, and reviewed where it stands', async () => {
    await stocked('CAP-4', 100);
    const issue = { place: 'main', to: 'hands-E-technician', quantity: 50 };
    const now = await refusedBy(service, url('stock/CAP-4/issue-material'), {
      token: storekeeper,
      body: issue,
    });
    expect([now.status, now.body.code]).toEqual([422, 'issue-not-approved']);
    const receipt = { place: 'main', quantity: 100, unitCost: '12.00', slip: 'old', ...delivery };
    const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
    await tell('stock/CAP-4/receive-material', { ...receipt, occurredAt: anHourAgo });
    const late = { ...issue, occurredAt: new Date(Date.now() - 1_800_000).toISOString() };
    const told = await tell('stock/CAP-4/issue-material', late);
    expect(told.body.events).toMatchObject([
      { type: 'MaterialIssued' },
      { type: 'FindingRecorded', data: { code: 'issue-not-approved' } },
    ]);
    const verdict = { place: 'main', finding: 1, verdict: 'upheld' };
    const other = await service.token('general-manager');
    const reviewed = await tell('stock/CAP-4/review-finding', verdict, other);
    expect([reviewed.status, reviewed.body.events]).toEqual([
      200,
      [expect.objectContaining({ type: 'FindingUpheld' })],
    ]);
  });

  test('[R15] the report of a period balances, for people and for spreadsheets', async () => {
    const { body: last } = await stocked('CAP-3', 4);
    const { position } = last as unknown as { position: string };
    const period = `from=2020-01-01&until=2099-12-31&sku=CAP-3&minPosition=${position}`;
    const report = await send<object>(url(`stock-report?${period}`), {
      method: 'GET',
      token: technician,
    });
    expect(report.body).toMatchObject({
      rows: [
        {
          sku: 'CAP-3',
          place: 'main',
          opening: { quantity: '0', value: '0.00' },
          in: { received: { quantity: '4', value: '48.00' } },
          closing: { quantity: '4', value: '48.00' },
        },
      ],
    });
    const ofClass = (name: string) =>
      send<{ rows: object[] }>(url(`stock-report?${period}&class=${name}`), {
        method: 'GET',
        token: technician,
      });
    expect((await ofClass(capacitor.class)).body.rows).toHaveLength(1);
    expect((await ofClass('other')).body.rows).toEqual([]);
    const table = await fetch(url(`stock-report/csv?${period}`), {
      headers: { authorization: `Bearer ${technician}` },
    });
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(Buffer.from(await table.arrayBuffer()).toString()).toMatch(
      /^\uFEFF物料,.*\r\nCAP-3,main,0,/,
    );
    const list = await send<object>(url(`stock?sku=CAP-3`), { method: 'GET', token: technician });
    expect(list.body).toMatchObject({
      items: [{ place: 'main', thousandths: '4000', fen: '4800' }],
    });
    const wrong = await send<object>(url('stock-report?from=2026-02-01&until=2026-01-31'), {
      method: 'GET',
      token: technician,
    });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'ends-before-it-begins' } });
  });

  test('[R11] materials and tools have labels, and what a scanner sends of them is found', async () => {
    await tell('materials', { sku: 'CAP-7', ...capacitor });
    await tell('tools', meter('TOOL-7'));
    const asked = { method: 'GET', token: technician } as const;
    const headers = { authorization: `Bearer ${technician}` };
    const sheet = await fetch(url('labels?materials=CAP-7,CAP-7&tools=TOOL-7'), { headers });
    expect(sheet.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect((await sheet.text()).match(/>(M:CAP-7|T:TOOL-7)</g)).toHaveLength(3);
    const scan = async (sent: string) =>
      (await send<object>(url(`scanned?code=${encodeURIComponent(sent)}`), asked)).body;
    expect(await scan('T:TOOL-7\r')).toMatchObject({ kind: 'tool', is: { status: 'store' } });
    expect(await scan(']C1M:CAP-7\r\n')).toMatchObject({ kind: 'material', is: { unit: '只' } });
    expect(await scan('CAP-7')).toMatchObject({ kind: 'material' });
    expect(await scan('*]\u0007\r')).toMatchObject({ status: 400, code: 'not-a-code' });
    expect(await scan('M:TOOL-7\r')).toMatchObject({ status: 404, code: 'unknown-code' });
    for (const [query, code] of [
      ['labels', 'not-a-sheet'],
      ['labels?materials=NONE', 'unknown-code'],
    ] as const)
      expect((await send<object>(url(query), asked)).body).toMatchObject({ code });
  });

  test('what was never there is not there', async () => {
    expect(await at('CAP-1', 'van-1')).toMatchObject({ code: 'never-stocked' });
  });
});
