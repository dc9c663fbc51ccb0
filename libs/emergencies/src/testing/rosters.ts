import type { Actor } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { RosterEvent } from '../domain/roster.events.js';
import type { Ladder, OnCallException, Weekday } from '../domain/roster.values.js';

/* A house of three rungs: the technician of the night, the supervisor on call, the head of repair. */

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const wholeDay = { days: EVERY_DAY, from: '00:00', until: '00:00' };

export const LADDER: Ladder = {
  rungs: [
    {
      name: '值班技术员',
      shifts: [
        { days: [1, 2, 3, 4, 5], from: '18:00', until: '08:00', employees: ['li-wei'] },
        { days: [1, 2, 3, 4, 5], from: '08:00', until: '18:00', employees: ['wang-fang'] },
      ],
    },
    { name: '值班主管', shifts: [{ ...wholeDay, employees: ['chen-gang', 'liu-yang'] }] },
    { name: '维修部主管', shifts: [{ ...wholeDay, employees: ['sun-hong'] }] },
  ],
  generalManager: MANAGER.id,
};

const rosterEvent = eventOf<RosterEvent>(MANAGER, ['B3']);

/** An edition of the main roster, in force from a time on. */
export function rosterSet(inForceFrom: string, edition = 1, ladder: Ladder = LADDER) {
  const data = { roster: 'main', edition, inForceFrom, ...ladder };
  return rosterEvent('OnCallRosterSet', data, inForceFrom);
}

export function exceptionMade(
  exception: Partial<OnCallException> & Pick<OnCallException, 'employees'>,
  time = '09:00',
  by: Actor = MANAGER,
) {
  const day = { rung: 1, date: '2026-03-02', from: '00:00', until: '00:00' };
  const data = { roster: 'main', reason: '李伟请假', ...day, ...exception };
  return rosterEvent('OnCallExceptionMade', data, time, by);
}
