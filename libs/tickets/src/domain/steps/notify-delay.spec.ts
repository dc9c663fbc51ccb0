import { Forbidden, Invalid, NotPossible, type Instant } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  span,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { NotifyDelay } from '../ticket/ticket.commands.js';
import { notifyDelay } from './notify-delay.js';

const given = givenFor(notifyDelay);
const onTheWay = [past.opened(), past.scheduled(), past.departed()];
const notice = { visit: 1, reason: '堵车', apologised: true, newArrival: at('11:30') };
const noticed = event('DelayNotified', { ...notice, booked: span('11:30', '12:30') });
const tell = (more: Partial<NotifyDelay['data']> = {}, time = '10:30', received = time) =>
  command('NotifyDelay', { ...notice, ...more }, time, { known: { receivedAt: at(received) } });

function foundAfter(more: Partial<NotifyDelay['data']>) {
  const [, ...findings] = given(...onTheWay)
    .when(tell(more))
    .events();
  return findings.map(({ data }) => data);
}

test('[V7] the customer is told of a delay, with reason, apology and new hour', () => {
  given(...onTheWay)
    .when(tell())
    .then(noticed);
  given(past.opened(), past.scheduled()).when(tell()).then(noticed);
});

test('[V7] finds a notice without an apology', () => {
  expect(foundAfter({ apologised: false })).toEqual([
    {
      finding: 1,
      article: 'V7',
      code: 'delay-without-apology',
      visit: 1,
      person: 'li-wei',
      remark: '堵车',
    },
  ]);
});

test('[V7] it is found of whoever gave the notice', () => {
  const [, finding] = given(...onTheWay)
    .when({ ...tell({ apologised: false }), actor: DISPATCHER })
    .events();
  expect(finding?.data).toMatchObject({ person: DISPATCHER.id });
});

test('[V7] finds a notice without a reason', () => {
  expect(foundAfter({ reason: ' ' })).toEqual([
    { finding: 1, article: 'V7', code: 'delay-without-reason', visit: 1, person: 'li-wei' },
  ]);
});

test('[V7] a notice in time moves the hour, also a second one before the first is over', () => {
  const first = past.delayNotified('11:30', '10:30');
  const second = past.delayNotified('12:00', '11:20');
  expect(ticketAfter(...onTheWay, first).visits[0]?.expectedBy).toBe(at('11:30'));
  expect(ticketAfter(...onTheWay, first, second).visits[0]?.expectedBy).toBe(at('12:00'));
});

test('[V7] a notice that comes too late moves nothing, and one within the window takes nothing from it', () => {
  expect(ticketAfter(...onTheWay, past.delayNotified('11:30', '11:00')).visits[0]?.expectedBy).toBe(
    at('11:00'),
  );
  expect(ticketAfter(...onTheWay, past.delayNotified('10:00', '09:30')).visits[0]?.expectedBy).toBe(
    at('11:00'),
  );
});

test('[V7] finds a notice that is said to have been in time, and was recorded only afterwards', () => {
  const found = (time: string, received: string) =>
    given(...onTheWay)
      .when(tell({}, time, received))
      .events()
      .slice(1)
      .map(({ data }) => data);
  expect(found('10:30', '10:59')).toEqual([]);
  expect(found('10:30', '11:00')).toEqual([
    {
      finding: 1,
      article: 'V7',
      code: 'notice-recorded-late',
      visit: 1,
      person: 'li-wei',
      remark: '堵车',
    },
  ]);
  expect(found('10:59', '18:00')).toHaveLength(1);
  // Too late at any rate: there is nothing to look into.
  expect(found('11:00', '18:00')).toEqual([]);
});

test('[V7] what counts as the promise is the hour that was announced last', () => {
  const told = [...onTheWay, past.delayNotified('11:30', '10:30')];
  const again = tell({ newArrival: at('11:50') }, '11:10', '11:20');
  expect(
    given(...told)
      .when(again)
      .events(),
  ).toHaveLength(1);
});

test('the new hour lies ahead of the notice, and is news', () => {
  given(...onTheWay)
    .when(tell({ newArrival: at('10:30') }))
    .thenThrows(Invalid, 'new-arrival-past');
  given(...onTheWay, past.delayNotified('11:30', '10:00'))
    .when(tell())
    .thenThrows(NotPossible, 'delay-already-notified');
});

test('not after the arrival, before the departure, or for a visit of another', () => {
  given(...onTheWay, past.arrived())
    .when(tell())
    .thenThrows(NotPossible, 'visit-on-site');
  given(...onTheWay)
    .when(tell({}, '08:59'))
    .thenThrows(Invalid, 'occurred-too-early');
  given(...onTheWay)
    .when({ ...tell(), actor: WANG_FANG })
    .thenThrows(Forbidden, 'not-your-visit');
});

const tellHour = (newArrival: Instant, customerWishes?: string) =>
  tell({ newArrival, ...(customerWishes && { customerWishes }) });

test('[V7] a delay is later than promised, and stays within the day', () => {
  given(...onTheWay)
    .when(tellHour(at('11:00')))
    .thenThrows(Invalid, 'not-later-than-promised');
  given(...onTheWay)
    .when(tellHour(at('09:30', 1)))
    .thenThrows(Invalid, 'beyond-the-day');
  given(...onTheWay)
    .when(tellHour('2099-01-01T02:00:00.000Z'))
    .thenThrows(Invalid, 'beyond-the-day');
  expect(() => notifyDelay(tellHour(at('09:30', 1)), ticketAfter(...onTheWay))).toThrow(
    expect.objectContaining({ article: 'V7', pointer: '/newArrival' }),
  );
});

test('[V19] a delay is not put into the rest hours of the customer without their wish', () => {
  given(...onTheWay)
    .when(tellHour(at('12:30')))
    .thenRefusedUnder('V19', 'within-quiet-hours');
  given(...onTheWay)
    .when(tellHour(at('12:30'), '午休也可以来'))
    .then(
      event('DelayNotified', {
        ...notice,
        newArrival: at('12:30'),
        booked: span('12:30', '13:30'),
        customerWishes: '午休也可以来',
      }),
    );
  given(past.opened({ emergency: true }), past.scheduled(), past.departed())
    .when(tellHour(at('12:30')))
    .then(
      event('DelayNotified', {
        ...notice,
        newArrival: at('12:30'),
        booked: span('12:30', '13:30'),
      }),
    );
});

test('[V19] the rest hours are those of the customer’s file as it is now', () => {
  const known = {
    receivedAt: at('10:30'),
    quietHours: [{ from: '11:15', until: '11:45' }],
  };
  given(...onTheWay)
    .when({ ...tell(), known })
    .thenRefusedUnder('V19', 'within-quiet-hours');
});

test('an hour that is over when it is told is booked no more', () => {
  const [told] = given(...onTheWay)
    .when(tell({}, '10:30', '11:30'))
    .events();
  expect(told?.data).toEqual(notice);
});
