import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotFound } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { exceptionMade, LADDER, rosterSet } from '../testing/rosters.js';
import { editionAt, onCall, onLadder } from './on-call.js';
import type { RosterEvent } from './roster.events.js';
import { rosterDecider } from './roster.js';

const { given, ask } = specify(rosterDecider, MANAGER, ['B3']);

const setRoster = (time = '09:00', more: { inForceFrom?: string } = {}) =>
  ask('SetOnCallRoster', { roster: 'main', ...LADDER, ...more }, time);
const except = (rung: number) =>
  ask('MakeOnCallException', { rung, date: '2026-03-02', employees: [], reason: '请假' }, '10:00');

/** Who is on call on a rung at a time of the business day, by what the edition in force then says. */
function called(events: readonly RosterEvent[], rung: number, when: string): readonly string[] {
  const roster = fold(rosterDecider, events);
  return onCall(roster, editionAt(roster, when)!, rung, when);
}

describe('[B3] the on-call roster', () => {
  test('is set in editions, each in force from when it says', () => {
    given()
      .when(setRoster())
      .then(rosterSet(at('09:00')));
    given(rosterSet(at('08:00')))
      .when(setRoster('09:00', { inForceFrom: at('12:00') }))
      .then(rosterSet(at('12:00'), 2));
  });

  test('is not in force from before it was set', () => {
    given()
      .when(setRoster('09:00', { inForceFrom: at('08:59') }))
      .thenThrows(Invalid, 'in-force-before-set');
  });

  test('judges a moment by the edition in force then, also where a later one was set before it', () => {
    const [first, second] = [rosterSet(at('09:00')), rosterSet(at('12:00'), 2)];
    const planned = rosterSet(at('08:00', 7), 3);
    const roster = fold(rosterDecider, [first, planned, second]);
    expect(editionAt(roster, at('08:59'))).toBeUndefined();
    expect(editionAt(roster, at('11:59'))?.edition).toBe(1);
    expect(editionAt(roster, at('12:00'))?.edition).toBe(2);
    expect(editionAt(roster, at('08:00', 7))?.edition).toBe(3);
    const instead = fold(rosterDecider, [first, rosterSet(at('09:00'), 2)]);
    expect(editionAt(instead, at('09:00'))?.edition).toBe(2);
  });

  test('has weekly hours, which may cross midnight', () => {
    const roster = [rosterSet(at('00:00', -7))];
    expect(called(roster, 1, at('17:59'))).toEqual(['wang-fang']);
    expect(called(roster, 1, at('18:00'))).toEqual(['li-wei']);
    expect(called(roster, 1, at('07:59', 1))).toEqual(['li-wei']);
    expect(called(roster, 1, at('08:00', 1))).toEqual(['wang-fang']);
    // Monday begins at midnight: the night before it is nobody's.
    expect(called(roster, 1, at('02:00'))).toEqual([]);
    expect(called(roster, 2, at('02:00'))).toEqual(['chen-gang', 'liu-yang']);
    expect(called(roster, 4, at('02:00'))).toEqual([]);
  });

  test('has exceptions by date and hours, of which the last one holds', () => {
    const roster = rosterSet(at('00:00', -7));
    const night = { from: '18:00', until: '08:00' };
    const swapped = exceptionMade({ ...night, employees: ['wang-fang'] });
    expect(called([roster, swapped], 1, at('23:00'))).toEqual(['wang-fang']);
    expect(called([roster, swapped], 1, at('07:00', 1))).toEqual(['wang-fang']);
    expect(called([roster, swapped], 1, at('23:00', 1))).toEqual(['li-wei']);
    expect(called([roster, swapped], 2, at('23:00'))).toEqual(['chen-gang', 'liu-yang']);
    const nobody = exceptionMade({ ...night, employees: [] });
    expect(called([roster, swapped, nobody], 1, at('23:00'))).toEqual([]);
  });

  test('takes an exception for a rung that it has, for the whole day where no hours are named', () => {
    given(rosterSet(at('09:00')))
      .when(except(3))
      .then({ ...exceptionMade({ rung: 3, employees: [] }), data: { ...NOBODY, rung: 3 } });
    given(rosterSet(at('09:00')))
      .when(except(4))
      .thenThrows(Invalid, 'unknown-rung');
    given().when(except(1)).thenThrows(NotFound, 'unknown-roster');
  });

  test('forgets an exception a week after its date', () => {
    const later = exceptionMade({ date: '2026-03-20', employees: [] }, at('09:00', 18));
    const roster = fold(rosterDecider, [
      rosterSet(at('09:00')),
      exceptionMade({ employees: [] }),
      later,
    ]);
    expect(roster.exceptions).toMatchObject([{ date: '2026-03-20' }]);
  });

  test('knows everybody who stands on it, the general manager and stand-ins included', () => {
    const stood = [rosterSet(at('09:00')), exceptionMade({ employees: ['zhao-jun'] })];
    const roster = fold(rosterDecider, stood);
    const ladder = onLadder(roster, editionAt(roster, at('09:00'))!);
    expect([...ladder].toSorted()).toEqual([
      'chen-gang',
      'li-wei',
      'liu-yang',
      'ma-guoqiang',
      'sun-hong',
      'wang-fang',
      'zhao-jun',
    ]);
  });
});

const NOBODY = {
  ...{ roster: 'main', date: '2026-03-02', from: '00:00', until: '00:00' },
  ...{ employees: [], reason: '请假' },
};
