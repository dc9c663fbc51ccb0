import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotFound, NotPossible, type Actor } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { OTHER_SUPERVISOR, THE_EMPLOYEE } from '../../testing/cases.js';
import { figuresDecider } from './figures.decider.js';

const { given, ask, event } = specify(figuresDecider, SUPERVISOR, ['R13']);
const of = { employee: 'he-ying', year: '2026' };
const days = { from: '2026-03-02', until: '2026-03-06' };
const leave = { ...of, ...days, reason: '病假' };

const proposed = event('FiguresProposed', { ...of, proposal: 1, reason: '病假', leave: days });
const recorded = event(
  'LeaveRecorded',
  { ...leave, leave: 1, proposal: 1 },
  '09:30',
  OTHER_SUPERVISOR,
);
const confirm = (by: Actor, proposal = 1) =>
  ask('ConfirmFigures', { ...of, proposal }, '09:30', { by, known: { judged: [] } });

describe('[R13] [R2] leave takes its days off what is asked', () => {
  test('once another person has confirmed it, and not before', () => {
    given().when(ask('RecordLeave', leave)).then(proposed);
    expect(fold(figuresDecider, [proposed]).leave).toEqual([]);
    given(proposed).when(confirm(SUPERVISOR)).thenRefusedUnder('R2', 'own-figures-confirmed');
    given(proposed).when(confirm(THE_EMPLOYEE)).thenRefusedUnder('R2', 'own-figures');
    given(proposed).when(confirm(OTHER_SUPERVISOR)).then(recorded);
    expect(fold(figuresDecider, [proposed, recorded]).leave).toEqual([{ leave: 1, ...days }]);
    given(proposed, recorded).when(confirm(MANAGER)).thenThrows(NotPossible, 'proposal-answered');
  });

  test('also where the general manager entered it', () => {
    const by = event(
      'FiguresProposed',
      { ...of, proposal: 1, reason: '病假', leave: days },
      '09:00',
      MANAGER,
    );
    given()
      .when(ask('RecordLeave', leave, '09:00', { by: MANAGER }))
      .then(by);
    given(by).when(confirm(MANAGER)).thenRefusedUnder('R2', 'own-figures-confirmed');
  });

  test('and none of them where it is refused, which says its months', () => {
    const refuse = { ...of, proposal: 1, reason: '没有假条' };
    const long = event('FiguresProposed', {
      ...of,
      proposal: 1,
      reason: '病假',
      leave: { from: '2026-03-30', until: '2026-04-02' },
    });
    const refused = event('FiguresRefused', { ...refuse, months: ['2026-03', '2026-04'] });
    given(long).when(ask('RefuseFigures', refuse)).then(refused);
    given(long, refused)
      .when(confirm(OTHER_SUPERVISOR))
      .thenThrows(NotPossible, 'proposal-answered');
    given(long, refused)
      .when(ask('RecordLeave', leave))
      .then(event('FiguresProposed', { ...of, proposal: 2, reason: '病假', leave: days }));
  });
});

describe('[R13] [R2] leave that is withdrawn', () => {
  const withdraws = { leave: 1, ...days };
  const withdrawal = event('FiguresProposed', { ...of, proposal: 2, reason: '未休', withdraws });
  const withdrawn = event(
    'LeaveWithdrawn',
    { ...of, leave: 1, ...days, reason: '未休', proposal: 2 },
    '09:30',
    OTHER_SUPERVISOR,
  );
  const past = [proposed, recorded];

  test('counts until another person has confirmed that', () => {
    given(...past)
      .when(ask('WithdrawLeave', { ...of, leave: 1, reason: '未休' }))
      .then(withdrawal);
    expect(fold(figuresDecider, [...past, withdrawal]).leave).toHaveLength(1);
    given(...past, withdrawal)
      .when(confirm(SUPERVISOR, 2))
      .thenRefusedUnder('R2', 'own-figures-confirmed');
    given(...past, withdrawal)
      .when(confirm(OTHER_SUPERVISOR, 2))
      .then(withdrawn);
    expect(fold(figuresDecider, [...past, withdrawal, withdrawn]).leave).toEqual([]);
  });

  test('is not withdrawn twice, and makes room for other leave', () => {
    const again = event('FiguresProposed', { ...of, proposal: 3, reason: '未休', withdraws });
    given(...past, withdrawal, again, withdrawn)
      .when(confirm(OTHER_SUPERVISOR, 3))
      .thenThrows(NotFound, 'unknown-leave');
    given(...past, withdrawal, withdrawn)
      .when(ask('WithdrawLeave', { ...of, leave: 1, reason: '未休' }))
      .thenThrows(NotFound, 'unknown-leave');
    const other = event('FiguresProposed', { ...of, proposal: 3, reason: '病假', leave: days });
    given(...past, withdrawal, withdrawn)
      .when(ask('RecordLeave', leave))
      .then(other);
    given(...past, withdrawal, withdrawn, other)
      .when(confirm(OTHER_SUPERVISOR, 3))
      .then(event('LeaveRecorded', { ...leave, leave: 2, proposal: 3 }, '09:30', OTHER_SUPERVISOR));
  });
});

test('[R13] leave has its days, and overlaps with none that is recorded or waits', () => {
  const one = { ...leave, from: '2026-03-06', until: '2026-03-09' };
  given(proposed).when(ask('RecordLeave', one)).thenThrows(Invalid, 'leave-twice');
  given(proposed, recorded).when(ask('RecordLeave', one)).thenThrows(Invalid, 'leave-twice');
  const beside = { from: '2026-03-07', until: '2026-03-09' };
  given(proposed, recorded)
    .when(ask('RecordLeave', { ...leave, ...beside }))
    .then(event('FiguresProposed', { ...of, proposal: 2, reason: '病假', leave: beside }));
  given()
    .when(ask('RecordLeave', { ...leave, until: '2026-03-01' }))
    .thenThrows(Invalid, 'ends-before-it-begins');
  given()
    .when(ask('RecordLeave', { ...leave, until: '2027-01-01' }))
    .thenThrows(Invalid, 'day-of-another-year');
});

test('[R13] leave that was recorded before another had to confirm it still counts', () => {
  const before = event('LeaveRecorded', { ...leave, leave: 1 });
  expect(fold(figuresDecider, [before])).toMatchObject({
    leave: [{ leave: 1, ...days }],
    leaves: 1,
    proposals: [],
  });
});
