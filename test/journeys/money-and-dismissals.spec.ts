import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HistoryPage } from '@app/audit';
import type { Instant, Span } from '@app/kernel';
import { until } from '@app/kernel/src/testing/until.js';
import type { TicketDetailAnswer } from '@app/tickets/src/read-models/ticket-detail/ticket-detail.row.js';
import type { Centre } from './centre/centre.js';
import { casesOf, judge, judgedCentre, march, MANAGER } from './centre/judged.js';

/* What technicians collect at the customer's, and what becomes of their visits as one is dismissed (D7, D30, D40). */

const visit = 1;
const FRIDAY = 6;
let centre: Centre;

beforeAll(async () => {
  centre = await judgedCentre();
  for (const technician of ['li-wei', 'zhao-jun', 'wang-fang']) await centre.hire(technician);
  const product = { unit: 'U-1', kind: 'product', product: '收音机', purchasedOn: '2020-04-15' };
  await centre.done('supervisor', 'units', { ...product, documents: ['W-1'] });
}, 60_000);

afterAll(() => centre?.close());

async function call(ticket: string, technician: string, window: Span): Promise<void> {
  const person = {
    name: '孙丽',
    phone: '13800000001',
    address: '人民路 8 号',
    landmark: '公园东门',
  };
  const said = { ticket, source: 'hotline', fault: '通电无声', ...person };
  await centre.done('hotline', 'tickets', said);
  const planned = { technician, window, atCustomersWish: false };
  await centre.done('dispatcher', `tickets/${ticket}/schedule-visit`, planned);
}

/** On Friday afternoon the technician is at the customer's, and is paid in cash for what was signed. */
async function collected(
  [ticket, technician, hour]: readonly [string, string, number],
  line: { readonly amount: string; readonly basis: string },
): Promise<void> {
  const [from, signedAt, over] = [`${hour}:00`, `${hour}:20`, `${hour}:50`].map((time) =>
    march(FRIDAY, time),
  ) as [Instant, Instant, Instant];
  await centre.until(from);
  await call(ticket, technician, { from, until: over });
  const step = (command: string, data: object = {}) =>
    centre.done(technician, `tickets/${ticket}/${command}`, { visit, ...data });
  await step('depart');
  await step('record-arrival');
  await step('check-entitlement', { document: 'W-1' });
  await centre.until(signedAt);
  const image = await centre.image(technician, `Mrs Sun: ${ticket}`);
  const signature = { name: '孙丽', role: 'customer', signedAt, image };
  const quote = { lines: [{ item: 'other', what: '加装', ...line }] };
  await step('acknowledge-charge', { quote, signature });
  await step('collect-charge', { amount: line.amount, method: 'cash', receipt: `SJ-${ticket}` });
}

/** When each event of a type happened to a ticket, and what it says. */
async function happened(ticket: string, type: string): Promise<readonly [Instant, object][]> {
  const path = `streams/ticket-${ticket}/events?limit=200`;
  const { items } = await centre.read<HistoryPage>(MANAGER, path);
  return items
    .filter((each) => each.type === type)
    .map(({ occurredAt, data }) => [occurredAt, data as object]);
}

const become = (employee: string, ...expected: readonly string[]) =>
  until(async () => JSON.stringify(await casesOf(centre, employee)) === JSON.stringify(expected));
const noticesOf = async (who: string) => {
  const { items } = await centre.read<{ items: readonly { about: { kind: string } }[] }>(
    who,
    'my-notices',
  );
  return items.map(({ about }) => about);
};

test('[D30] income of extra service, handed over in time, is shared by those who earned it, and paid once', async () => {
  await collected(['T-alarm', 'zhao-jun', 14], { amount: '600.01', basis: 'extra-service' });
  const ticket = 'tickets/T-alarm';
  await centre.done('dispatcher', `${ticket}/add-technician`, { visit, technician: 'wang-fang' });
  const earners = [
    { employee: 'zhao-jun', weight: 2 },
    { employee: 'wang-fang', weight: 1 },
  ];
  await centre.done('supervisor', `${ticket}/state-earners`, { visit, earners });
  await centre.done('dispatcher', `${ticket}/hand-over-money`, { visit, amount: '600.01' });
  for (const { employee } of earners) {
    await become(employee, 'D30.extra-service proposed');
    await judge(centre, [employee, 1], 'decide-act');
    await judge(centre, [employee, 1], 'pay-share');
    const twice = { year: '2026', case: 1 };
    const again = await centre.tell(MANAGER, `standings/${employee}/pay-share`, twice);
    expect(again).toMatchObject({ status: 422, body: { article: 'D30', code: 'share-paid' } });
  }
  const { items } = await centre.read<{ items: readonly object[] }>(
    MANAGER,
    'income-shares?state=paid',
  );
  // A fifth of 600.01 is 120.00: two thirds and one.
  expect(items).toMatchObject([
    { employee: 'wang-fang', paid: '40.00' },
    { employee: 'zhao-jun', paid: '80.00' },
  ]);
});

test('[D40] what is not handed over in two working days is demanded, and two more later a case', async () => {
  await collected(['T-kept', 'li-wei', 15], { amount: '50.00', basis: 'outside-conditions' });
  await centre.until(march(9, '09:00'));
  const received = { visit, amount: '10.00' };
  await centre.done('dispatcher', 'tickets/T-kept/hand-over-money', received);
  // Saturday and Sunday do not count: the second working day ends with Tuesday.
  await centre.until(march(11, '00:01'));
  await until(async () => (await happened('T-kept', 'MoneyDemanded')).length > 0);
  const demandedAt = march(11, '00:00');
  expect(await happened('T-kept', 'MoneyDemanded')).toMatchObject([
    [demandedAt, { employee: 'li-wei', amount: '40.00' }],
  ]);
  await until(async () => (await noticesOf('li-wei'))[0]?.kind === 'money-demanded');
  expect(await casesOf(centre, 'li-wei')).toEqual([]);

  await centre.until(march(14, '00:01'));
  await become('li-wei', 'D40.income-kept open');
  expect(await happened('T-kept', 'MoneyKept')).toMatchObject([
    [march(14, '00:00'), { employee: 'li-wei', amount: '40.00', demandedAt }],
  ]);
  const proposes = { year: '2026', case: 1 };
  const unverified = await centre.tell(MANAGER, 'standings/li-wei/propose-act', proposes);
  expect(unverified).toMatchObject({ status: 422, body: { article: 'D40' } });
});

test('[D40] a hand-over of before the demand that is told late withdraws it, and the case with it', async () => {
  await judge(centre, ['li-wei', 1], 'verify-case', { result: '本人拒交' });
  const body = { visit, amount: '40.00', occurredAt: march(10, '17:00') };
  const told = await centre.send('dispatcher', 'tickets/T-kept/hand-over-money', { body });
  expect(told.status).toBe(200);
  await become('li-wei', 'D40.income-kept dropped');
  await until(async () => (await noticesOf('li-wei'))[0]?.kind === 'money-demand-withdrawn');
  expect((await noticesOf('li-wei'))[0]).toMatchObject({ visit, rest: '0.00' });
});

test('[D7] whoever is dismissed goes to no customer any more, and who had planned it has it in their notices', async () => {
  const next = { from: march(16, '09:00'), until: march(16, '11:00') };
  await call('T-next', 'wang-fang', next);
  const facts = { article: 'D33', clause: 'collusion', facts: '虚报更换配件' };
  await centre.done('hotline', 'standings/wang-fang/open-case', { year: '2026', ...facts });
  const of = ['wang-fang', 2] as const;
  await judge(centre, of, 'verify-case', { result: '查证属实' });
  await judge(centre, of, 'propose-act');
  await judge(centre, of, 'hear-employee', { statement: '情况属实' });
  await judge(centre, of, 'decide-act');
  const detail = () => centre.read<TicketDetailAnswer>('dispatcher', 'tickets/T-next');
  await until(async () => (await detail()).visits[0]!.progress === 'cancelled');
  const { visits, findings } = await detail();
  expect(visits).toHaveLength(1);
  // Nobody decided on the appointment, so nothing is found of its change.
  expect(findings.filter(({ article }) => article !== 'B2')).toEqual([]);
  const unassigned = { kind: 'visit-unassigned', visit: 1 };
  await until(async () =>
    (await noticesOf('dispatcher')).some(({ kind }) => kind === unassigned.kind),
  );
  expect(await noticesOf('dispatcher')).toContainEqual(unassigned);
  // They keep their own case, and plan no more.
  await until(
    async () => (await centre.send('wang-fang', 'tickets', { method: 'GET' })).status === 403,
  );
  const planned = { technician: 'wang-fang', window: next, atCustomersWish: false };
  const again = await centre.tell('dispatcher', 'tickets/T-next/schedule-visit', planned);
  expect(again.status).toBeGreaterThanOrEqual(400);
});
