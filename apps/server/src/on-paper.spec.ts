import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { employeeOf, StandingCentre, type Who } from './testing/standing-centre.js';

/* Statements and appeals that come in on paper, and their terms by working days, through the routes. */

let centre: StandingCentre;
const year = '2026';
/** The first week of October is off; the Sunday before it and the Saturday after it are worked. */
const CALENDAR = {
  year,
  edition: 1,
  restDays: [6, 7],
  holidays: [1, 2, 5, 6, 7].map((day) => ofNationalDay(`2026-10-0${day}`)),
  makeUpDays: ['2026-09-27', '2026-10-10'].map(ofNationalDay),
};

function ofNationalDay(date: string): object {
  return { date, name: { zh: '国庆节', en: 'National Day' } };
}

beforeAll(async () => {
  centre = await StandingCentre.start('2026-09-25T01:00:00.000Z', [CALENDAR]);
  await centre.promulgate('2026.1');
  // Saturday, the day before a day of work.
  await centre.setClock('2026-09-26T02:00:00.000Z');
}, 120_000);

afterAll(() => centre?.stop());

const sales = () => centre.of('sales', year);
const told = async (language: 'zh' | 'en') => {
  const { body } = await centre.get(
    'sales',
    `streams/standing-${employeeOf('sales')}:${year}/account`,
    language,
  );
  return JSON.stringify(body);
};
const fileOf = async (number: number) => {
  const { cases } = (await centre.standing('sales', year)) as { cases: { case: number }[] };
  return cases.find((each) => each.case === number);
};

describe('[R2] a statement on paper', () => {
  const statement = { case: 1, statement: '当日生病，已电话说明' };

  test('is taken down by somebody who judges cases, with the paper, and by no party', async () => {
    const { open, ok, refused } = sales();
    await open({ article: 'D28', clause: 'report', facts: '八月报表未缴' });
    const proposed = await ok('supervisor', 'propose-act', { case: 1 });
    // Three working days: Sunday 27, Monday 28 and Tuesday 29, to the end of that day.
    expect(proposed.events[0]!.data).toMatchObject({ hearingUntil: '2026-09-29T16:00:00.000Z' });
    const evidence = [await centre.paper('签字的陈述')];
    const codes: readonly [Who, object, object][] = [
      ['technician', { ...statement, evidence }, { status: 403, code: 'judges-only' }],
      ['supervisor', { ...statement, evidence }, { code: 'statement-taken-by-a-party' }],
      ['chief', statement, { code: 'statement-without-paper', errors: [{ pointer: '/evidence' }] }],
      ['chief', { ...statement, evidence: ['b'.repeat(64)] }, { code: 'unknown-file' }],
    ];
    for (const [who, said, code] of codes)
      expect(await refused(who, 'hear-employee', said as never)).toMatchObject(code);
    expect(await refused('supervisor', 'decide-act', { case: 1 })).toMatchObject({
      article: 'R2',
      code: 'not-heard',
    });
    await ok('chief', 'hear-employee', { ...statement, evidence });
    expect(await told('zh')).toContain(
      '据本人签字的书面陈述，代录第 1 案的陈述：“当日生病，已电话说明”',
    );
    expect(await told('en')).toContain('took down the statement in case 1 from paper');
  });

  test('and whoever took it down does not decide', async () => {
    const { ok, refused } = sales();
    expect(await refused('chief', 'decide-act', { case: 1 })).toMatchObject({
      article: 'R2',
      code: 'statement-taken-by-a-party',
    });
    const { events } = await ok('supervisor', 'decide-act', { case: 1 });
    // Ten working days: 27–30 September, 8, 9, 10, 12, 13 and 14 October, to the end of that day.
    expect(events[0]!.data).toMatchObject({ appealUntil: '2026-10-14T16:00:00.000Z' });
  });
});

describe('[R2] an appeal on paper', () => {
  const appeal = (cameInOn: string, file: string) => ({
    case: 1,
    grounds: '报表已于当日补交',
    paper: { cameInOn, file },
  });

  test('comes with the paper and the day on which it came in, from the decision until now', async () => {
    const { refused } = sales();
    const file = await centre.paper('书面申诉');
    const { paper: _none, ...bare } = appeal('2026-09-26', file);
    expect(await refused('hotline', 'file-appeal', bare)).toMatchObject({
      // The hotline entered the report: it took part in the case.
      article: 'R2',
      code: 'appeal-of-another',
    });
    expect(await refused('deputy', 'file-appeal', bare)).toMatchObject({
      code: 'appeal-without-paper',
      errors: [{ pointer: '/paper' }],
    });
    const wrong: readonly [string, string, string, string][] = [
      ['2026-09-25', file, 'appeal-before-decision', '/paper/cameInOn'],
      ['2026-09-27', file, 'not-yet', '/paper/cameInOn'],
      ['2026-09-26', 'c'.repeat(64), 'unknown-file', '/paper/file'],
    ];
    for (const [day, paper, code, pointer] of wrong)
      expect(await refused('deputy', 'file-appeal', appeal(day, paper))).toMatchObject({
        code,
        errors: [{ pointer }],
      });
    expect(await refused('technician', 'file-appeal', appeal('2026-09-26', file))).toMatchObject({
      article: 'R2',
      code: 'appeal-of-another',
    });
    const own = await refused('sales', 'file-appeal', appeal('2026-09-26', file));
    expect(own).toMatchObject({ code: 'own-appeal-on-paper', errors: [{ pointer: '/paper' }] });
  });

  test('keeps the term by that day, however late it is entered, and not a day after', async () => {
    const { ok, refused } = sales();
    const file = await centre.paper('书面申诉');
    await centre.setClock('2026-10-19T02:00:00.000Z');
    const late = { code: 'appeal-too-late', article: 'R2' };
    expect(await refused('deputy', 'file-appeal', appeal('2026-10-15', file))).toMatchObject(late);
    const own = { case: 1, grounds: '报表已于当日补交' };
    expect(await refused('sales', 'file-appeal', own)).toMatchObject(late);
    await ok('deputy', 'file-appeal', appeal('2026-10-14', file));
    expect(await told('zh')).toContain('代录本人就第 1 案的书面申诉，2026-10-14 收到');
    expect(await told('en')).toContain('which came in on paper on 2026-10-14');
    expect(await fileOf(1)).toMatchObject({ status: 'appealed' });
  });

  test('is decided by a general manager who took no part, once', async () => {
    const { ok, refused } = sales();
    const verdict = { case: 1, verdict: 'revoke', reason: '报表确已补交' };
    expect(await refused('supervisor', 'decide-appeal', verdict)).toMatchObject({ status: 403 });
    await ok('manager', 'decide-appeal', verdict);
    expect(await fileOf(1)).toMatchObject({ status: 'revoked' });
    expect((await centre.standing('sales', year))['points']).toBe(0);
    expect(await refused('manager', 'decide-appeal', verdict)).toMatchObject({ status: 409 });
  });
});
