import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plusDays } from '@app/kernel';
import { at, Centre, DAY, span } from './centre/centre.js';
import { call, equip, take, untilWork, visitIn } from './centre/good-day.js';

let centre: Centre;
/** Of the last step that was told of the first ticket. */
let position: string;

const terms = (until: string) => ({ document: 'ZB-2024-18', until });
const said = { product: '门禁', documents: ['W-1'], acceptedOn: plusDays(DAY, -700) };

interface Detail {
  readonly visits: readonly { readonly entitlement: object; readonly unit: object }[];
}

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre);
  const unit = { unit: 'U-1', kind: 'system', ...said, terms: terms(DAY) };
  const components = [{ barcode: 'BC-1', name: '分机' }];
  await centre.done('supervisor', 'units', { ...unit, components });
  for (const ticket of ['T-1', 'T-2']) await centre.done('hotline', 'tickets', call(ticket));
  await take(centre, 'T-1', [visitIn(span('09:00', '11:00'))]);
  await take(centre, 'T-2', [visitIn(span('14:00', '16:00'))]);
  ({ position } = await take(centre, 'T-1', untilWork()));
}, 60_000);

afterAll(() => centre?.close());

const evidence = {
  unit: 'U-1',
  product: '门禁',
  warranty: {
    countedFrom: 'final-acceptance',
    from: said.acceptedOn,
    until: DAY,
    document: 'ZB-2024-18',
  },
};
const shown = async () => {
  const path = `tickets/T-1?minPosition=${position}`;
  return (await centre.read<Detail>('supervisor', path)).visits[0];
};

test('[V11] [B2] on the last day of its warranty the unit is covered, and the ticket says by what', async () => {
  expect(await shown()).toMatchObject({
    entitlement: { kind: 'in-warranty', reference: 'W-1' },
    unit: evidence,
  });
});

test('[V12] a complaint of others: a warranty that is corrected later changes nothing of what a visit found', async () => {
  const yesterday = plusDays(DAY, -1);
  const correction = { ...said, terms: terms(yesterday), reason: '标书日期抄错' };
  await centre.done('supervisor', 'units/U-1/correct-unit', correction, { 'If-Match': '"1"' });
  expect(await centre.read('supervisor', 'units/U-1')).toMatchObject({
    warranty: { until: yesterday },
  });
  expect(await shown()).toMatchObject({ entitlement: { kind: 'in-warranty' }, unit: evidence });
  const by = { barcode: 'BC-2', name: '分机' };
  await centre.done('li-wei', 'units/U-1/replace-component', {
    replaced: 'BC-1',
    by,
    ticket: 'T-1',
    occurredAt: at('09:40'),
  });
  const arrival = [
    ['li-wei', 'depart', '14:00', { visit: 1 }],
    ['li-wei', 'record-arrival', '14:10', { visit: 1 }],
  ] as const;
  await take(centre, 'T-2', arrival);
  const looked = await centre.done('li-wei', 'tickets/T-2/check-entitlement', {
    visit: 1,
    barcode: 'BC-1',
    documentNotFound: true,
    occurredAt: at('14:15'),
  });
  expect(looked.events[0]!.data).toMatchObject({
    entitlement: { kind: 'chargeable' },
    ended: 'in-warranty',
    unit: { component: { barcode: 'BC-1', replacedBy: 'BC-2' }, warranty: { until: yesterday } },
  });
});

test('[V12] what the file says by now stands beside what the visits went by', async () => {
  const head = await centre.service.store.head();
  const detail = (ticket: string) =>
    centre.read<{ visits: object[]; unitsNow: object[] }>(
      'supervisor',
      `tickets/${ticket}?minPosition=${head}`,
    );
  const first = await detail('T-1');
  expect(first.visits).toMatchObject([{ unit: evidence }]);
  expect(first.unitsNow).toMatchObject([
    { visit: 1, unit: { unit: 'U-1', warranty: { until: plusDays(DAY, -1) } } },
  ]);
  expect((await detail('T-2')).unitsNow).toEqual([]);
});

test('[R8] a unit’s history has its owners, corrections, swapped components and tickets', async () => {
  await centre.done('hotline', 'customers', {
    customer: 'sun',
    name: '孙丽',
    phone: '13800000001',
  });
  await centre.done('supervisor', 'units/U-1/move-unit', { customer: 'sun' });
  const head = await centre.service.store.head();
  expect(await centre.read('supervisor', `units/U-1/history?minPosition=${head}`)).toMatchObject({
    unit: 'U-1',
    owners: [{ customer: null }, { customer: 'sun', site: null }],
    file: [{ what: 'registered' }, { what: 'corrected', reason: '标书日期抄错' }],
    components: [{ barcode: 'BC-1', replacedBy: 'BC-2', ticket: 'T-1' }, { barcode: 'BC-2' }],
    tickets: [
      { ticket: 'T-2', visits: [{ entitlement: { kind: 'chargeable' } }] },
      {
        ticket: 'T-1',
        visits: [{ technician: 'li-wei', unit: evidence, parts: [], readings: [] }],
      },
    ],
  });
  const none = await centre.send('supervisor', 'units/U-9/history', { method: 'GET' });
  expect(none).toMatchObject({ status: 404, body: { code: 'unknown-unit' } });
});

test('[R8] a ticket’s tag changes with the files of its units, and a command takes it for the version', async () => {
  const ask = (headers: Record<string, string> = {}) =>
    centre.send('supervisor', 'tickets/T-1', { method: 'GET', headers });
  const tag = (await ask()).headers.get('etag')!;
  expect((await ask({ 'If-None-Match': tag })).status).toBe(304);
  const again = { ...said, reason: '按验收单再次更正' };
  const unit = await centre.send('supervisor', 'units/U-1', { method: 'GET' });
  const seen = { 'If-Match': unit.headers.get('etag')! };
  await centre.done('supervisor', 'units/U-1/correct-unit', again, seen);
  const changed = await ask({ 'If-None-Match': tag });
  expect(changed.status).toBe(200);
  const now = changed.headers.get('etag')!;
  expect(now).not.toBe(tag);
  const version = /\d+/;
  expect(version.exec(now)?.[0]).toBe(version.exec(tag)?.[0]);
  const analysis = { symptom: '不开门', suspectedCause: '电源', parts: [], tools: [] };
  const path = 'tickets/T-1/analyse-fault';
  const stale = await centre.tell('dispatcher', path, analysis, { 'If-Match': '"1-x"' });
  expect(stale.body.code).toBe('bad-if-match');
  const taken = await centre.tell('dispatcher', path, analysis, { 'If-Match': now });
  expect(taken.status).toBe(200);
});
