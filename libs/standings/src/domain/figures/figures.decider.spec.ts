import { expect, test } from '@jest/globals';
import { fold, Invalid, NotFound } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { THE_EMPLOYEE } from '../../testing/cases.js';
import { figuresDecider } from './figures.decider.js';

const { given, ask, event } = specify(figuresDecider, SUPERVISOR, ['R13']);
const of = { employee: 'he-ying', year: '2026' };
const march = (amount: string) => ({ month: '2026-03', amount });

const target = { ...of, of: 'sales', months: [march('100.00')] } as const;
const source = { stream: 'stock-main:CAP-35', entry: 'S-1' };
const sale = { ...of, of: 'sales', ...march('48.00'), source } as const;
const adjusted = { ...of, of: 'sales', ...march('-8.00'), reason: '重复入账' } as const;
const leave = { ...of, from: '2026-03-02', until: '2026-03-06', reason: '病假' };

test('[R13] targets are set by month, and set anew', () => {
  given().when(ask('SetTargets', target)).then(event('TargetsSet', target));
  const before = [event('TargetsSet', target)];
  const more = { ...target, months: [march('120.00'), { month: '2026-04', amount: '0.00' }] };
  expect(fold(figuresDecider, [...before, event('TargetsSet', more)]).targets.sales).toEqual({
    '2026-03': '120.00',
    '2026-04': '0.00',
  });
});

test('[R13] each month once, and of the year', () => {
  const months = (...all: ReturnType<typeof march>[]) =>
    ask('SetTargets', { ...target, months: all });
  given()
    .when(months(march('1.00'), march('2.00')))
    .thenThrows(Invalid, 'month-twice');
  given()
    .when(months({ month: '2027-01', amount: '1.00' }))
    .thenThrows(Invalid, 'day-of-another-year');
});

test('[R13] results are counted, and adjusted with a reason', () => {
  given().when(ask('CountResult', sale)).then(event('ResultCounted', sale));
  const counted = event('ResultCounted', sale);
  given(counted).when(ask('AdjustResult', adjusted)).then(event('ResultAdjusted', adjusted));
  const { results } = fold(figuresDecider, [counted, event('ResultAdjusted', adjusted)]);
  expect(results).toEqual({ sales: { '2026-03': '40.00' }, hours: {} });
  given()
    .when(ask('AdjustResult', { ...adjusted, amount: '0.00' }))
    .thenThrows(Invalid, 'nothing-adjusted');
  given()
    .when(ask('AdjustResult', { ...adjusted, month: '2025-12' }))
    .thenThrows(Invalid, 'day-of-another-year');
});

test('[R13] leave has its days, overlaps with none, and can be withdrawn', () => {
  const recorded = event('LeaveRecorded', { ...leave, leave: 1 });
  given().when(ask('RecordLeave', leave)).then(recorded);
  given(recorded).when(ask('RecordLeave', leave)).thenThrows(Invalid, 'leave-twice');
  given()
    .when(ask('RecordLeave', { ...leave, until: '2026-03-01' }))
    .thenThrows(Invalid, 'ends-before-it-begins');
  given()
    .when(ask('RecordLeave', { ...leave, until: '2027-01-01' }))
    .thenThrows(Invalid, 'day-of-another-year');
  const withdraw = ask('WithdrawLeave', { ...of, leave: 1, reason: '未休' });
  const withdrawn = event('LeaveWithdrawn', { ...leave, leave: 1, reason: '未休' });
  given(recorded).when(withdraw).then(withdrawn);
  given(recorded, withdrawn).when(withdraw).thenThrows(NotFound, 'unknown-leave');
  given(recorded, withdrawn)
    .when(ask('RecordLeave', leave))
    .then(event('LeaveRecorded', { ...leave, leave: 2 }));
});

test('[R2] nobody keeps the figures of their own', () => {
  const by = { by: THE_EMPLOYEE };
  const own = [
    ask('SetTargets', target, '09:00', by),
    ask('AdjustResult', adjusted, '09:00', by),
    ask('RecordLeave', leave, '09:00', by),
  ];
  for (const each of own) given().when(each).thenRefusedUnder('R2', 'own-figures');
  given()
    .when(ask('CountResult', sale, '09:00', by))
    .then(event('ResultCounted', sale));
});
