import { describe, expect, test } from '@jest/globals';
import { fold, Forbidden, Invalid, NotFound, NotPossible, type Actor } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { OTHER_SUPERVISOR, THE_EMPLOYEE } from '../../testing/cases.js';
import { figuresDecider } from './figures.decider.js';

const { given, ask, event } = specify(figuresDecider, SUPERVISOR, ['R13']);
const of = { employee: 'he-ying', year: '2026' };
const march = (amount: string) => ({ month: '2026-03', amount });

const target = { ...of, of: 'sales', months: [march('100.00')] } as const;
const source = { stream: 'stock-main:CAP-35', entry: 'S-1' };
const sale = { ...of, of: 'sales', ...march('48.00'), source } as const;
const adjusted = {
  ...of,
  of: 'sales',
  ...march('-8.00'),
  reason: '重复入账',
  evidence: ['e'.repeat(64)],
} as const;
const leave = { ...of, from: '2026-03-02', until: '2026-03-06', reason: '病假' };

const unjudged = { known: { judged: [] } };
const before = (data: object) =>
  ask('SetTargets', data as never, '2026-02-20T01:00:00.000Z', unjudged);

test('[R13] targets are set by month, and set anew', () => {
  given()
    .when(before(target))
    .then(event('TargetsSet', target, '2026-02-20T01:00:00.000Z'));
  const set = [event('TargetsSet', target)];
  const more = { ...target, months: [march('120.00'), { month: '2026-04', amount: '0.00' }] };
  expect(fold(figuresDecider, [...set, event('TargetsSet', more)]).targets.sales).toEqual({
    '2026-03': '120.00',
    '2026-04': '0.00',
  });
});

describe('[R13] a target of a month that has begun', () => {
  const reason = '月中到岗';
  const late = { ...target, reason };
  const set = (data: object, more: object = {}) =>
    ask('SetTargets', data as never, '09:00', { ...unjudged, ...more });
  const { of: target2, months } = target;
  const proposed = event('FiguresProposed', {
    ...of,
    proposal: 1,
    reason,
    targets: { of: target2, months },
  });
  const confirm = (by: Actor, judged: object[] = []) =>
    ask('ConfirmFigures', { ...of, proposal: 1 }, '09:30', { by, known: { judged } as never });

  test('says why, and counts once the general manager has confirmed it', () => {
    given().when(set(target)).thenThrows(Invalid, 'late-target-without-reason');
    given().when(set(late)).then(proposed);
    expect(fold(figuresDecider, [proposed]).targets.sales).toEqual({});
    given(proposed)
      .when(confirm(OTHER_SUPERVISOR))
      .thenRefusedUnder('R13', 'late-target-not-confirmed-by-manager');
    given(proposed).when(confirm(SUPERVISOR)).thenRefusedUnder('R2', 'own-figures-confirmed');
    given(proposed)
      .when(confirm({ id: 'user:two', role: 'general-manager' }))
      .thenThrows(Forbidden, 'not-an-employee');
    const counts = event('TargetsSet', { ...late, proposal: 1 }, '09:30', MANAGER);
    given(proposed).when(confirm(MANAGER)).then(counts);
    given(proposed, counts).when(confirm(MANAGER)).thenThrows(NotPossible, 'proposal-answered');
    given()
      .when(set(late, { by: MANAGER }))
      .then(event('TargetsSet', late, '09:00', MANAGER));
  });

  test('is late by when it is told, whatever time it says: from the first moment of the month on', () => {
    const told = (receivedAt: string) => ({ ...before(target), receivedAt });
    given()
      .when(told('2026-02-28T15:59:59.999Z'))
      .then(event('TargetsSet', target, '2026-02-20T01:00:00.000Z'));
    given()
      .when(told('2026-02-28T16:00:00.000Z'))
      .thenThrows(Invalid, 'late-target-without-reason');
  });

  test('stands once something was judged by it', () => {
    const judged = [{ of: 'sales', month: '2026-03', period: '2026-H1' }] as const;
    given()
      .when(set(late, { by: MANAGER, known: { judged } }))
      .thenRefusedUnder('R13', 'target-was-judged-by');
    given(proposed)
      .when(confirm(MANAGER, [...judged]))
      .thenRefusedUnder('R13', 'target-was-judged-by');
    const quota = [{ ...judged[0], of: 'quota' }];
    given()
      .when(set(late, { by: MANAGER, known: { judged: quota } }))
      .then(event('TargetsSet', late, '09:00', MANAGER));
  });
});

test('[R13] each month once, and of the year', () => {
  const months = (...all: ReturnType<typeof march>[]) => before({ ...target, months: all });
  given()
    .when(months(march('1.00'), march('2.00')))
    .thenThrows(Invalid, 'month-twice');
  given()
    .when(months({ month: '2027-01', amount: '1.00' }))
    .thenThrows(Invalid, 'day-of-another-year');
});

test('[R13] [R2] results are counted; what somebody adds by hand counts once another has confirmed it', () => {
  given().when(ask('CountResult', sale)).then(event('ResultCounted', sale));
  const counted = event('ResultCounted', sale);
  const { employee: _employee, year: _year, reason, ...adjustment } = adjusted;
  const proposed = event('FiguresProposed', { ...of, proposal: 1, reason, adjustment });
  given(counted).when(ask('AdjustResult', adjusted)).then(proposed);
  expect(fold(figuresDecider, [counted, proposed]).results.sales).toEqual({ '2026-03': '48.00' });
  const confirm = (by: Actor) =>
    ask('ConfirmFigures', { ...of, proposal: 1 }, '09:30', { by, ...unjudged });
  given(counted, proposed)
    .when(confirm(SUPERVISOR))
    .thenRefusedUnder('R2', 'own-figures-confirmed');
  given(counted, proposed).when(confirm(THE_EMPLOYEE)).thenRefusedUnder('R2', 'own-figures');
  const counts = event('ResultAdjusted', { ...adjusted, proposal: 1 }, '09:30', OTHER_SUPERVISOR);
  given(counted, proposed).when(confirm(OTHER_SUPERVISOR)).then(counts);
  const { results } = fold(figuresDecider, [counted, proposed, counts]);
  expect(results).toEqual({ sales: { '2026-03': '40.00' }, hours: {} });
  given(counted).when(confirm(OTHER_SUPERVISOR)).thenThrows(NotFound, 'unknown-proposal');
  const refuse = ask('RefuseFigures', { ...of, proposal: 1, reason: '单据不符' }, '09:30');
  const refused = event(
    'FiguresRefused',
    { ...of, proposal: 1, reason: '单据不符', months: ['2026-03'] },
    '09:30',
  );
  given(counted, proposed).when(refuse).then(refused);
  given(counted, proposed, refused)
    .when(confirm(OTHER_SUPERVISOR))
    .thenThrows(NotPossible, 'proposal-answered');
  given()
    .when(ask('AdjustResult', { ...adjusted, amount: '0.00' }))
    .thenThrows(Invalid, 'nothing-adjusted');
  given()
    .when(ask('AdjustResult', { ...adjusted, month: '2025-12' }))
    .thenThrows(Invalid, 'day-of-another-year');
  given()
    .when(ask('AdjustResult', { ...adjusted, month: '2026-04' }))
    .thenThrows(Invalid, 'not-yet');
});

test('[R2] nobody keeps the figures of their own', () => {
  const by = { by: THE_EMPLOYEE };
  const own = [
    ask('SetTargets', target, '09:00', { ...by, ...unjudged }),
    ask('AdjustResult', adjusted, '09:00', by),
    ask('RecordLeave', leave, '09:00', by),
  ];
  for (const each of own) given().when(each).thenRefusedUnder('R2', 'own-figures');
  given()
    .when(ask('CountResult', sale, '09:00', by))
    .then(event('ResultCounted', sale));
});
