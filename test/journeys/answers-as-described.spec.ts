import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at, Centre, DAY } from './centre/centre.js';
import { expectDescribed } from './centre/described.js';
import { equip, plan, take, untilWork, warrant } from './centre/good-day.js';

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre);
  await warrant(centre);
  await plan(centre, 'T-1');
  await take(centre, 'T-1', [...untilWork(), ['li-wei', 'leave-site', '10:00', { visit: 1 }]]);
  const customer = { customer: 'C-1', name: '孙丽', phone: '13800000001', salutation: 'ms' };
  await centre.done('hotline', 'customers', customer);
  const quietHours = [{ from: '12:00', until: '14:00' }];
  const site = { site: 'S-1', address: '人民路 8 号', landmark: null, quietHours };
  await centre.done('hotline', 'customers/C-1/add-site', site);
  const emergency = { measures: '一小时内到场', prices: [{ item: '夜间抢修', price: '300.00' }] };
  const agreed = { sparesPriority: true, retraining: true, price: '36000.00', emergency };
  const terms = { response: 60, restoration: 180, maintenance: [], ...agreed };
  await centre.done('supervisor', 'contracts', {
    ...{ contract: 'HT-1', customer: 'C-1', kind: 'warranty', sites: ['S-1'], systems: ['SYS-1'] },
    ...{ from: '2026-01-01', terms },
  });
}, 60_000);

afterAll(() => centre?.close());

describe('what is asked is answered as the description of the API says', () => {
  test.each([
    'tickets?sort=due',
    'tickets/T-1',
    `technicians/li-wei/days/${DAY}`,
    'findings',
    'customers',
    'customers/C-1',
    'employees',
    'employees/li-wei',
    'units/U-W-1',
    'contracts/HT-1',
    'tools/T-100',
    'materials/CAP-35',
    'locations/main',
    'stock/CAP-35/at/main',
    'streams/ticket-T-1/events?limit=2',
    'streams/ticket-T-1/replay',
    `streams/ticket-T-1/replay?at=${at('09:12')}&knownAt=${at('09:12')}`,
    'streams/customer-C-1/replay?version=1',
    'tickets/T-1/account',
    'log?limit=5',
    'policy/articles',
    'policy/articles/V11',
  ])('%s', async (path) => {
    const headers = { Accept: 'application/json' };
    const { status } = await centre.send('supervisor', path, { method: 'GET', headers });
    expect(status).toBe(200);
  });

  test('a command, a repeat, a refusal and a batch', async () => {
    const headers = { 'Idempotency-Key': 'twice' };
    const body = { customer: 'C-2', name: '周敏', phone: '13900000000' };
    const answers = [
      await centre.tell('hotline', 'customers', body, headers),
      await centre.tell('hotline', 'customers', body, headers),
      await centre.tell('hotline', 'customers', { ...body, name: '' }),
      await centre.tell('li-wei', 'tickets/T-1/start-work', { visit: 1 }),
      await centre.tell('li-wei', 'tickets/T-1/send-steps', {
        steps: [
          { key: 'a', command: 'leave-card', occurredAt: at('09:50'), data: { visit: 1 } },
          { key: 'b', command: 'start-work', occurredAt: at('09:51'), data: { visit: 1 } },
        ],
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200, 400, 409, 200]);
    expect(await centre.image('li-wei', 'a photo')).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(['live', 'ready', 'deps'])('health/%s', async (path) => {
    const url = `${centre.url}/health/${path}`;
    const headers = { Authorization: `Bearer ${await centre.service.token('operator')}` };
    const answer = await fetch(url, { headers });
    const { status } = answer;
    const body: unknown = await answer.json();
    expect(status).toBe(200);
    expectDescribed('GET', url, { status, headers: answer.headers, body });
  });

  test('an answer with a field that nobody described is found out', () => {
    const headers = new Headers({ 'Content-Type': 'application/json' });
    const body = { status: 'ok', colour: 'red' };
    const look = () =>
      expectDescribed('GET', `${centre.url}/health/live`, { status: 200, headers, body });
    expect(look).toThrow('additional properties');
  });
});
