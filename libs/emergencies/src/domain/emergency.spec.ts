import { describe, expect, test } from '@jest/globals';
import { fold, NotFound, Invalid, type Actor } from '@app/kernel';
import { LI_WEI, MANAGER, SUPERVISOR, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { policyAt } from '@app/policy';
import { exceptionMade, LADDER, rosterSet } from '../testing/rosters.js';
import type { EmergencyEvent } from './emergency.events.js';
import { emergencyDecider } from './emergency.js';
import type { RosterEvent } from './roster.events.js';
import { rosterDecider } from './roster.js';

const PROCESS: Actor = { id: 'escalate-when-nobody-acknowledges', role: 'process' };
const { given, ask, event } = specify(emergencyDecider, PROCESS, ['B3']);

const ticket = 'T-1';
const roster = rosterSet(at('00:00', -7));
const rosterOf = (...events: readonly RosterEvent[]) => ({
  roster: fold(rosterDecider, events),
});
const known = rosterOf(roster);
/** Two in the morning of a Tuesday. */
const night = (time: string) => at(`02:${time}`, 1);

const raise = (told = known) => ask('RaiseEmergency', { ticket }, night('00'), { known: told });
const callNext = (round: number, rung: number, time: string, told = known) =>
  ask('CallNextRung', { round, rung }, night(time), { known: told });
const acknowledge = (by: Actor, time = '05', told = known) =>
  ask('AcknowledgeEmergency', {}, night(time), { by, known: told });
const resolve = ask('ResolveEmergency', { by: 'restored' }, night('30'));

const raised = event('EmergencyRaised', { ticket, edition: 1, nextRungAfter: 10 }, night('00'));
const called = (rung: number, time: string, next: string, round = 1) => {
  const { name } = LADDER.rungs[rung - 1]!;
  const employees = [['li-wei'], ['chen-gang', 'liu-yang'], ['sun-hong']][rung - 1]!;
  const data = { ticket, round, rung, name, employees, next: night(next) };
  return event('EscalationRungCalled', data, night(time));
};
const climbing = [raised, called(1, '00', '10')];
const taken = (by: Actor, first = by.id) =>
  event('EmergencyAcknowledged', { ticket, employee: by.id, first }, night('05'), by);
const nobody = (rung: number, finding = 1) =>
  event('FindingRecorded', { finding, article: 'B3', code: 'nobody-on-call', rung }, night('00'));
const nobodyCalled = (rung: number) => {
  const { next: _, ...data } = called(rung, '00', '10').data;
  return event('EscalationRungCalled', { ...data, employees: [] }, night('00'));
};

describe('[B3] an emergency', () => {
  test('calls the first rung at once', () => {
    given()
      .when(raise())
      .then(...climbing);
    expect(policyAt(at('09:00')).nextRungAfter).toBe(10);
  });

  test('is raised once, and again only when it was resolved', () => {
    given(...climbing)
      .when(raise())
      .thenNothing();
    given(...climbing, taken(LI_WEI))
      .when(raise())
      .thenNothing();
    const resolved = event('EmergencyResolved', { ticket, by: 'restored' }, night('00'));
    given(...climbing, taken(LI_WEI), resolved)
      .when(raise())
      .then(...climbing);
  });

  test('is raised again by a reopening, from the first rung on, where it was one and is over', () => {
    const again = { ...ask('RaiseEmergencyAgain', {}, night('40')), known };
    const over = event('EmergencyResolved', { ticket, by: 'ticket-resolved' }, night('30'));
    const anew = [{ ...raised, occurredAt: night('40') }, called(1, '40', '50')];
    given(...climbing, called(2, '10', '20'), taken(LI_WEI), over)
      .when(again)
      .then(...anew);
    for (const past of [[], climbing, [...climbing, taken(LI_WEI)], [...climbing, over, ...anew]])
      given(...past)
        .when(again)
        .thenNothing();
    // A call that was due of the climb before is none of this one.
    given(...climbing, over, ...anew)
      .when(callNext(1, 1, '45'))
      .thenNothing();
    const [next] = given(...climbing, over, ...anew)
      .when(callNext(1, 1, '50'))
      .events();
    expect(next).toMatchObject({ type: 'EscalationRungCalled', data: { round: 1, rung: 2 } });
  });

  test('climbs from rung to rung, each ten minutes after the one before', () => {
    given(...climbing)
      .when(callNext(1, 1, '10'))
      .then(called(2, '10', '20'));
    given(...climbing, called(2, '10', '20'))
      .when(callNext(1, 2, '20'))
      .then(called(3, '20', '30'));
  });

  test('begins again after the last rung, and calls the general manager', () => {
    const manager = { ticket, round: 2, employee: MANAGER.id };
    given(...climbing, called(3, '20', '30'))
      .when(callNext(1, 3, '30'))
      .then(event('GeneralManagerCalled', manager, night('30')), called(1, '30', '40', 2));
    given(...climbing, called(1, '30', '40', 2))
      .when(callNext(2, 1, '40'))
      .then(called(2, '40', '50', 2));
  });

  test('calls each rung once, however often the time is said to have come', () => {
    given(...climbing, called(2, '10', '20'))
      .when(callNext(1, 1, '10'))
      .thenNothing();
    given()
      .when(callNext(1, 1, '10'))
      .thenNothing();
  });

  test('calls nobody any more once somebody has acknowledged, or it is resolved', () => {
    given(...climbing, taken(LI_WEI))
      .when(callNext(1, 1, '10'))
      .thenNothing();
    given(...climbing, event('EmergencyResolved', { ticket, by: 'restored' }, night('05')))
      .when(callNext(1, 1, '10'))
      .thenNothing();
  });

  test('passes over a rung on which nobody is on call, which is found, and calls the next at once', () => {
    const away = exceptionMade({
      employees: [],
      date: '2026-03-02',
      from: '18:00',
      until: '08:00',
    });
    given()
      .when(raise(rosterOf(roster, away)))
      .then(raised, nobodyCalled(1), nobody(1), called(2, '00', '10'));
  });

  test('is found where no roster is in force', () => {
    given()
      .when(raise(rosterOf()))
      .then(event('EmergencyRaised', { ticket, nextRungAfter: 10 }, night('00')), nobody(1));
  });

  test('finds it anew where it is raised anew', () => {
    const over = event('EmergencyResolved', { ticket, by: 'restored' }, at('01:00', 1));
    const before = { ...nobody(1), occurredAt: at('00:30', 1) };
    const known = rosterOf();
    const events = given(raised, before, over)
      .when({ ...raise(), known })
      .events();
    expect(events.map(({ data }) => data)).toMatchObject([{ ticket }, { finding: 2, rung: 1 }]);
  });

  test('has its findings reviewed', () => {
    const by = { by: SUPERVISOR };
    const review = { finding: 1, verdict: 'excused', reason: '首日试行' } as const;
    const excused = event('FindingExcused', { finding: 1, article: 'B3', reason: '首日试行' });
    const past = [raised, nobody(1)];
    const [verdict] = given(...past)
      .when(ask('ReviewFinding', review, at('09:00', 1), by))
      .events();
    expect(verdict).toMatchObject({ type: 'FindingExcused', data: excused.data });
    const reopen = { finding: 1, reason: '本人申诉' };
    const reopened = given(...past, verdict!)
      .when(ask('ReopenVerdict', reopen, at('10:00', 1), { by: MANAGER }))
      .events();
    expect(reopened).toMatchObject([{ type: 'VerdictReopened' }]);
  });

  test('climbs the edition under which it was raised, with the exceptions of the moment', () => {
    const other = { ...LADDER, rungs: [LADDER.rungs[2]!] };
    const later = rosterSet(night('01'), 2, other);
    const swap = exceptionMade(
      { rung: 2, date: '2026-03-03', employees: ['zhao-jun'] },
      night('02'),
    );
    const { data, ...call } = called(2, '10', '20');
    const older = rosterSet(at('00:00', -8), 1, other);
    const second = { ...raised, data: { ...raised.data, edition: 2 } };
    given(second, called(1, '00', '10'))
      .when(callNext(1, 1, '10', rosterOf(older, rosterSet(at('00:00', -7), 2), swap)))
      .then({ ...call, data: { ...data, employees: ['zhao-jun'] } });
    given(...climbing)
      .when(callNext(1, 1, '10', rosterOf(roster, later, swap)))
      .then({ ...call, data: { ...data, employees: ['zhao-jun'] } });
  });

  test('goes on to who is on call there where a rung was called by another way of climbing', () => {
    const { data, ...call } = called(3, '00', '10');
    const last = event('EscalationRungCalled', { ...data, employees: [] }, call.occurredAt);
    const [first] = given(raised, last)
      .when(callNext(1, 3, '10'))
      .events();
    expect(first).toMatchObject({ type: 'GeneralManagerCalled', data: { round: 2 } });
  });

  test('calls when a call is made at last, after an outage, and makes up for none', () => {
    const late = { ...callNext(1, 1, '10'), receivedAt: night('45') };
    const [call, ...more] = given(...climbing)
      .when(late)
      .events();
    expect(call).toMatchObject({ occurredAt: night('45'), data: { next: night('55') } });
    expect(more).toEqual([]);
  });
});

describe('[B3] an acknowledgement', () => {
  const past: EmergencyEvent[] = [...climbing];

  test('is given by who stands on the ladder, whether called yet or not, and by the general manager', () => {
    for (const by of [LI_WEI, WANG_FANG, SUPERVISOR, MANAGER, { ...MANAGER, id: 'other' }])
      given(...past)
        .when(acknowledge(by))
        .then(taken(by));
    given(...past)
      .when(acknowledge({ id: 'he-jun', role: 'storekeeper' }))
      .thenRefusedUnder('B3', 'not-on-the-ladder');
  });

  test('of an emergency from before there was a roster, is given by the ladder of now', () => {
    const unled = event('EmergencyRaised', { ticket, nextRungAfter: 10 }, night('00'));
    given(unled).when(acknowledge(LI_WEI)).then(taken(LI_WEI));
    given(unled)
      .when(acknowledge({ id: 'he-jun', role: 'storekeeper' }))
      .thenRefusedUnder('B3', 'not-on-the-ladder');
  });

  test('is given by those of any ladder that was climbed', () => {
    const other = { ...LADDER, rungs: [LADDER.rungs[2]!] };
    const told = rosterOf(roster, rosterSet(night('01'), 2, other));
    const gone = event('LadderTakenUp', { ticket, edition: 2 }, night('03'));
    const both: EmergencyEvent[] = [...past, gone];
    for (const by of [LI_WEI, { ...LI_WEI, id: 'sun-hong' }])
      given(...both)
        .when(acknowledge(by, '05', told))
        .then(taken(by));
    const state = fold(emergencyDecider, both);
    expect(state).toMatchObject({ edition: 2, formerEditions: [1] });
  });

  test('changes nothing when it is given again, and says to another who was first', () => {
    given(...past, taken(LI_WEI))
      .when(acknowledge(LI_WEI, '06'))
      .thenNothing();
    given(...past, taken(LI_WEI))
      .when(acknowledge(SUPERVISOR, '06'))
      .then(taken(SUPERVISOR, LI_WEI.id));
    const state = fold(emergencyDecider, [...past, taken(LI_WEI), taken(SUPERVISOR, LI_WEI.id)]);
    expect(state).toMatchObject({
      status: 'acknowledged',
      acknowledgedBy: 'li-wei',
      acknowledgedAt: night('05'),
      acknowledged: ['li-wei', 'chen-gang'],
    });
  });

  test('is not given before the emergency, nor to none', () => {
    given(...past)
      .when(ask('AcknowledgeEmergency', {}, at('01:59', 1), { by: LI_WEI, known }))
      .thenThrows(Invalid, 'occurred-too-early');
    given().when(acknowledge(LI_WEI)).thenThrows(NotFound, 'unknown-emergency');
  });
});

test('[B3] an emergency is over once, acknowledged or not', () => {
  const over = event('EmergencyResolved', { ticket, by: 'restored' }, night('30'));
  given(...climbing)
    .when(resolve)
    .then(over);
  given(...climbing, taken(LI_WEI))
    .when(resolve)
    .then(over);
  given(...climbing, over)
    .when(resolve)
    .thenNothing();
  given().when(resolve).thenNothing();
});
