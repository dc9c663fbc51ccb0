import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import pg from 'pg';
import { tableOf, tablesOf } from '@app/projections';
import { projections } from '../../apps/server/src/declared.js';
import { send } from '../../apps/server/src/testing/test-client.js';
import { at, Centre, DAY, span } from './centre/centre.js';
import { call, equip, take, visitIn } from './centre/good-day.js';

let centre: Centre;
let client: pg.Client;
let before: string[];

const reason = '同一电话，客户来电确认是同一人';
const both = { merged: 'sun-2', reason };
const undo = { merged: 'sun-2', reason: '弟兄二人，共用一部电话' };

/** The ids of what a list shows of a customer. */
const listed = async (path: string, customer: string, id: string) => {
  const head = await centre.service.store.head();
  const page = await centre.read<{ items: Record<string, string>[] }>(
    'supervisor',
    `${path}?customer=${customer}&minPosition=${head}`,
  );
  return page.items.map((each) => each[id]).sort();
};
const theirs = async (customer: string) => ({
  tickets: await listed('tickets', customer, 'ticket'),
  units: await listed('units', customer, 'unit'),
  contracts: await listed('contracts', customer, 'contract'),
  complaints: await listed('complaints', customer, 'complaint'),
});
const likely = async () => {
  const { items } = await centre.read<{ items: { customer: string }[] }>(
    'hotline',
    'likely-duplicates?phone=13800000001&customer=sun',
  );
  return items.map(({ customer }) => customer);
};

const tables = projections.flatMap(tablesOf).map(({ row }) => tableOf(row).name);

/** Every row of every read model, and every stream but those of merges. */
async function everything(): Promise<string[]> {
  for (const path of ['tickets', 'units', 'contracts', 'complaints'])
    await listed(path, 'sun', 'x');
  const all: string[] = [];
  for (const name of tables) {
    const { rows } = await client.query<{ row: string }>(
      `SELECT to_json(t)::text AS row FROM ${name} t ORDER BY 1`,
    );
    all.push(name, ...rows.map(({ row }) => row));
  }
  const { rows: events } = await client.query<{ row: string }>(
    `SELECT to_json(e)::text AS row FROM event_store.events e WHERE stream NOT LIKE 'merge-%' ORDER BY position`,
  );
  return [...all, ...events.map(({ row }) => row)];
}

/** What a check of the document comes to on a ticket of the first file. */
async function claim(ticket: string, time: string, by = 'li-wei') {
  const [hour] = time.split(':');
  await centre.done('hotline', 'tickets', { ...call(ticket, time), customer: 'sun', site: 'home' });
  await take(centre, ticket, [
    [
      'dispatcher',
      'schedule-visit',
      `${hour}:05`,
      visitIn(span(`${hour}:20`, `${hour}:50`), by)[3]!,
    ],
    [by, 'depart', `${hour}:10`, { visit: 1 }],
    [by, 'record-arrival', `${hour}:21`, { visit: 1 }],
  ]);
  return centre.tell(by, `tickets/${ticket}/check-entitlement`, {
    visit: 1,
    document: 'W-1',
    occurredAt: at(`${hour}:22`),
  });
}

/** The acceptance of the system drafts the contract of its warranty. */
function warrantyDrafted(): Promise<void> {
  return until(async () => (await listed('contracts', 'sun-2', 'contract')).includes('BX-U-1'));
}

beforeAll(async () => {
  centre = await Centre.open();
  client = new pg.Client({ connectionString: centre.service.databaseUrl });
  await client.connect();
  await equip(centre);
  await centre.hire('wang-fang');
  for (const customer of ['sun', 'sun-2']) {
    const file = { customer, name: '孙丽', phone: '138 0000 0001' };
    await centre.done('hotline', 'customers', file);
    const home = { site: 'home', address: `人民路 ${customer} 号`, landmark: null };
    await centre.done('hotline', `customers/${customer}/add-site`, home);
  }
  const unit = { unit: 'U-1', kind: 'system', product: '门禁', documents: ['W-1'] };
  const owned = { ...unit, customer: 'sun-2', site: 'home', acceptedOn: DAY };
  await centre.done('supervisor', 'units', owned);
  await warrantyDrafted();
  const terms = { response: 60, restoration: 180, price: '1.00' };
  const draft = { contract: 'HT-1', customer: 'sun-2', kind: 'maintenance', from: DAY, until: DAY };
  const promised = { ...terms, maintenance: [], sparesPriority: false, retraining: false };
  await centre.done('supervisor', 'contracts', {
    ...draft,
    sites: [],
    systems: [],
    terms: promised,
  });
  const lost = { ...call('T-lost'), customer: 'sun-2', site: 'home' };
  await centre.done('hotline', 'tickets', lost);
  const complaint = { complaint: 'TS-1', channel: 'phone', customer: 'sun-2' };
  await centre.done('hotline', 'complaints', complaint);
}, 60_000);

afterAll(async () => {
  await client?.end();
  await centre?.close();
});

describe('[R8] a merged customer’s lost history', () => {
  const lost = {
    tickets: ['T-lost'],
    units: ['U-1'],
    contracts: ['BX-U-1', 'HT-1'],
    complaints: ['TS-1'],
  };
  const none = { tickets: [], units: [], contracts: [], complaints: [] };

  test('is not that of the file that one looks at, which is told to be likely the same', async () => {
    expect([await theirs('sun'), await theirs('sun-2')]).toEqual([none, lost]);
    expect(await likely()).toEqual(['sun-2']);
    before = await everything();
  });

  test('[V11] is found by either file once they are merged, and so is what entitles', async () => {
    await centre.done('supervisor', 'customer-merges/sun/merge-customer', both);
    expect([await theirs('sun'), await theirs('sun-2')]).toEqual([lost, lost]);
    expect(await likely()).toEqual([]);
    expect(await centre.read('hotline', 'customer-merges/sun-2')).toEqual({
      merged: [],
      into: 'sun',
    });
  });

  test('stays where it was when the merge is undone: each row and each stream is as before', async () => {
    await centre.done('supervisor', 'customer-merges/sun/undo-merge', undo);
    expect(await everything()).toEqual(before);
    expect([await theirs('sun'), await theirs('sun-2')]).toEqual([none, lost]);
  });
});

test('[V11] a document of the other file entitles while they are merged, and what was checked then stands', async () => {
  await centre.done('supervisor', 'customer-merges/sun/merge-customer', both);
  const merged = await claim('T-2', '09:00');
  expect(merged.body.events[0]!.data).toMatchObject({ entitlement: { kind: 'in-warranty' } });
  await centre.done('supervisor', 'customer-merges/sun/undo-merge', undo);
  const parted = await claim('T-3', '15:00', 'wang-fang');
  expect(parted.body).toMatchObject({ status: 422, article: 'V11' });
  const shown = await centre.read<{ visits: { entitlement: object }[] }>(
    'supervisor',
    'tickets/T-2',
  );
  expect(shown.visits[0]!.entitlement).toMatchObject({ kind: 'in-warranty' });
});

interface Page {
  readonly files: readonly { readonly customer: string }[];
  readonly units?: { readonly items: readonly object[] };
  readonly complaints?: object;
}

test('[R8] a customer’s page shows all of their files, and no part to whoever may not read it', async () => {
  await centre.done('supervisor', 'customer-merges/sun/merge-customer', both);
  const head = await centre.service.store.head();
  const page = (customer: string) => `customers/${customer}/page?minPosition=${head}`;
  const shown = await centre.read<Page>('hotline', page('sun-2'));
  expect(shown).toMatchObject({
    files: [{ customer: 'sun' }, { customer: 'sun-2', sites: [{ site: 'home' }] }],
    units: { items: [{ unit: 'U-1', customer: 'sun-2', cover: { kind: 'in-warranty' } }] },
    contracts: { items: [{ contract: 'BX-U-1' }, { contract: 'HT-1' }], next: null },
    complaints: { items: [{ complaint: 'TS-1' }] },
  });
  await centre.done('supervisor', 'customer-merges/sun/undo-merge', undo);
  const alone = await centre.read<Page>('hotline', page('sun'));
  expect([alone.files.length, alone.units?.items]).toEqual([1, []]);
  const token = await centre.service.token('integrator');
  const url = `${centre.url}/api/v1/${page('sun-2')}`;
  const { body } = await send<Page>(url, { method: 'GET', token });
  expect([body.complaints, body.units?.items.length]).toEqual([undefined, 1]);
  const none = await centre.send('hotline', page('nobody'), { method: 'GET' });
  expect(none).toMatchObject({ status: 404, body: { code: 'unknown-customer' } });
});

test('[R8] who is merged is on file, and is not merged twice', async () => {
  const merge = (customer: string, merged: string) =>
    centre.tell('supervisor', `customer-merges/${customer}/merge-customer`, { merged, reason });
  expect(await merge('sun', 'nobody')).toMatchObject({
    status: 404,
    body: { code: 'unknown-customer', errors: [{ pointer: '/merged' }] },
  });
  await centre.done('hotline', 'customers', { customer: 'li', name: '李', phone: '13800000003' });
  expect((await merge('sun', 'sun-2')).status).toBe(200);
  expect(await merge('li', 'sun-2')).toMatchObject({ body: { code: 'merged-already' } });
  expect(await merge('sun-2', 'li')).toMatchObject({ body: { code: 'merged-already' } });
  expect(await merge('li', 'sun')).toMatchObject({ body: { code: 'has-merged' } });
});
