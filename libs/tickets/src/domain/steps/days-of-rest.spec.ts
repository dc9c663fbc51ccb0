import { describe, test } from '@jest/globals';
import { localDate, yearOf, type CalendarYear } from '@app/kernel';
import * as past from '../../testing/past.js';
import { at, command, event, givenFor, span } from '../../testing/ticket.builders.js';
import * as onSite from '../../testing/on-site.past.js';
import { recordArrival } from './record-arrival.js';
import { scheduleVisit } from './schedule-visit.js';
import { suspendWork } from './suspend-work.js';

const today = localDate(at('09:00'));
const year = (more: Partial<CalendarYear>) =>
  new Map([[yearOf(today), { restDays: [], holidays: [], makeUpDays: [], ...more }]]);
const holiday = year({ holidays: [{ date: today }] });
const rests = (calendar: typeof holiday) => ({ quietHours: [], calendar });

const window = span('09:00', '11:00');
const schedule = (known: object, more = {}) =>
  command(
    'ScheduleVisit',
    { technician: 'li-wei', window, atCustomersWish: false, ...more },
    '08:30',
    {
      known: { technician: { employee: 'li-wei', active: true }, ...known },
    },
  );

describe('[V19] where the customer rests on days off', () => {
  const given = givenFor(scheduleVisit)(past.opened());

  test('no visit is arranged for a public holiday or a rest day', () => {
    const weekend = year({ restDays: [1, 2, 3, 4, 5, 6, 7] });
    for (const calendar of [holiday, weekend])
      given.when(schedule(rests(calendar))).thenRefusedUnder('V19', 'within-quiet-hours');
  });

  test('one is on a make-up working day, at their wish, and where nothing is published', () => {
    const madeUp = year({ restDays: [1, 2, 3, 4, 5, 6, 7], makeUpDays: [{ date: today }] });
    const arranged = (atCustomersWish = false) =>
      event('VisitScheduled', { visit: 1, technician: 'li-wei', window, atCustomersWish });
    for (const calendar of [madeUp, new Map<string, CalendarYear>()])
      given.when(schedule(rests(calendar))).then(arranged());
    given.when(schedule(rests(holiday), { atCustomersWish: true })).then(arranged(true));
  });

  test('an arrival on one is found', () => {
    givenFor(recordArrival)(past.opened(), past.scheduled({ window }), past.departed())
      .when(
        command('RecordArrival', { visit: 1 }, '09:30', {
          known: { elsewhere: [], ...rests(holiday) },
        }),
      )
      .then(
        event('TechnicianArrived', { visit: 1 }),
        event('FindingRecorded', {
          ...{ finding: 1, article: 'V19', code: 'arrived-in-rest-hours', visit: 1 },
          person: 'li-wei',
        }),
      );
  });

  test('work is not to go on on one', () => {
    const rest = { visit: 1, reason: 'rest-or-meal' as const, customerSide: true };
    const asked = { ...rest, resumeAt: at('15:00'), hoursAsked: true, apologised: true };
    givenFor(suspendWork)(...onSite.working)
      .when(command('SuspendWork', asked, '11:00', { known: rests(holiday) }))
      .thenRefusedUnder('V19', 'resumes-in-quiet-hours');
  });
});
