import { NotPossible } from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import { policy } from '@app/policy';
import { expect, test } from '@jest/globals';
import { arrived, found, opened, scheduled } from '../../testing/past.js';
import { at, command, event, HOTLINE, ticketAfter } from '../../testing/ticket.builders.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';

const given = specification(ticketDecider);
const { events: most, photos, findings } = policy.ticketBounds;
const times = (count: number, of: (index: number) => TicketEvent) =>
  Array.from({ length: count }, (_, index) => of(index));
const note = () => event('CustomerFileReviewed', {}, '08:10');
const review = command('ReviewCustomerFile', { notes: '家中有老人' }, '08:30', { by: HOTLINE });
const cancel = command('CancelTicket', { reason: '重复' }, '08:30', {
  by: HOTLINE,
  known: { receivedAt: '2026-03-02T00:30:00.000Z' },
});

test('[R10] a ticket takes so many events, and then only what leads it to its end', () => {
  const full = [opened(), ...times(most - 1, note)];
  expect(ticketAfter(...full).collected.entries).toBe(most);
  given(...full.slice(0, -1))
    .when(review)
    .events();
  given(...full)
    .when(review)
    .thenThrows(NotPossible, 'ticket-full');
  expect(
    given(...full)
      .when(cancel)
      .events(),
  ).toMatchObject([{ type: 'TicketCancelled' }]);
});

test('[R10] the reserve has its end too', () => {
  const beyond = [opened(), ...times(most + policy.ticketBounds.reserve - 1, note)];
  given(...beyond)
    .when(cancel)
    .thenThrows(NotPossible, 'ticket-full');
});

const photo = 'a'.repeat(64);
const incident = (of: number) => ({
  visit: 1,
  kind: 'gossip' as const,
  description: '随意评论',
  reportedBy: '孙丽',
  photos: Array.from({ length: of }, () => photo),
});

test('[R10] a ticket takes so many photos and so many findings', () => {
  const report = command('ReportConductIncident', incident(1), '09:00', { by: HOTLINE });
  const pictured = [
    opened(),
    scheduled(),
    arrived('08:45'),
    event('ConductIncidentRecorded', { ...incident(photos), technician: 'li-wei' }, '08:50'),
  ];
  given(...pictured)
    .when(report)
    .thenThrows(NotPossible, 'ticket-full');
  const without = command('ReportConductIncident', incident(0), '09:00', { by: HOTLINE });
  expect(
    given(...pictured)
      .when(without)
      .events(),
  ).toHaveLength(2);
  const blamed = [
    opened(),
    scheduled(),
    arrived('08:45'),
    ...times(findings, (n) => found(n + 1, 'V10', 'gossip')),
  ];
  given(...blamed)
    .when(without)
    .thenThrows(NotPossible, 'ticket-full');
});

test('[R10] what another ticket shows late of who was in two places is taken by a full one too', () => {
  const shownBy = { type: 'StayEnded', occurredAt: at('08:30'), stream: 'diary-li-wei-2026-03-02' };
  const moment = { visit: 1, at: at('08:45'), elsewhere: true };
  const judge = command(
    'JudgeWhereabouts',
    { technician: 'li-wei', date: '2026-03-02', shownBy },
    '09:00',
    { known: { whereabouts: [moment] } },
  );
  const planned = [opened(), scheduled(), arrived('08:45')];
  const full = [...planned, ...times(most - planned.length, note)];
  expect(
    given(...full)
      .when(judge)
      .events(),
  ).toMatchObject([{ type: 'FindingRecorded', data: { code: 'in-two-places' } }]);
});
