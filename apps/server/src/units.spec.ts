import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refusedBy } from './testing/refused.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
let supervisor: string;

beforeAll(async () => {
  service = await startTestServer();
  supervisor = await service.token('supervisor', 'hotline');
  const customer = { customer: 'lanting', name: '兰亭花园物业', phone: '0571-8521 6600' };
  await says('customers', customer);
  const site = { site: 'gate', address: '紫金港路 66 号', landmark: null, access: '走东门' };
  await says('customers/lanting/add-site', site);
}, 60_000);

afterAll(() => service?.stop());

const url = (path: string) => `${service.url}/api/v1/${path}`;

async function says(path: string, body: object, headers = {}) {
  const answer = await send(url(path), { token: supervisor, body, headers });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
}

const refused = async (path: string, body: object) => {
  const { status, body: problem } = await refusedBy(service, url(path), {
    token: supervisor,
    body,
  });
  return [status, problem.code, problem.errors?.[0]?.pointer];
};

interface Scanned {
  readonly units: readonly Record<string, unknown>[];
}
const scanned = async (number: string, at = '') =>
  (
    await send<Scanned>(url(`scanned-units?number=${number}${at && `&at=${at}`}`), {
      method: 'GET',
      token: supervisor,
    })
  ).body.units;

const intercom = (barcode: string) => ({ barcode, name: '可视门铃分机' });
const system = {
  kind: 'system',
  product: '兰亭门禁',
  customer: 'lanting',
  site: 'gate',
  acceptedOn: '2024-02-29',
};

describe('the installed base [V11] [V12]', () => {
  test('[V12] a scanned component leads to its unit, its site and its cover, also when it was replaced', async () => {
    await says('units', {
      unit: 'U-1',
      ...system,
      components: [intercom('BC-1')],
      documents: ['W-1'],
    });
    const swap = { replaced: 'BC-1', by: intercom('BC-2'), ticket: 'T-7' };
    await says('units/U-1/replace-component', swap);
    const stands = {
      name: '兰亭花园物业',
      site: { site: 'gate', address: '紫金港路 66 号', landmark: null, access: '走东门' },
    };
    const lastMoment = '2026-02-28T15:59:59.999Z';
    const cover = { kind: 'in-warranty', from: '2024-02-28T16:00:00.000Z', until: lastMoment };
    expect(await scanned('bc-1', lastMoment)).toEqual([
      {
        unit: expect.objectContaining({ unit: 'U-1', acceptedOn: '2024-02-29' }),
        component: expect.objectContaining({ barcode: 'BC-1', replacedBy: 'BC-2', ticket: 'T-7' }),
        ...stands,
        cover,
        contracts: [],
      },
    ]);
    const [now] = await scanned('BC-2', '2026-02-28T16:00:00.000Z');
    expect(now).toMatchObject({
      component: intercom('BC-2'),
      cover: { ...cover, kind: 'chargeable' },
    });
    for (const number of ['W-1', 'U-1']) {
      const [found] = await scanned(number);
      expect(found).toMatchObject({ unit: { unit: 'U-1' }, ...stands });
      expect(found).not.toHaveProperty('component');
    }
  });

  test('[V12] a barcode is on one unit alone, and a unit that cannot have it is not registered', async () => {
    await says('units', { unit: 'U-2', ...system, components: [intercom('BC-20')] });
    const other = { unit: 'U-3', ...system, components: [intercom('bc-20')] };
    expect(await refused('units', other)).toEqual([409, 'barcode-of-another-unit', undefined]);
    expect((await send(url('units/U-3'), { method: 'GET', token: supervisor })).status).toBe(404);
  });

  test('[V11] a document that was noted by mistake finds the unit no more, once the file is corrected', async () => {
    await says('units', { unit: 'U-4', ...system, documents: ['W-40'] });
    const correction = { product: '兰亭门禁', documents: ['W-41'], reason: '凭证号抄错' };
    await says('units/U-4/correct-unit', correction, { 'If-Match': '"1"' });
    expect(await scanned('W-41')).toMatchObject([
      { unit: { unit: 'U-4' }, cover: { kind: 'chargeable' } },
    ]);
    const gone = await send<{ code: string }>(url('scanned-units?number=W-40'), {
      method: 'GET',
      token: supervisor,
    });
    expect([gone.status, gone.body.code]).toEqual([404, 'unknown-unit']);
  });

  test('[R8] whose it is, is on file, and has the site', async () => {
    const at = (where: object) =>
      refused('units', { unit: 'U-5', kind: 'product', product: '灯', ...where });
    expect(await at({ customer: 'nobody' })).toEqual([404, 'unknown-customer', '/customer']);
    expect(await at({ customer: 'lanting', site: 'roof' })).toEqual([404, 'unknown-site', '/site']);
    expect(await at({ site: 'gate' })).toEqual([400, 'site-without-customer', '/site']);
    await says('units', { unit: 'U-5', kind: 'product', product: '灯' });
    expect(await refused('units/U-5/move-unit', { customer: 'nobody' })).toEqual([
      404,
      'unknown-customer',
      '/customer',
    ]);
    await says('units/U-5/move-unit', { customer: 'lanting', site: 'gate' });
    expect(await scanned('U-5')).toMatchObject([{ name: '兰亭花园物业' }]);
  });
});
