import { Forbidden, Invalid, NotPossible } from '@app/kernel';
import { LI_WEI, MANAGER, STOREKEEPER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { describe, expect, test } from '@jest/globals';
import {
  after,
  answer,
  apologise,
  ask,
  assign,
  closed,
  CONDUCT,
  given,
  investigate,
  judged,
  lived,
  receive,
  record,
  reject,
  uphold,
} from '../../testing/complaints.js';

const TWO = [{ about: 'integrity', employee: 'li-wei' }, { about: 'charge' }] as const;
const investigated = [receive(), record(TWO), apologise(), assign(), investigate()];
const outcome = (point = 1, by = MANAGER) =>
  ask('RecordReferralOutcome', { point, outcome: '谈话提醒' }, '18:00', { by });

describe('[R9] a complaint is judged point by point', () => {
  test('upheld in part, and rejected in part, each with its reason', () => {
    const { points } = lived(...investigated, uphold({ conduct: CONDUCT }), reject(2));
    expect(points).toMatchObject([
      { point: 1, verdict: { upheld: true, reason: '本人承认', conduct: CONDUCT } },
      { point: 2, verdict: { upheld: false, reason: '监控未见' } },
    ]);
  });

  test('not before it was investigated, nor by whoever investigated', () => {
    const early = after(receive(), record(), apologise(), assign());
    given(...early)
      .when(uphold())
      .thenThrows(NotPossible, 'not-investigated');
    given(...after(...investigated))
      .when(uphold({}, '14:00', STOREKEEPER))
      .thenRefusedUnder('R9', 'investigator-judges');
    given(...after(...investigated))
      .when(uphold({}, '14:00', { id: 'user:two', role: 'supervisor' }))
      .thenThrows(Forbidden, 'not-an-employee');
  });

  test('not by whoever is complained of, or is to be blamed for it', () => {
    given(...after(...investigated))
      .when(reject(1, '14:00', LI_WEI))
      .thenRefusedUnder('R9', 'complained-of');
    given(...after(...investigated))
      .when(uphold({ point: 2, employee: SUPERVISOR.id }))
      .thenRefusedUnder('R9', 'complained-of');
  });

  test('what the customer was answered by is judged anew only once it is reopened', () => {
    given(...after(...judged, answer()))
      .when(reject())
      .thenThrows(NotPossible, 'answered-already');
    given(...after(...closed))
      .when(reject(1, '18:00'))
      .thenThrows(NotPossible, 'complaint-closed');
    expect(lived(...judged, reject(1, '15:00')).points[0]!.verdict).toMatchObject({
      upheld: false,
    });
  });

  test('of a point that there is', () => {
    given(...after(...investigated))
      .when(uphold({ point: 3 }))
      .thenThrows(Invalid, 'unknown-point');
  });
});

describe('[R9] [D5] upheld against an employee', () => {
  test('under a clause that fits it is said which, and when it was', () => {
    const [upheld, ...more] = given(...after(...investigated))
      .when(uphold({ conduct: CONDUCT }))
      .events();
    expect(upheld).toMatchObject({ data: { employee: 'li-wei', conduct: CONDUCT } });
    expect(more).toEqual([]);
    const future = { ...CONDUCT, happenedAt: at('09:00', 1) };
    given(...after(...investigated))
      .when(uphold({ conduct: future }))
      .thenThrows(Invalid, 'not-yet');
    given(...after(...investigated))
      .when(uphold({ point: 2, conduct: CONDUCT }))
      .thenThrows(Invalid, 'conduct-of-nobody');
  });

  test('without one it is left to the general staff rules, with what came of it', () => {
    const events = given(...after(...investigated))
      .when(uphold())
      .events();
    expect(events.map(({ type }) => type)).toEqual(['ComplaintUpheld', 'ComplaintReferred']);
    const told = lived(...investigated, uphold(), outcome());
    expect(told.points[0]!.verdict!.referral).toEqual({ outcome: '谈话提醒' });
    given(...after(...investigated, uphold({ conduct: CONDUCT })))
      .when(outcome())
      .thenThrows(NotPossible, 'not-referred');
  });

  test('against nobody it is the house that failed, and nobody is referred', () => {
    const events = given(...after(...investigated))
      .when(uphold({ point: 2 }))
      .events();
    expect(events.map(({ type }) => type)).toEqual(['ComplaintUpheld']);
  });
});
