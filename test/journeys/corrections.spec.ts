import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Replay } from '@app/audit';
import { at, Centre, DAY, span } from './centre/centre.js';
import { call, equip, give, stock, take, untilWork, visitIn, warrant } from './centre/good-day.js';

const visit = 1;
let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre, 'li-wei', 3);
  await warrant(centre);
  for (const ticket of ['T-1', 'T-2']) await centre.done('hotline', 'tickets', call(ticket));
  await take(centre, 'T-1', [visitIn(span('09:00', '10:00'))]);
  await take(centre, 'T-2', [visitIn(span('10:00', '11:00'))]);
  for (const step of untilWork())
    for (const ticket of ['T-1', 'T-2']) await take(centre, ticket, [step]);
  await centre.until(at('12:00'));
}, 60_000);

afterAll(() => centre?.close());

const stateOf = async <State>(stream: string) =>
  (await centre.read<Replay>('supervisor', `streams/${stream}/replay`)).state as State;
const inHand = async (sku: string) => {
  const { thousandths } = await stateOf<{ thousandths: number }>(`stock-${sku}:hands-li-wei`);
  return thousandths / 1000;
};

test('[R10] hours that are corrected free the time in the diary, and take the right one', async () => {
  const hours = async () =>
    (await stateOf<{ hours: readonly object[] }>(`diary-li-wei-${DAY}`)).hours;
  const log = (ticket: string, from: string, until: string) =>
    centre.tell('li-wei', `tickets/${ticket}/log-labour`, {
      visit,
      workType: '维修',
      span: span(from, until),
    });
  expect((await log('T-1', '09:20', '10:20')).status).toBe(200);
  expect((await log('T-2', '10:00', '10:30')).body).toMatchObject({ code: 'labour-overlaps' });
  const correct = { entry: 1, span: span('09:20', '10:00'), reason: '看错钟点' };
  await centre.done('li-wei', 'tickets/T-1/correct-labour', correct);
  expect((await log('T-2', '10:00', '10:30')).status).toBe(200);
  const longer = { ...correct, span: span('09:20', '10:01') };
  const refused = await centre.tell('li-wei', 'tickets/T-1/correct-labour', longer);
  expect(refused).toMatchObject({ status: 422, body: { code: 'labour-overlaps' } });
  expect(await hours()).toMatchObject([
    { ticket: 'T-1', span: span('09:20', '10:00') },
    { ticket: 'T-2', span: span('10:00', '10:30') },
  ]);
  const gone = { entry: 1, withdrawn: true, reason: '记错工单' };
  await centre.done('li-wei', 'tickets/T-2/correct-labour', gone);
  expect(await hours()).toMatchObject([{ ticket: 'T-1' }]);
});

test('[R12] a part that was not used is in the technician’s hands again', async () => {
  await stock(centre, 'CAP-40');
  await give(centre, 'li-wei', 1, 'CAP-40');
  const correct = (data: object) =>
    centre.tell('li-wei', 'tickets/T-1/correct-part', { entry: 2, reason: '多记', ...data });
  await centre.done('li-wei', 'tickets/T-1/consume-part', { visit, sku: 'CAP-35', quantity: 3 });
  expect(await inHand('CAP-35')).toBe(0);
  expect((await correct({ quantity: 1 })).status).toBe(200);
  expect(await inHand('CAP-35')).toBe(2);
  expect((await correct({ quantity: 4 })).body).toMatchObject({ code: 'part-not-in-hand' });
  expect((await correct({ quantity: 3 })).status).toBe(200);
  expect(await inHand('CAP-35')).toBe(0);
  expect((await correct({ sku: 'CAP-40', quantity: 1 })).status).toBe(200);
  expect([await inHand('CAP-35'), await inHand('CAP-40')]).toEqual([3, 0]);
  expect((await correct({ withdrawn: true })).status).toBe(200);
  expect([await inHand('CAP-35'), await inHand('CAP-40')]).toEqual([3, 1]);
});

test('[R12] what is in the hands of somebody who has left comes back, and so may they', async () => {
  await centre.hire('zhao-jun');
  await give(centre, 'zhao-jun', 2);
  const file = { employee: 'zhao-jun', name: '赵军', department: 'repair', supervisor: false };
  await centre.done('supervisor', 'employees/zhao-jun/record-employee-left', { reason: '调离' });
  const issue = { place: 'main', to: 'hands-zhao-jun', quantity: 1 };
  const more = await centre.tell('storekeeper', 'stock/CAP-35/issue-material', issue);
  expect(more.body).toMatchObject({ code: 'unknown-employee' });
  const back = { place: 'hands-zhao-jun', to: 'main', quantity: 2 };
  expect((await centre.tell('storekeeper', 'stock/CAP-35/return-material', back)).status).toBe(200);
  const held = await stateOf<{ thousandths: number }>('stock-CAP-35:hands-zhao-jun');
  expect(held.thousandths).toBe(0);
  expect((await centre.tell('supervisor', 'employees', file)).status).toBe(201);
});
