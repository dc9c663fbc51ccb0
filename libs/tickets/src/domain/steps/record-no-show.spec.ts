import { Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { command, event, givenFor, HOTLINE, ticketAfter } from '../../testing/ticket.builders.js';
import { appointmentIsKept } from '../rules/appointment-is-kept.js';
import { recordNoShow } from './record-no-show.js';

const given = givenFor(recordNoShow);
const planned = [past.opened(), past.scheduled()];
const report = (time: string, reason?: string) =>
  command('RecordNoShow', { visit: 1, ...(reason && { reason }) }, time, { by: HOTLINE });
const finding = { finding: 1, article: 'V7' as const, code: 'no-show', visit: 1, person: 'li-wei' };

test('[V7] a no-show is a finding', () => {
  given(...planned)
    .when(report('11:00'))
    .then(event('NoShowRecorded', { visit: 1 }), event('FindingRecorded', finding));
});

test('[V7] its reason goes with the finding, for whoever reviews it', () => {
  given(...planned, past.departed())
    .when(report('11:30', '车辆抛锚'))
    .then(
      event('NoShowRecorded', { visit: 1, reason: '车辆抛锚' }),
      event('FindingRecorded', { ...finding, remark: '车辆抛锚' }),
    );
});

test('[V7] who may still come is no no-show', () => {
  given(...planned)
    .when(report('10:59'))
    .thenThrows(Invalid, 'still-expected');
  given(...planned, past.delayNotified('11:30', '10:30'))
    .when(report('11:15'))
    .thenThrows(Invalid, 'still-expected');
});

test('who came is no no-show', () => {
  given(...planned, past.departed(), past.arrived())
    .when(report('11:30'))
    .thenThrows(NotPossible, 'visit-on-site');
});

test('the visit is over', () => {
  expect(ticketAfter(...planned, past.noShow()).visits[0]?.status).toBe('no-show');
});

test('[V7] an appointment is kept by coming', () => {
  const [visit] = ticketAfter(...planned, past.departed(), past.arrived('11:30')).visits;
  expect(appointmentIsKept.brokenBy(visit!)).toBe(false);
});
