import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { refusedBy } from './testing/refused.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let database: TestDatabase;
let service: TestServer;
let by: string;

const url = (path: string) => `${service.url}/api/v1/${path}`;
const post = async (path: string, body: object) => {
  const { status } = await send(url(path), { token: by, body });
  expect([path, status < 300]).toEqual([path, true]);
};
const get = async <Body = Record<string, unknown>>(path: string) =>
  (await send<Body>(url(path), { method: 'GET', token: by })).body;

/** A Monday. */
const BEGINS = '2026-08-10T01:00:00.000Z';

const MONTHLY = {
  ...{ plan: 'pump', site: 'S-1', work: '消防泵月度保养', systems: ['SYS-1'] },
  ...{ rule: 'FREQ=MONTHLY', first: '2026-08-31', noticeDays: 3, onDaysOff: 'next' },
};
const emergency = { measures: '一小时内到场，先处置后补手续', prices: [] };
const terms = {
  ...{ response: 60, restoration: 180, maintenance: [MONTHLY] },
  ...{ sparesPriority: true, retraining: true, price: '36000.00' },
};
const draft = (contract: string, more: object = {}) => ({
  ...{ contract, customer: 'C-1', kind: 'maintenance', sites: [], systems: [] },
  ...{ from: '2026-08-01', until: '2026-12-31', terms: { ...terms, emergency }, ...more },
});
const conclude = async (contract: string, more: object = {}) => {
  await post('contracts', draft(contract, more));
  await post(`contracts/${contract}/sign-contract`, { party: 'customer', by: '孙建平' });
  await post(`contracts/${contract}/sign-contract`, { party: 'centre' });
};

/** Waits for what follows by itself. */
async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return read();
}

interface Round {
  readonly round: string;
  readonly day: string;
  readonly status: string;
  readonly ticket: string | null;
}
const rounds = async (contract: string) =>
  (await get<{ items: readonly Round[] }>(`maintenance?contract=${contract}`)).items;
const forward = (now: string) =>
  send(url('clock/set-forward'), { token: by, body: { now } }).then(({ status }) =>
    expect(status).toBeLessThan(300),
  );

beforeAll(async () => {
  database = await testDatabase();
  service = await startTestServer({ databaseUrl: database.url, clock: BEGINS });
  by = await service.token('supervisor', 'dispatcher', 'hotline', 'operator', 'storekeeper');
  const name = { zh: '国庆节', en: 'National Day' };
  const holidays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ date: `2026-10-0${day}`, name }));
  const year = { year: '2026', edition: 1, restDays: [6, 7], holidays, makeUpDays: [] };
  await post('calendar', year);
  await post('customers', { customer: 'C-1', name: '江滨档案馆', phone: '0571-8690 3300' });
  const site = { site: 'S-1', address: '之江路 128 号', landmark: null };
  await post('customers/C-1/add-site', site);
}, 60_000);

afterAll(async () => {
  await service?.stop();
  await database?.drop();
});

describe('a contract', () => {
  test('[B3] without a word on emergencies is not signed, and changes nothing', async () => {
    await post('contracts', draft('HT-0', { terms }));
    const sign = url('contracts/HT-0/sign-contract');
    for (const body of [{ party: 'centre' }, { party: 'customer', by: '孙建平' }]) {
      const { status, body: problem } = await refusedBy(service, sign, { token: by, body });
      expect([status, problem.code, problem.article]).toEqual([422, 'no-emergency-clause', 'B3']);
    }
    expect(await get('contracts/HT-0')).toMatchObject({ status: 'drafted', signed: [] });
  });

  test.each([
    ['a rule that some months go without', { rule: 'FREQ=MONTHLY;BYMONTHDAY=31' }, 'not-a-rule'],
    ['a rule that never ends in a day', { rule: 'FREQ=DAILY' }, 'not-a-rule'],
    ['a name that reads as another plan’s date', { plan: 'pump-20260831' }, 'not-a-plan'],
  ])('[B2] with %s is refused', async (_, change, code) => {
    const maintenance = [{ ...MONTHLY, ...change }];
    const body = draft('HT-9', { terms: { ...terms, maintenance } });
    const { status, body: problem } = await refusedBy(service, url('contracts'), {
      token: by,
      body,
    });
    expect([status, problem.errors?.[0]?.code]).toEqual([400, code]);
  });

  test('[B2] that is in force judges the calls of its days, and an amendment none that runs', async () => {
    await conclude('HT-1', { terms: { ...terms, maintenance: [], emergency } });
    const call = (ticket: string) =>
      post('tickets', { ticket, source: 'hotline', fault: '不亮', customer: 'C-1', site: 'S-1' });
    await call('T-1');
    const faster = { ...terms, maintenance: [], emergency, response: 30 };
    const amended = { terms: faster, by: '孙建平', reason: '改约' };
    await post('contracts/HT-1/amend-contract', { from: '2026-08-11', ...amended });
    await call('T-2');
    await post('contracts/HT-1/amend-contract', { from: '2026-08-10', ...amended });
    await call('T-3');
    const clockOf = async (ticket: string) => {
      const { deadlines } = await get<{ deadlines?: { response: Record<string, unknown> } }>(
        `tickets/${ticket}`,
      );
      return [deadlines?.response.terms, deadlines?.response.minutes];
    };
    await until(
      () => clockOf('T-3'),
      ([terms]) => terms !== undefined,
    );
    expect([await clockOf('T-1'), await clockOf('T-2'), await clockOf('T-3')]).toEqual([
      ['HT-1', 60],
      ['HT-1', 60],
      ['HT-1', 30],
    ]);
  });
});

test('[B2] spares for a system of a contract with priority are kept as the first', async () => {
  await conclude('HT-4', { systems: ['SYS-4'], terms: { ...terms, maintenance: [], emergency } });
  await post('locations', { location: 'main', name: '总库', kind: 'store' });
  await post('materials', { sku: 'CAP', name: '电容', unit: '只', decimals: 0, class: 'part' });
  const came = { quantity: 5, unitCost: '12.00', supplier: '华东', deliveryNote: 'SH-1' };
  await post('stock/CAP/receive-material', { place: 'main', slip: 'RK-1', ...came });
  const keep = { place: 'main', quantity: 1, customer: 'C-1', until: '2026-08-20T00:00:00Z' };
  const reserve = 'stock/CAP/reserve-material';
  await post(reserve, { ...keep, slip: 'YL-1', system: 'SYS-4' });
  await post(reserve, { ...keep, slip: 'YL-2', system: 'HT-4', priority: 'ordinary' });
  const list = () => get<{ items: readonly object[] }>('reservations?sku=CAP');
  const { items } = await until(list, (answer) => answer.items.length === 2);
  expect(items).toMatchObject([{ priority: 'urgent' }, { priority: 'ordinary' }]);
  const body = { ...keep, slip: 'YL-3', system: 'SYS-none' };
  const answer = await refusedBy(service, url(reserve), { token: by, body });
  expect(answer.body.code).toBe('unknown-system');
});

describe('periodic maintenance', () => {
  test('[B2] is planned by the calendar over month ends and National Day, and opens its tickets by itself', async () => {
    await conclude('HT-2');
    const planned = await until(
      () => rounds('HT-2'),
      (all) => all.length === 5,
    );
    expect(planned.map(({ round, day }) => [round, day])).toEqual([
      ['2026-08-31', '2026-08-31'],
      ['2026-09-30', '2026-09-30'],
      ['2026-10-31', '2026-11-02'],
      ['2026-11-30', '2026-11-30'],
      ['2026-12-31', '2026-12-31'],
    ]);
    await forward('2026-08-28T00:00:00.000Z');
    const [opened, next] = await until(
      () => rounds('HT-2'),
      ([first]) => first!.ticket !== null,
    );
    expect([opened, next]).toMatchObject([
      { status: 'opened', ticket: 'HT-2-pump-20260831-1' },
      { status: 'planned', ticket: null },
    ]);
    const ticket = await until(
      () => get(`tickets/${opened!.ticket}`),
      ({ source }) => source !== undefined,
    );
    expect(ticket).toMatchObject({
      ...{ source: 'periodic-maintenance', customer: 'C-1', site: 'S-1', fault: MONTHLY.work },
    });
  });

  test('[B2] opens once after an outage of weeks, and nothing once the contract is over', async () => {
    await conclude('HT-3', { until: '2026-10-15' });
    await until(
      () => rounds('HT-3'),
      (all) => all.length > 0,
    );
    await service.stop();
    service = await startTestServer({ databaseUrl: database.url, clock: BEGINS });
    await forward('2026-12-01T00:00:00.000Z');
    const all = await until(
      () => rounds('HT-3'),
      ([first, second]) => Boolean(first?.ticket && second?.ticket),
    );
    expect(all.map(({ round, ticket }) => [round, ticket])).toEqual([
      ['2026-08-31', 'HT-3-pump-20260831-1'],
      ['2026-09-30', 'HT-3-pump-20260930-1'],
    ]);
    await until(
      () => get('contracts/HT-3'),
      ({ status }) => status === 'ended',
    );
    const { events } = await service.store.readAll({ types: ['MaintenanceOpened'], limit: 1_000 });
    const tickets = events.map(({ data }) => (data as { ticket: string }).ticket);
    expect(new Set(tickets).size).toBe(tickets.length);
    expect(tickets.filter((ticket) => ticket.startsWith('HT-3'))).toHaveLength(2);
  });
});
