import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import { employeeOf, StandingCentre, type Who } from './testing/standing-centre.js';

/* Acts whose consequences go beyond the case, played from the policy's text through the routes and the processes. */

let centre: StandingCentre;
const year = '2026';
const MONDAY = '2026-03-02';

beforeAll(async () => {
  centre = await StandingCentre.start(`${MONDAY}T01:00:00.000Z`);
  await centre.promulgate('2026.1');
  await centre.setClock(`${MONDAY}T01:30:00.000Z`);
}, 120_000);

afterAll(() => centre?.stop());

interface Case {
  readonly case: number;
  readonly article: string;
  readonly status: string;
}
const casesOf = async (whose: Who) => {
  const { cases = [] } = (await centre.standing(whose, year)) as { cases?: readonly Case[] };
  return cases;
};
const fileOf = async (who: Who) =>
  (await centre.get('manager', `employees/${employeeOf(who)}`)).body;

describe('[D18] private dealings of a competing firm', () => {
  let number: number;

  test('are a demerit of the direct supervisor of that time, who had not reported them', async () => {
    const { open, ok } = centre.of('sales', year);
    await centre.setClock(`${MONDAY}T02:00:00.000Z`);
    await centre.file('sales', {
      department: 'sales',
      reportsTo: employeeOf('chief'),
    });
    const happenedAt = `${MONDAY}T01:45:00.000Z`;
    const facts = '为竞争厂商代销零件';
    number = await open({ article: 'D18', clause: 'competing', facts, happenedAt });
    await ok('manager', 'verify-case', { case: number, result: '属实' });
    await ok('manager', 'propose-act', { case: number });
    await ok('sales', 'hear-employee', { case: number, statement: '并无此事' });
    await ok('deputy', 'decide-act', { case: number });
    await until(async () => (await casesOf('supervisor')).length > 0);
    expect(await casesOf('supervisor')).toMatchObject([
      { article: 'D18', clause: 'unreported', status: 'open', happenedAt },
    ]);
    expect(await casesOf('chief')).toEqual([]);
  });

  test('follow the act: nobody opens it by hand, and it goes with it', async () => {
    const { refused } = centre.of('supervisor', year);
    const said = { article: 'D18', clause: 'unreported', facts: '未呈报' };
    expect(await refused('hotline', 'open-case', said)).toMatchObject({
      article: 'D18',
      code: 'case-follows-by-itself',
    });
    const { ok } = centre.of('sales', year);
    await ok('sales', 'file-appeal', { case: number, grounds: '并无此事' });
    const opinion = await centre.paper('书面意见');
    const of = { case: number, verdict: 'revoke', reason: '查无实据' };
    await ok('manager', 'decide-appeal', { ...of, opinionBy: employeeOf('stranger'), opinion });
    await until(async () => (await casesOf('supervisor'))[0]!.status === 'dropped');
    await until(async () => (await fileOf('sales'))['status'] === 'active');
    expect((await centre.standing('sales', year))['points']).toBe(0);
  });
});

describe('[D20] a supervisor who drank on duty outside together with those whom they lead', () => {
  const facts = '外出期间一同饮酒';
  const together = () => [employeeOf('technician')];

  test('is removed from post, and not given the demerit; the successor must lead, and not be below', async () => {
    const { open, ok, refused } = centre.of('supervisor', year);
    const alone = await refused('hotline', 'open-case', {
      article: 'D20',
      clause: 'with-subordinates',
      facts,
    });
    expect(alone).toMatchObject({ article: 'D20', code: 'no-supervisor-with-subordinates' });
    const number = await open({
      article: 'D20',
      clause: 'with-subordinates',
      facts,
      together: together(),
    });
    await ok('chief', 'verify-case', { case: number, result: '属实' });
    const { events } = await ok('chief', 'propose-act', { case: number });
    expect(events[0]!.data).toMatchObject({ measures: ['absence', 'removal'] });
    await ok('supervisor', 'hear-employee', { case: number, statement: '当日确有其事' });
    expect(await refused('chief', 'decide-act', { case: number })).toMatchObject({
      article: 'D7',
      code: 'decided-by-the-general-manager',
    });
    for (const successor of ['technician', 'supervisor'] as const)
      expect(
        await refused('manager', 'decide-act', {
          case: number,
          successor: employeeOf(successor),
        }),
      ).toMatchObject({ article: 'D20', code: 'removal-without-successor' });
    await ok('manager', 'decide-act', { case: number, successor: employeeOf('stranger') });
    await until(async () => (await fileOf('technician'))['reportsTo'] === employeeOf('stranger'));
    expect(await fileOf('supervisor')).toMatchObject({ supervisor: false, status: 'active' });
    expect((await centre.standing('supervisor', year))['points']).toBe(0);
  });

  test('leads nobody any more, and has their own case', async () => {
    const { refused } = centre.of('technician', year);
    const of = { article: 'D37', clause: 'no-repair-file', facts: '未建档' };
    const number = await centre.of('technician', year).open(of);
    expect(
      await refused('supervisor', 'verify-case', { case: number, result: '属实' }),
    ).toMatchObject({ status: 403 });
    const own = `standings/${employeeOf('supervisor')}/${year}`;
    expect((await centre.get('supervisor', own)).status).toBe(200);
    // Whoever succeeds them leads those whom they led, from then on.
    await centre.of('technician', year).ok('stranger', 'verify-case', {
      case: number,
      result: '属实',
    });
  });
});

test('[D41] [D43] an edition that cuts the year judges what happens from then on, and nothing before it', async () => {
  interface Line {
    readonly editions: readonly { readonly text: { readonly points: Record<string, number> } }[];
  }
  const { body } = await centre.get<Line>('manager', 'editions/document-2');
  const { text } = body.editions[0]!;
  const dearer = { ...text, points: { ...text.points, demerit: -4 } };
  await centre.setClock(`${MONDAY}T03:00:00.000Z`);
  // The supervisor is removed from post by now.
  await centre.promulgate('2026.2', { text: dearer }, 'chief');
  await centre.setClock(`${MONDAY}T04:00:00.000Z`);
  const { open, ok } = centre.of('sales', year);
  const talksBack = { article: 'D26', clause: 'talks-back', facts: '言语顶撞上司' };
  for (const happenedAt of [`${MONDAY}T03:30:00.000Z`, `${MONDAY}T02:59:59.999Z`]) {
    const number = await open({ ...talksBack, happenedAt, matter: happenedAt });
    await ok('chief', 'propose-act', { case: number });
    await ok('sales', 'hear-employee', { case: number, statement: '一时激动' });
    await ok('chief', 'decide-act', { case: number });
    // The first is judged by the second edition, the second by the first, whenever they are decided.
    expect((await centre.standing('sales', year))['points']).toBe(number === 2 ? -4 : -7);
  }
});
