import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import { employeeOf, StandingCentre, type Who } from './testing/standing-centre.js';
import { send } from './testing/test-client.js';

/* A house that begins with a book on paper, and its turn of the year, through the routes and by the clock. */

let centre: StandingCentre;

beforeAll(async () => {
  centre = await StandingCentre.start('2026-10-09T01:00:00.000Z');
  await centre.promulgate('2026.1');
  await centre.setClock('2026-10-10T01:30:00.000Z');
}, 120_000);

afterAll(() => centre?.stop());

interface Case {
  readonly article: string;
  readonly clause: string;
  readonly status: string;
}
/** Every case of somebody's year, `D14.year proposed`, in order. */
async function cases(whose: Who, year: string): Promise<readonly string[]> {
  const { cases: all = [] } = (await centre.standing(whose, year)) as { cases?: Case[] };
  return all.map(({ article, clause, status }) => `${article}.${clause} ${status}`);
}
async function comeTo(whose: Who, year: string, expected: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(expected);
  await until(async () => JSON.stringify(await cases(whose, year)) === wanted).catch(
    () => undefined,
  );
  expect(await cases(whose, year)).toEqual(expected);
}
const months = (year: string, from: number, until: number) =>
  Array.from(
    { length: until - from + 1 },
    (_, index) => `${year}-${String(from + index).padStart(2, '0')}`,
  );
const figures = (whose: Who, command: string) => `figures/${employeeOf(whose)}/${command}`;
/** Added by paper by one, and confirmed by another. */
async function added(whose: Who, month: string, amount: string): Promise<void> {
  const year = month.slice(0, 4);
  const evidence = [await centre.paper(`${month} ${amount}`)];
  const of = whose === 'sales' ? 'sales' : 'hours';
  const said = { year, of, month, amount, reason: '补录', evidence };
  const { events } = await centre.ok('supervisor', figures(whose, 'adjust-result'), said);
  const { proposal } = events[0]!.data as { proposal: number };
  await centre.ok('chief', figures(whose, 'confirm-figures'), { year, proposal });
}

describe('[D44] a book on paper', () => {
  const source = '2026 年奖惩登记簿第 3 页';
  const dated = '2026-10-08';
  const act = (happenedOn: string) => ({
    article: 'D26',
    clause: 'talks-back',
    level: 'demerit',
    facts: '言语顶撞上司',
    happenedOn,
    decidedOn: happenedOn,
  });

  test('is taken over by two, and counts with what is judged here', async () => {
    const { ok, refused, open } = centre.of('sales', '2026');
    const acts = [act('2026-03-03'), act('2026-05-06')];
    const today = { source, dated: '2026-10-10', acts: [act('2026-10-10')] };
    expect(await refused('supervisor', 'enter-opening-acts', today)).toMatchObject({
      article: 'D44',
      code: 'paper-after-promulgation',
    });
    await ok('supervisor', 'enter-opening-acts', { source, dated, acts });
    expect((await centre.standing('sales', '2026'))['points'] ?? 0).toBe(0);
    expect(await refused('chief', 'approve-opening-acts', { entry: 1 })).toMatchObject({
      status: 403,
    });
    await ok('manager', 'approve-opening-acts', { entry: 1 });
    expect(await centre.standing('sales', '2026')).toMatchObject({ points: -6 });
    // A third demerit, decided here, makes a major one of them.
    const number = await open({ article: 'D28', clause: 'report', facts: '九月报表未缴' });
    await ok('supervisor', 'propose-act', { case: number });
    await ok('sales', 'hear-employee', { case: number, statement: '忘了' });
    await ok('supervisor', 'decide-act', { case: number });
    expect(await centre.standing('sales', '2026')).toMatchObject({
      points: -9,
      net: [{ level: 'major-demerit', of: [1, 2, 3] }],
    });
  });

  test('says what was reached in past years and months', async () => {
    const enter = figures('sales', 'enter-opening-figures');
    const of = (period: string) => ({
      of: 'sales',
      period,
      target: '1200.00',
      result: '1200.00',
    });
    for (const year of ['2024', '2025']) {
      const book = { source: `${year} 年业绩簿`, dated, figures: [of(year)] };
      await centre.ok('supervisor', enter, { year, ...book });
      await centre.ok('manager', figures('sales', 'approve-opening-figures'), { year, entry: 1 });
    }
    const monthly = months('2026', 1, 9).map((month) => ({
      of: 'sales',
      period: month,
      target: '100.00',
      result: '100.00',
    }));
    const book = { source: '2026 年业绩簿', dated, figures: monthly };
    await centre.ok('supervisor', enter, { year: '2026', ...book });
    const approve = figures('sales', 'approve-opening-figures');
    await centre.ok('manager', approve, { year: '2026', entry: 1 });
    const targets = months('2026', 10, 12).map((month) => ({ month, amount: '100.00' }));
    const set = { year: '2026', of: 'sales', months: targets, reason: '自十月起在此登记' };
    await centre.ok('manager', figures('sales', 'set-targets'), set);
    const basic = months('2026', 11, 12).map((month) => ({ month, amount: '100.00' }));
    const hours = { year: '2026', of: 'basic-hours', months: basic };
    await centre.ok('supervisor', figures('technician', 'set-targets'), hours);
    await centre.setClock('2026-12-30T01:00:00.000Z');
    await added('sales', '2026-12', '300.00');
  });
});

describe('[D14] the year that follows from paper and from here', () => {
  test('is met, and the third one after another', async () => {
    await centre.setClock('2027-01-04T01:00:00.000Z');
    await comeTo('sales', '2026', [
      'D26.talks-back decided',
      'D26.talks-back decided',
      'D28.report decided',
      'D14.year proposed',
      'D14.three-years proposed',
    ]);
    const { ok } = centre.of('sales', '2026');
    await ok('supervisor', 'decide-act', { case: 4 });
    await ok('supervisor', 'decide-act', { case: 5 });
    // −3 −3 −3 +3 +9, and the major demerit that three made is offset by the major merit.
    expect(await centre.standing('sales', '2026')).toMatchObject({
      points: 3,
      net: [{ level: 'merit', of: [4] }],
    });
  });

  test('is evaluated again where paper is corrected that its streak goes back to', async () => {
    const correct = async (corrects: number, result: string) => {
      const figure = { of: 'sales', period: '2024', target: '1200.00', result };
      const book = { source: '2024 年业绩簿，更正', dated: '2026-12-31', figures: [figure] };
      const said = { year: '2024', ...book, corrects };
      await centre.ok('supervisor', figures('sales', 'enter-opening-figures'), said);
      const entry = { year: '2024', entry: corrects + 1 };
      await centre.ok('manager', figures('sales', 'approve-opening-figures'), entry);
    };
    const before = await cases('sales', '2026');
    await correct(1, '1199.99');
    await comeTo('sales', '2026', [...before, 'D14.corrected proposed']);
    // It was right after all.
    await correct(2, '1200.00');
    await comeTo('sales', '2026', [...before, 'D14.corrected dropped']);
  });

  test('[D41] and another edition is tried on it without anything being stored', async () => {
    const draft = { edition: '2026.2' };
    await centre.ok('supervisor', 'editions/document-2/draft-edition', draft);
    const before = await centre.service.store.head();
    const path = `editions/document-2/simulation?edition=2026.2&year=2026&minPosition=${before}`;
    const { status } = await centre.get('manager', path);
    expect(status).toBe(200);
    expect(await centre.service.store.head()).toBe(before);
  });
});

describe('[D34] three months below the basic hours, across the turn of the year', () => {
  test('leave open what follows; a transfer is of its day', async () => {
    const months = [{ month: '2027-01', amount: '100.00' }];
    const late = { year: '2027', of: 'basic-hours', months, reason: '新年度指标' };
    await centre.ok('manager', figures('technician', 'set-targets'), late);
    await centre.setClock('2027-02-01T01:00:00.000Z');
    await comeTo('technician', '2027', ['D34.three-months open']);
    const { ok, refused } = centre.of('technician', '2027');
    expect(await refused('supervisor', 'propose-act', { case: 1 })).toMatchObject({
      article: 'D34',
    });
    await ok('supervisor', 'propose-act', { case: 1, measures: ['transfer'] });
    await ok('technician', 'hear-employee', { case: 1, statement: '十一月工时有漏记' });
    const transfer = { department: 'sales', from: '2027-02-05' };
    expect(await refused('supervisor', 'decide-act', { case: 1, transfer })).toMatchObject({
      article: 'D7',
    });
    const same = { department: 'repair' };
    expect(await refused('manager', 'decide-act', { case: 1, transfer: same })).toMatchObject({
      article: 'D34',
      code: 'transfer-without-department',
    });
    await ok('manager', 'decide-act', { case: 1, transfer });
    expect((await centre.standing('technician', '2027'))['points']).toBe(0);
    await centre.setClock('2027-02-05T01:00:00.000Z');
    await isIn('sales');
  });

  test('a figure of the first of them that comes late proposes to take it back, and the transfer with it', async () => {
    await added('technician', '2026-11', '100.00');
    await comeTo('technician', '2027', ['D34.three-months decided', 'D34.corrected proposed']);
    const { ok, refused } = centre.of('technician', '2027');
    expect(await refused('supervisor', 'decide-act', { case: 2 })).toMatchObject({ article: 'D7' });
    await ok('technician', 'hear-employee', { case: 2, statement: '同意更正' });
    await ok('manager', 'decide-act', { case: 2 });
    expect(await cases('technician', '2027')).toEqual([
      'D34.three-months revoked',
      'D34.corrected decided',
    ]);
    await isIn('repair');
  });

  async function isIn(department: string): Promise<void> {
    const file = async () =>
      (await centre.get('manager', `employees/${employeeOf('technician')}`)).body;
    await until(async () => (await file())['department'] === department);
  }
});

describe('[D8] the year that is closed', () => {
  const close = 'years/2026/close-year';
  const report = { article: 'D28', clause: 'report', facts: '十二月报表未缴' };

  test('has no open case, and takes neither act nor figure by hand', async () => {
    const { ok, refused, open } = centre.of('sales', '2026');
    const happenedAt = '2026-12-31T15:59:59.999Z';
    const number = await open({ ...report, happenedAt });
    expect(await centre.refused('manager', close, {})).toMatchObject({
      article: 'D8',
      code: 'cases-open',
    });
    await ok('supervisor', 'drop-case', { case: number, reason: '已缴' });
    expect(await centre.refused('supervisor', close, {})).toMatchObject({ status: 403 });
    // That the year is closed is no event of the standing, and yet no 304 hides it (R8).
    const path = `standings/${employeeOf('sales')}/2026`;
    const { headers } = await centre.get('manager', path);
    await centre.ok('manager', close, {});
    const changed = await send(centre.url(path), {
      method: 'GET',
      token: centre.token('manager'),
      headers: { 'If-None-Match': headers.get('etag')! },
    });
    expect(changed).toMatchObject({ status: 200, body: { closed: true } });
    const late = { ...report, year: '2026', happenedAt: '2026-12-31T15:00:00.000Z' };
    expect(await refused('hotline', 'open-case', late)).toMatchObject({
      article: 'D8',
      code: 'year-closed',
    });
    const leave = { year: '2026', from: '2026-12-01', until: '2026-12-02', reason: '病假' };
    expect(await centre.refused('chief', figures('sales', 'record-leave'), leave)).toMatchObject({
      article: 'D8',
      code: 'year-closed',
    });
  });

  test('takes them once it is reopened: what is no longer reached is proposed to be taken back', async () => {
    await centre.ok('manager', 'years/2026/reopen-year', { reason: '补报退货' });
    // Of October 23 days of 31 are asked for, 74.19; of the year 1174.19, of which a fen is missing now.
    await added('sales', '2026-12', '-25.82');
    await until(async () => (await cases('sales', '2026')).length > 7);
    expect((await cases('sales', '2026')).slice(-2)).toEqual([
      'D14.corrected proposed',
      'D14.corrected proposed',
    ]);
    await until(async () => {
      const { code } = await centre.refused('manager', close, {});
      return code === 'cases-open';
    });
    const { ok, refused } = centre.of('sales', '2026');
    // Whoever loses by it is heard first.
    expect(await refused('manager', 'decide-act', { case: 8 })).toMatchObject({
      article: 'R2',
      code: 'not-heard',
    });
    for (const number of [8, 9]) {
      await ok('sales', 'hear-employee', { case: number, statement: '同意' });
      await ok('supervisor', 'decide-act', { case: number });
    }
    expect(await centre.standing('sales', '2026')).toMatchObject({
      points: -9,
      net: [{ level: 'major-demerit', of: [1, 2, 3] }],
    });
  });
});
