import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { employeeOf, StandingCentre, type Who } from './testing/standing-centre.js';

/* What people add to the figures of others, through the routes: by paper, and with a second person. */

let centre: StandingCentre;
let paper: string;
const year = '2026';
const month = '2026-03';
const figures = (command: string, whose: Who = 'sales') =>
  `figures/${employeeOf(whose)}/${command}`;
const sale = () => ({
  year,
  of: 'sales',
  month,
  amount: '1200.50',
  reason: '补录手工单',
  evidence: [paper],
});

beforeAll(async () => {
  centre = await StandingCentre.start('2026-03-02T01:00:00.000Z');
  await centre.promulgate('2026.1');
  paper = await centre.paper('手工单');
}, 120_000);

afterAll(() => centre?.stop());

interface Row {
  readonly employee: string;
  readonly month: string;
}
/** The months of somebody's figures, as one of the staff reads them now. */
async function rows(who: Who, query = ''): Promise<readonly Row[]> {
  const head = await centre.service.store.head();
  const path = `figures?year=${year}&minPosition=${head}${query}`;
  const { body, status } = await centre.get<{ items: Row[] }>(who, path);
  expect(status).toBe(200);
  return body.items;
}
const march = async (who: Who = 'manager') =>
  (await rows(who, `&employee=${employeeOf('sales')}&month=${month}`))[0];
const account = async (language: 'zh' | 'en') => {
  const path = `streams/figures-${employeeOf('sales')}:${year}/account`;
  const { body } = await centre.get<{ lines: { text: string }[] }>('sales', path, language);
  return JSON.stringify(body);
};

describe('[R13] [R2] a result that somebody adds by hand', () => {
  test('names a paper that is stored', async () => {
    const { evidence: _none, ...bare } = sale();
    expect(await centre.refused('supervisor', figures('adjust-result'), bare)).toMatchObject({
      status: 400,
      errors: [{ pointer: '/evidence' }],
    });
    const unknown = { ...sale(), evidence: ['a'.repeat(64)] };
    expect(await centre.refused('supervisor', figures('adjust-result'), unknown)).toMatchObject({
      code: 'unknown-file',
      errors: [{ pointer: '/evidence' }],
    });
  });

  test('waits for somebody else, and counts for nothing until then', async () => {
    const key = { 'Idempotency-Key': 'sale-of-march' };
    const said = sale();
    const one = await centre.ok('supervisor', figures('adjust-result'), said, key);
    const two = await centre.ok('supervisor', figures('adjust-result'), said, key);
    expect([one.repeated, two.repeated, two.version]).toEqual([false, true, one.version]);
    expect(await march()).toMatchObject({ sales: '0.00', proposals: '1', waiting: true });
    expect(await rows('manager', '&waiting=true')).toHaveLength(1);
    const of = { year, proposal: 1 };
    const confirm = figures('confirm-figures');
    expect(await centre.refused('supervisor', confirm, of)).toMatchObject({
      article: 'R2',
      code: 'own-figures-confirmed',
    });
    expect(await centre.refused('stranger', confirm, of)).toMatchObject({
      status: 403,
      code: 'not-led-by-you',
    });
    expect(await centre.refused('sales', confirm, of)).toMatchObject({ status: 403 });
    await centre.ok('chief', confirm, of);
    expect(await march()).toMatchObject({ sales: '1200.50', proposals: null, waiting: false });
    expect(await centre.refused('manager', confirm, of)).toMatchObject({
      code: 'proposal-answered',
    });
  });

  test('counts for nothing where it is refused, with the reason', async () => {
    await centre.ok('chief', figures('adjust-result'), { ...sale(), amount: '-200.50' });
    const of = { year, proposal: 2 };
    await centre.ok('supervisor', figures('refuse-figures'), { ...of, reason: '单据不符' });
    expect(await march()).toMatchObject({ sales: '1200.50', waiting: false });
    expect(await account('zh')).toContain('不予确认第 2 笔手工数字：“单据不符”');
    expect(await account('en')).toContain('refused the figures by hand number 2');
  });
});

describe('[R13] a target of a month that has begun', () => {
  const target = (amount: string) => ({ year, of: 'sales', months: [{ month, amount }] });

  test('says why, and waits for the general manager', async () => {
    const set = figures('set-targets');
    expect(await centre.refused('supervisor', set, target('5000.00'))).toMatchObject({
      code: 'late-target-without-reason',
      errors: [{ pointer: '/reason' }],
    });
    await centre.ok('supervisor', set, { ...target('5000.00'), reason: '月中到岗' });
    expect(await march()).toMatchObject({ salesTarget: null, proposals: '3', waiting: true });
    const of = { year, proposal: 3 };
    expect(await centre.refused('chief', figures('confirm-figures'), of)).toMatchObject({
      article: 'R13',
      code: 'late-target-not-confirmed-by-manager',
    });
    await centre.ok('manager', figures('confirm-figures'), of);
    expect(await march()).toMatchObject({ salesTarget: '5000.00', setLate: '月中到岗' });
  });

  test('is set at once where the month is still to come', async () => {
    const months = [{ month: '2026-04', amount: '6000.00' }];
    await centre.ok('supervisor', figures('set-targets'), { year, of: 'sales', months });
    const [april] = await rows('manager', '&month=2026-04');
    expect(april).toMatchObject({ salesTarget: '6000.00', setLate: null, waiting: false });
  });
});

describe('[R13] [R2] leave', () => {
  const leave = { year, from: '2026-03-30', until: '2026-04-01', reason: '病假' };

  test('counts in its months once another has confirmed it', async () => {
    await centre.ok('supervisor', figures('record-leave'), leave);
    expect(await march()).toMatchObject({ leaveDays: 0, proposals: '4', waiting: true });
    const of = { year, proposal: 4 };
    expect(await centre.refused('supervisor', figures('confirm-figures'), of)).toMatchObject({
      article: 'R2',
      code: 'own-figures-confirmed',
    });
    const twice = await centre.refused('chief', figures('record-leave'), leave);
    expect(twice).toMatchObject({ code: 'leave-twice', errors: [{ pointer: '/from' }] });
    await centre.ok('chief', figures('confirm-figures'), of);
    expect(await march()).toMatchObject({ leaveDays: 2, waiting: false });
    const [april] = await rows('manager', '&month=2026-04');
    expect(april).toMatchObject({ leaveDays: 1, waiting: false });
    expect(await account('zh')).toContain(
      '确认第 4 笔手工录入，登记第 1 次请假，2026-03-30 至 2026-04-01',
    );
  });

  test('is withdrawn so too', async () => {
    const withdraw = { year, leave: 1, reason: '未休' };
    await centre.ok('chief', figures('withdraw-leave'), withdraw);
    expect(await march()).toMatchObject({ leaveDays: 2, proposals: '5', waiting: true });
    await centre.ok('supervisor', figures('confirm-figures'), { year, proposal: 5 });
    expect(await march()).toMatchObject({ leaveDays: 0, waiting: false });
    expect(await account('en')).toContain('confirmed number 5 by hand, and withdrew leave 1');
  });
});

describe('[R2] figures', () => {
  test('are read by whose they are, those above them and who audits', async () => {
    const seen = async (who: Who) => new Set((await rows(who)).map(({ employee }) => employee));
    const own = new Set([employeeOf('sales')]);
    const hours = { year, of: 'quota', months: [{ month: '2026-04', amount: '160.00' }] };
    await centre.ok('supervisor', figures('set-targets', 'technician'), hours);
    expect(await seen('sales')).toEqual(own);
    expect(await seen('technician')).toEqual(new Set([employeeOf('technician')]));
    for (const who of ['supervisor', 'chief', 'manager', 'auditor'] as const)
      expect(await seen(who)).toEqual(new Set([employeeOf('technician'), employeeOf('sales')]));
    for (const who of ['stranger', 'hotline'] as const) expect(await seen(who)).toEqual(new Set());
    // Whoever asks for another's by name is shown nothing of it.
    expect(await rows('technician', `&employee=${employeeOf('sales')}`)).toEqual([]);
  });

  test('are kept by nobody for themself', async () => {
    const own = { year, of: 'sales', months: [{ month: '2026-05', amount: '1.00' }] };
    expect(await centre.refused('supervisor', figures('set-targets', 'supervisor'), own)).toEqual(
      expect.objectContaining({ article: 'R2', code: 'own-figures' }),
    );
  });
});
