import { expect, test } from '@jest/globals';
import { DomainError, fold, type Actor } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import {
  act,
  edition,
  EMPLOYEE,
  person,
  report,
  step,
  working,
  YEAR,
} from '../../testing/cases.js';
import { why } from '../../account/why.js';
import { simulate } from '../edition/simulate.js';
import { explanationOf } from '../standing/standing-of-cases.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingCommand } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';
import type { PaperAct } from './opening.events.js';

const given = specification(standingDecider);
const ask = commandOf<StandingCommand>(SUPERVISOR);
const of = { employee: EMPLOYEE, year: YEAR };
/** In force from the second of March: what the specs do happens on that day. */
const first = { ...edition, inForceFrom: '2026-03-01T16:00:00.000Z' };
const departments = [{ from: '2026-01-01T00:00:00.000Z', department: 'sales' as const }];
const known = { edition: first, subject: person, departments, ...working };

const paper = { source: '2026 年奖惩台账 第 3 页', dated: '2026-03-01' };
const demerit: PaperAct = {
  article: 'D28',
  clause: 'report',
  level: 'demerit',
  facts: '一月份报表未缴',
  happenedOn: '2026-02-02',
  decidedOn: '2026-02-06',
};
const on = (happenedOn: string, more: Partial<PaperAct> = {}): PaperAct => ({
  ...demerit,
  happenedOn,
  decidedOn: happenedOn,
  ...more,
});

const enter = (acts: readonly PaperAct[], more: object = {}, beside: object = {}) =>
  ask('EnterOpeningActs', { ...of, ...paper, acts, ...more }, '09:00', {
    known: { ...known, ...beside },
  });
const approve = (entry = 1, by: Actor = MANAGER) =>
  ask('ApproveOpeningActs', { ...of, entry }, '09:05', { by, known });
const after = (...commands: readonly StandingCommand[]): StandingEvent[] =>
  commands.reduce<StandingEvent[]>(
    (past, command) => [
      ...past,
      ...given(...past)
        .when(command)
        .events(),
    ],
    [],
  );
const takenOver = (...acts: readonly PaperAct[]) => after(enter(acts), approve());
const casesOf = (events: readonly StandingEvent[]) => fold(standingDecider, events).cases;

test('[D44] an act that was decided on paper counts once the general manager has approved it, and not before', () => {
  const drafted = after(enter([demerit]));
  expect(drafted.map(({ type }) => type)).toEqual(['OpeningActsEntered']);
  expect(casesOf(drafted)).toEqual([]);
  const events = takenOver(demerit);
  expect(events.map(({ type }) => type)).toEqual([
    'OpeningActsEntered',
    'OpeningActsApproved',
    'ActTakenOver',
  ]);
  const [file] = casesOf(events);
  expect(file).toMatchObject({
    case: 1,
    status: 'decided',
    measures: ['demerit'],
    points: -3,
    fromPaper: { entry: 1, ...paper },
    opened: { happenedAt: '2026-02-01T16:00:00.000Z', judgedBy: { edition: '2026.1' } },
  });
  expect(explanationOf([file!])).toMatchObject({ points: -3, months: [{ month: '2026-02' }] });
});

test('[D8] it is converted, offset and added up with what is decided here, and the reason names the paper', () => {
  const past = [
    ...takenOver(on('2026-01-05'), on('2026-01-06')),
    ...act(3, 'D26.talks-back'),
    ...act(4, 'D9.adopted'),
  ];
  const explained = explanationOf(casesOf(past))!;
  expect(explained).toMatchObject({
    points: -6,
    converted: [{ level: 'major-demerit', of: [1, 2, 3] }],
  });
  expect(why(explained, casesOf(past)).map(({ zh }) => zh)).toContain(
    '第 1、2 案录自纸面（期初第 1 笔，“2026 年奖惩台账 第 3 页”，2026-03-01），已在纸面上处理。',
  );
  expect(why(explained, casesOf(past)).at(-1)?.en).toBe(
    'Cases 1, 2 came from paper (opening entry 1, “2026 年奖惩台账 第 3 页”, 2026-03-01), where it was judged.',
  );
});

test('[D8] the third major demerit stands with those from paper, and proposes the dismissal', () => {
  const majors = ['2026-01-05', '2026-01-06', '2026-01-07'].map((day) =>
    on(day, { article: 'D26', clause: 'disobeys', level: 'major-demerit' }),
  );
  const events = takenOver(...majors);
  expect(casesOf(events).at(-1)).toMatchObject({
    status: 'proposed',
    opened: { article: 'D8', because: [1, 2, 3] },
  });
  const corrected = [...events, ...correctionOf(events, majors.slice(1))];
  expect(casesOf(corrected).map(({ status }) => status)).toEqual([
    'revoked',
    'revoked',
    'revoked',
    'dropped',
    'decided',
    'decided',
  ]);
});

function failure(past: readonly StandingEvent[], command: StandingCommand) {
  try {
    return standingDecider.decide(command, fold(standingDecider, past));
  } catch (error) {
    return error instanceof DomainError ? [error.code, error.pointer] : error;
  }
}

function correctionOf(past: readonly StandingEvent[], acts: readonly PaperAct[]) {
  const entered = given(...past)
    .when(enter(acts, { corrects: 1 }))
    .events();
  const approved = given(...past, ...entered)
    .when(approve(2))
    .events();
  return [...entered, ...approved];
}

test('[D8] what was decided on paper came first, whenever it was approved', () => {
  const major = on('2026-01-05', { article: 'D26', clause: 'disobeys', level: 'major-demerit' });
  const past = [
    ...act(1, 'D26.disobeys', '2026-03-01T17:00:00.000Z'),
    ...act(2, 'D26.disobeys', '2026-03-01T18:00:00.000Z'),
    ...act(3, 'D9.profit', '2026-03-01T19:00:00.000Z'),
  ];
  const all = [
    ...past,
    ...given(...past)
      .when(enter([major]))
      .events(),
  ];
  const approved = given(...all)
    .when(approve())
    .events();
  expect(casesOf([...all, ...approved]).at(-1)).toMatchObject({ opened: { article: 'D8' } });
});

test('[R2] it is approved once, by a general manager who did not enter it and whom it is not about', () => {
  const drafted = after(enter([demerit]));
  given(...drafted)
    .when(approve(1, SUPERVISOR))
    .thenRefusedUnder('R2', 'own-opening-entry');
  const theirs: Actor = { id: EMPLOYEE, role: 'general-manager' };
  given(...drafted)
    .when(approve(1, theirs))
    .thenRefusedUnder('R2', 'own-case');
  const user: Actor = { id: 'user:two', role: 'general-manager' };
  expect(failure(drafted, approve(1, user))).toContain('not-an-employee');
  expect(failure(takenOver(demerit), approve())).toContain('opening-entry-approved');
});

test('[D8] the same paper is refused, however it is spaced, but for a correction that names it', () => {
  const past = takenOver(demerit);
  given(...past)
    .when(enter([on('2026-02-03')], { source: '2026年奖惩台账 第３页' }))
    .thenRefusedUnder('D8', 'paper-taken-over-twice');
  given(...past)
    .when(enter([demerit], { source: '另一份台账' }))
    .thenRefusedUnder('D28', 'same-facts-twice');
  given()
    .when(enter([demerit, demerit]))
    .thenRefusedUnder('D28', 'same-facts-twice');
  const corrected = [...past, ...correctionOf(past, [on('2026-02-03')])];
  expect(casesOf(corrected).map(({ status }) => status)).toEqual(['revoked', 'decided']);
  expect(failure(corrected, enter([demerit], { corrects: 1 }))).toContain('opening-entry-replaced');
  expect(failure(past, enter([demerit], { corrects: 7 }))).toContain('unknown-opening-entry');
});

test('[D8] the case of its letters makes no other paper, and what was taken back may be entered anew', () => {
  const book = { source: 'Book a, page 3' };
  const past = after(enter([demerit], book));
  given(...past)
    .when(enter([on('2026-02-03')], { source: 'BOOK Ａ, page 3' }))
    .thenRefusedUnder('D8', 'paper-taken-over-twice');
  const takenBack = [
    ...past,
    ...given(...past)
      .when(enter([], { source: 'letter of 3 March', corrects: 1 }))
      .events(),
  ];
  expect(failure(takenBack, enter([demerit], book))).toMatchObject([
    { type: 'OpeningActsEntered', data: { entry: 3, source: book.source } },
  ]);
});

test('[D8] a correction without acts takes back what it corrects, a draft at once', () => {
  const drafted = after(enter([demerit]), enter([], { corrects: 1 }));
  expect(failure(drafted, approve(1))).toContain('opening-entry-replaced');
  const past = takenOver(demerit);
  const taken = [...past, ...correctionOf(past, [])];
  expect(explanationOf(casesOf(taken))).toBeUndefined();
});

test('[D44] what happened since is judged here, and before an edition was approved nothing is taken over', () => {
  given()
    .when(enter([on('2026-03-02')], { dated: '2026-03-02' }))
    .thenRefusedUnder('D44', 'paper-after-promulgation');
  given()
    .when(enter([demerit], {}, { edition: 'none-approved' }))
    .thenRefusedUnder('D42', 'no-edition-approved');
  given(...takenOver(demerit))
    .when(
      report(
        'D28.report',
        { happenedAt: '2026-02-03T01:00:00.000Z' },
        { edition: 'not-yet-in-force' },
      ),
    )
    .thenRefusedUnder('D44', 'facts-before-promulgation');
});

test.each([
  ['/acts', 'no-acts', [], {}],
  ['/dated', 'paper-of-the-future', [demerit], { dated: '2026-03-03' }],
  ['/acts/0/happenedOn', 'facts-of-another-year', [on('2025-12-31')], {}],
  [
    '/acts/0/decidedOn',
    'decided-before-it-happened',
    [on('2026-02-02', { decidedOn: '2026-02-01' })],
    {},
  ],
  ['/acts/0/decidedOn', 'decided-after-the-paper', [demerit], { dated: '2026-02-05' }],
  ['/acts/0/level', 'level-of-other-kind', [on('2026-02-02', { level: 'merit' })], {}],
] as const)('[D44] bad input is named: %s %s', (pointer, code, acts, more) => {
  expect(failure([], enter(acts, more))).toEqual([code, pointer]);
});

test('[D44] acts of other years than that of the promulgation are not taken over', () => {
  const data = { employee: EMPLOYEE, year: '2025', ...paper, acts: [on('2025-02-02')] };
  const command = ask('EnterOpeningActs', data, '09:00', { known });
  expect(failure([], command)).toEqual(['not-the-year-of-taking-over', '/year']);
});

test('[D5] conduct that the edition does not name is refused with a pointer to the general rules', () => {
  given()
    .when(enter([on('2026-02-02', { clause: 'no-such' })]))
    .thenRefusedUnder('D5', 'conduct-not-covered');
});

test('[R2] its way of appeal was that of the paper', () => {
  const appeal = step(
    'FileAppeal',
    { case: 1, grounds: '…' },
    { by: { id: EMPLOYEE, role: 'sales' } },
  );
  given(...takenOver(demerit))
    .when(appeal)
    .thenRefusedUnder('R2', 'appeal-too-late');
});

test('[D41] another edition counts it with its own points, and judges it no more than this one', () => {
  const text = {
    ...first.text,
    points: { ...first.text.points, demerit: -4 },
    clauses: first.text.clauses.filter(({ article }) => article !== 'D28'),
  };
  const {
    before,
    after: then,
    verdicts,
  } = simulate(casesOf(takenOver(demerit)), { ...first, text });
  expect([before.points, then.points, verdicts]).toEqual([-3, -4, []]);
});
