import { Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import {
  at,
  command,
  event,
  givenFor,
  LI_WEI,
  span,
  WANG_FANG,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { logLabour } from './log-labour.js';

const given = givenFor(logLabour);
const { working } = site;
const elsewhere = (from: string, until: string) => ({
  ticket: 'T-2',
  visit: 1,
  span: span(from, until),
});
const log = (from: string, until: string, logged = [elsewhere('08:00', '09:00')], time = '11:00') =>
  command('LogLabour', { visit: 1, workType: '维修', span: span(from, until) }, time, {
    known: { logged },
  });
const logged = (from: string, until: string, hours: string, entry = 1) =>
  event('LabourLogged', {
    visit: 1,
    entry,
    technician: LI_WEI.id,
    workType: '维修',
    span: span(from, until),
    hours,
  });

test('[R10] [B2] labour is logged in hours with two places', () => {
  given(...working)
    .when(log('09:50', '10:30'))
    .then(logged('09:50', '10:30', '0.67'));
});

test('[R10] it may be written down after leaving', () => {
  given(...working, past.left('10:30'))
    .when(log('09:50', '10:20', [], '18:00'))
    .then(logged('09:50', '10:20', '0.50'));
});

test('[R10] after the leaving there is work only on what was taken along', () => {
  const after = log('10:20', '10:31', [], '18:00');
  given(...working, past.left('10:30'))
    .when(after)
    .thenThrows(Invalid, 'labour-after-leaving');
  given(...working, past.productTakenIn(), past.left('10:30'))
    .when(after)
    .then(logged('10:20', '10:31', '0.18'));
  given(...working, past.productTakenIn(), past.left('10:30'), past.productReturned('17:00'))
    .when(after)
    .then(logged('10:20', '10:31', '0.18'));
});

test.each(['09:50', '09:40'])('a span that ends at %s has not begun', (until) => {
  given(...working)
    .when(log('09:50', until))
    .thenThrows(Invalid, 'empty-span');
});

test('[R10] labour is logged when it is done, and lies after the arrival', () => {
  given(...working)
    .when(log('10:00', '11:30'))
    .thenThrows(Invalid, 'labour-ahead');
  given(...working)
    .when(log('09:20', '10:00'))
    .thenThrows(Invalid, 'labour-before-arrival');
  for (const [from, until] of [
    ['10:00', '11:30'],
    ['09:20', '10:00'],
  ] as const)
    expect(() => logLabour(log(from, until), ticketAfter(...working))).toThrow(
      expect.objectContaining({ article: 'R10' }),
    );
});

test('[R10] refuses seconds that make no hundredth of an hour', () => {
  const from = span('10:00', '10:01').from;
  const seconds = { from, until: from.replace(':00.000Z', ':10.000Z') };
  given(...working)
    .when(
      command('LogLabour', { visit: 1, workType: '维修', span: seconds }, '11:00', {
        known: { logged: [] },
      }),
    )
    .thenRefusedUnder('R10', 'no-labour-time');
});

test('[R10] refuses hours that the technician has logged on another ticket', () => {
  given(...working)
    .when(log('10:00', '10:30', [elsewhere('10:29', '10:45')]))
    .thenRefusedUnder('R10', 'labour-overlaps');
});

test('[R10] refuses hours that the technician has logged on this ticket', () => {
  given(...working, site.labourLogged('09:50', '10:20'))
    .when(log('10:19', '10:40'))
    .thenRefusedUnder('R10', 'labour-overlaps');
});

test('[R10] hours that only touch do not overlap', () => {
  given(...working, site.labourLogged('09:50', '10:00'))
    .when(log('10:00', '10:30', [elsewhere('10:30', '10:45')]))
    .then(logged('10:00', '10:30', '0.50', 2));
});

test('[R10] labour of before the start of the work is taken, and found', () => {
  const lapse = past.found(1, 'R10', 'work-not-started');
  given(...site.readyToWork)
    .when(log('09:50', '10:30'))
    .then(logged('09:50', '10:30', '0.67'), lapse);
  given(...working)
    .when(log('09:49', '10:30'))
    .then(logged('09:49', '10:30', '0.68'), lapse);
});

test('[V11] [V13] [R10] labour of before entitlement, consent, inspection and start is taken, and each found once', () => {
  const entry = logged('09:31', '09:34', '0.05');
  const lapses = [
    past.found(1, 'V11', 'entitlement-unchecked'),
    past.found(2, 'V11', 'work-before-consent'),
    past.found(3, 'V13', 'integrity-uninspected'),
    past.found(4, 'R10', 'work-not-started'),
  ];
  given(...working)
    .when(log('09:31', '09:34'))
    .then(entry, ...lapses);
  given(...working, { ...entry, occurredAt: at('09:55') }, ...lapses)
    .when(log('09:34', '09:35'))
    .then(logged('09:34', '09:35', '0.02', 2));
});

test('[V13] refuses to go on with a discrepancy that the customer has not signed', () => {
  given(...working, site.tampered())
    .when(log('09:50', '10:30'))
    .thenRefusedUnder('V13', 'discrepancy-unacknowledged');
});

test('[V17] refuses to go on with an external cause until the charge is signed', () => {
  given(...working, site.externalCause())
    .when(log('09:50', '10:30'))
    .thenRefusedUnder('V17', 'charge-not-signed');
  given(...working, site.externalCause(), site.quoteSigned())
    .when(log('09:50', '10:30'))
    .then(logged('09:50', '10:30', '0.67'));
});

test('[V19] nobody works while work is broken off', () => {
  given(...working, site.suspended())
    .when(log('10:00', '10:10'))
    .thenThrows(NotPossible, 'work-suspended');
  given(...working, site.suspended())
    .when(log('09:50', '10:00'))
    .then(logged('09:50', '10:00', '0.17'));
});

test('[R10] nobody works longer than a day at a time', () => {
  const years = { from: '1500-01-01T00:00:00.000Z', until: span('10:00', '10:30').until };
  given(...working)
    .when(
      command('LogLabour', { visit: 1, workType: '维修', span: years }, '11:00', {
        known: { logged: [] },
      }),
    )
    .thenThrows(Invalid, 'labour-too-long');
});

test('[R10] a whole day is not too long', () => {
  const day = { from: span('09:50', '10:00').from, until: span('09:50', '10:00', 1).from };
  const data = { visit: 1, workType: '维修', span: day };
  given(...working)
    .when(command('LogLabour', data, day.until, { known: { logged: [] } }))
    .then(event('LabourLogged', { ...data, entry: 1, technician: LI_WEI.id, hours: '24.00' }));
});

test('[R10] labour may begin with the arrival and end with the leaving', () => {
  const [entry] = given(...working, past.left('10:30'))
    .when(log('09:30', '10:30'))
    .events();
  expect(entry).toMatchObject({ type: 'LabourLogged', data: { hours: '1.00' } });
});

test('[R10] hours of another technician on this ticket are not in the way', () => {
  const visit = 2;
  const second = [
    past.scheduled({ visit, technician: WANG_FANG.id }),
    past.departed('09:00', visit),
    past.arrived('09:30', visit),
    site.entitled(site.IN_WARRANTY, visit),
    site.consented(visit),
    site.inspected({ visit }),
    past.workStarted('09:50', visit),
  ];
  const data = { visit, workType: '维修', span: span('09:50', '10:20') };
  given(...working, site.labourLogged('09:50', '10:20'), ...second)
    .when(command('LogLabour', data, '11:00', { by: WANG_FANG, known: { logged: [] } }))
    .then(event('LabourLogged', { ...data, entry: 2, technician: WANG_FANG.id, hours: '0.50' }));
});
