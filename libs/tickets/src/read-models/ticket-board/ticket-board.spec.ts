import { describe, expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { TicketEvent } from '../../contract.js';
import {
  arrived,
  cancelled,
  closed,
  customerAbsent,
  delayNotified,
  departed,
  excused,
  found,
  opened,
  reopened,
  repaired,
  rescheduled,
  resolved,
  scheduled,
  visitCancelled,
} from '../../testing/past.js';
import {
  causeWithdrawn,
  collected,
  externalCause,
  onSite,
  quoteSigned,
  suspended,
  working,
} from '../../testing/on-site.past.js';
import { breached, clockPaused, clockSet, clocksSet } from '../../testing/clocks.past.js';
import { at, event, span, TICKET } from '../../testing/ticket.builders.js';
import { awaitsAppointment } from './board-visits.js';
import { ticketBoard } from './ticket-board.projection.js';

const given = (...events: TicketEvent[]) =>
  rowsOf(ticketBoard, recorded(`ticket-${TICKET}`, events)).get(TICKET);

const [response, restoration] = clocksSet;

describe('the ticket board', () => {
  test('shows a ticket as it was opened', () => {
    expect(given(opened())).toMatchObject({
      ticket: TICKET,
      status: 'open',
      source: 'hotline',
      emergency: false,
      name: '孙丽',
      fault: '空调不制冷',
      openedAt: at('08:00'),
      customer: null,
      technicians: [],
      nextDue: null,
      version: 1,
      position: '1',
    });
  });

  test('shows when somebody must be there and when the fault must be gone, the earlier one first [B2]', () => {
    const row = given(opened(), ...clocksSet);
    expect(row).toMatchObject({
      responseDue: at('10:00'),
      restorationDue: at('12:00'),
      nextDue: at('10:00'),
    });
  });

  test('moves on to the restoration when the technician has arrived, and to nothing when it is restored [B2]', () => {
    const past = [opened(), ...clocksSet, scheduled(), arrived('09:30')];
    expect(given(...past)).toMatchObject({ arrivedAt: at('09:30'), nextDue: at('12:00') });
    expect(given(...past, repaired({}, '10:30'))).toMatchObject({
      restoredAt: at('10:30'),
      nextDue: null,
    });
  });

  test('[V19] shows when somebody comes back to work that was interrupted, until they do', () => {
    const left = event('TechnicianLeft', { visit: 1, returning: true }, '10:05');
    const away = [...working, suspended(), left];
    const row = given(...away)!;
    expect(row).toMatchObject({
      nextReturnAt: at('14:00'),
      visits: [{ progress: 'away', resumesAt: at('14:00') }],
    });
    expect(given(...away, delayNotified('14:30', '13:50'))).toMatchObject({
      nextReturnAt: at('14:30'),
    });
    const moved = rescheduled(span('16:00', '17:00'), {}, '13:00');
    expect(given(...away, moved)).toMatchObject({ nextReturnAt: at('16:00') });
    expect(given(...away, arrived('14:00'))).toMatchObject({ nextReturnAt: null });
    const resumed = event('WorkResumed', { visit: 1 }, '14:01');
    expect(given(...away, arrived('14:00'), resumed)).toMatchObject({
      visits: [{ resumesAt: null }],
    });
    expect(given(...away, resolved('13:00', 'declined'))).toMatchObject({ nextReturnAt: null });
  });

  test('[V23] shows what was paid beyond what is charged, and is due back', () => {
    const paid = [...onSite, quoteSigned('180.00', 'external-cause'), collected()];
    expect(given(...paid)).toMatchObject({ owed: '0.00', dueBack: '0.00' });
    const back = [...paid, externalCause(), causeWithdrawn()];
    expect(given(...back)).toMatchObject({ dueBack: '180.00' });
  });

  test('[R6] shows that the customer is to be asked how it went, until they are or it goes on', () => {
    const asked = event('FollowUpAsked', { percent: 10 }, '16:01');
    const made = event(
      'FollowUpMade',
      { channel: 'phone', sampled: true, satisfied: true, answer: '好' },
      '16:30',
    );
    const past = [opened(), resolved(), closed()];
    const shown = [past, [...past, asked], [...past, asked, made], [...past, asked, reopened()]];
    expect(shown.map((events) => given(...events)?.awaitsFollowUp)).toEqual([
      ...[false, true, false, false],
    ]);
  });

  test('does not take a repair that restored nothing for a restoration', () => {
    const row = given(opened(), scheduled(), repaired({ restored: false }));
    expect(row).toMatchObject({ restoredAt: null });
  });

  test('[B2] a clock that waits for a year of the working calendar is neither due nor at risk', () => {
    const waits = clockSet('response', { awaits: '2027' });
    expect(given(opened(), waits)).toMatchObject({
      responseDue: null,
      nextDue: null,
      riskFrom: null,
      deadlines: { response: { awaits: '2027', verdict: 'running' } },
    });
  });

  test('[V19] knows since when and until when a clock stands still, and counts its deadline from there', () => {
    const past = [opened(), ...clocksSet, arrived('09:30')];
    const paused = clockPaused(restoration!, at('11:00'), at('11:30'));
    expect(given(...past, paused)).toMatchObject({
      pausedSince: at('11:00'),
      pausedUntil: at('11:30'),
      restorationDue: at('12:30'),
      nextDue: at('12:30'),
      riskFrom: at('11:30'),
    });
    const { clock, round, due, warnAt, pauses } = paused.data;
    const reading = { clock, round, due, warnAt, paused: 30, pauses };
    const resumed = event('SlaResumed', { ...reading, why: 'work-suspended' }, '11:30');
    expect(given(...past, paused, resumed)).toMatchObject({
      pausedSince: null,
      pausedUntil: null,
      nextDue: at('12:30'),
    });
  });

  test('[B2] a clock without an agreed end of its pause has no deadline to come', () => {
    const paused = clockPaused(restoration!, at('11:00'), null);
    expect(given(opened(), restoration!, paused)).toMatchObject({
      pausedSince: at('11:00'),
      pausedUntil: null,
      nextDue: null,
      riskFrom: null,
    });
  });

  test('[B2] shows what was not met, and no longer once it is corrected', () => {
    const past = [opened(), ...clocksSet, breached(response!)];
    expect(given(...past)).toMatchObject({
      breached: ['response'],
      nextDue: at('10:00'),
      riskFrom: at('11:00'),
      deadlines: { response: { verdict: 'breached', judgedBy: { type: 'SlaBreached' } } },
    });
    const { data, occurredAt } = breached(response!);
    const by = { type: 'TechnicianArrived', occurredAt: at('09:50') };
    const corrects = { type: 'SlaBreached', occurredAt };
    const corrected = event(
      'SlaCorrected',
      { ...data, corrects, verdict: 'met', by, shownBy: by },
      '11:00',
    );
    expect(given(...past, arrived('09:50'), corrected)).toMatchObject({
      breached: [],
      nextDue: at('12:00'),
      deadlines: { response: { verdict: 'met', by, corrected: [corrects] } },
    });
  });

  test('[B2] a reopening sets new deadlines and erases no breach', () => {
    const again = clockSet('response', { round: 2, from: at('17:00') }, at('17:00'));
    const past = [opened(), response!, breached(response!), arrived('10:30'), resolved()];
    expect(given(...past, reopened(), again)).toMatchObject({
      breached: ['response'],
      responseDue: at('19:00'),
      nextDue: at('19:00'),
      earlierDeadlines: [{ round: 1, verdict: 'breached' }],
    });
  });

  test('shows the next visit that nobody has arrived at', () => {
    const second = scheduled({ visit: 2, technician: 'wang-fang', window: span('14:00', '16:00') });
    const row = given(opened(), scheduled(), second, departed(), arrived());
    expect(row).toMatchObject({
      technicians: ['li-wei', 'wang-fang'],
      nextVisitFrom: at('14:00'),
      nextVisitUntil: at('16:00'),
    });
    expect(row?.visits.map(({ progress }) => progress)).toEqual(['on-site', 'scheduled']);
  });

  test('follows a visit to its new time and technician, and forgets a cancelled one', () => {
    const moved = rescheduled(span('15:00', '17:00'), { technician: 'wang-fang' });
    expect(given(opened(), scheduled(), moved)).toMatchObject({
      technicians: ['wang-fang'],
      nextVisitFrom: at('15:00'),
    });
    expect(given(opened(), scheduled(), visitCancelled())).toMatchObject({
      technicians: [],
      nextVisitFrom: null,
      nextVisitUntil: null,
    });
  });

  test('counts findings until they are reviewed', () => {
    const past = [
      opened(),
      scheduled(),
      found(1, 'V21', 'site-not-cleaned'),
      found(2, 'V8', 'not-greeted'),
    ];
    expect(given(...past)).toMatchObject({ openFindings: [1, 2] });
    expect(given(...past, excused(1, 'V21'))).toMatchObject({ openFindings: [2] });
  });

  test('follows the ticket to its end and back; what was reopened is not restored', () => {
    const past = [opened(), restoration!, scheduled(), arrived(), repaired(), resolved()];
    expect(given(...past)).toMatchObject({ status: 'resolved', nextDue: null });
    expect(given(...past, closed())).toMatchObject({ status: 'closed' });
    expect(given(...past, closed(), reopened())).toMatchObject({
      status: 'open',
      restoredAt: null,
      arrivedAt: null,
      nextDue: at('12:00'),
    });
    expect(given(opened(), cancelled())).toMatchObject({ status: 'cancelled' });
  });

  test('names the latest moment that something happened, also when an earlier one is sent late', () => {
    expect(given(opened(), scheduled(), arrived('09:30'), departed('09:00'))).toMatchObject({
      lastEventAt: at('09:30'),
      version: 4,
    });
  });

  test('keeps separate tickets apart', () => {
    const events = [
      ...recorded('ticket-A', [opened({ ticket: 'A' })]),
      ...recorded('ticket-B', [opened({ ticket: 'B' }), cancelled()], 1n),
    ];
    const rows = rowsOf(ticketBoard, events);
    expect([rows.get('A')?.status, rows.get('B')?.status]).toEqual(['open', 'cancelled']);
  });

  test('passes over what is no ticket', () => {
    expect(rowsOf(ticketBoard, recorded('diary-li-wei-2026-03-02', [opened()])).size).toBe(0);
  });

  test('[V7] a locked door asks for a new appointment, until there is one', () => {
    const absent = [opened(), scheduled(), departed(), arrived(), customerAbsent()];
    const again = scheduled({ visit: 2, window: span('15:00', '16:00') });
    const awaits = (...events: TicketEvent[]) => awaitsAppointment(given(...absent, ...events)!);
    expect(given(...absent)!.visits).toMatchObject([{ progress: 'absent' }]);
    expect(awaits()).toBe(true);
    expect(awaits(again)).toBe(false);
    expect(awaits(again, visitCancelled('13:00', 2))).toBe(true);
    expect(awaits(resolved('15:00', 'no-access'))).toBe(false);
  });

  test('[R10] a later visit that finds the fault again takes the restoration back, an earlier one told late does not', () => {
    const visits = [opened(), scheduled(), scheduled({ visit: 2, window: span('15:00', '16:00') })];
    const again = repaired({ visit: 2, restored: false }, '15:30');
    expect(given(...visits, repaired())!.restoredAt).toBe(at('10:30'));
    expect(given(...visits, repaired(), again)!.restoredAt).toBeNull();
    expect(given(...visits, again, repaired())!.restoredAt).toBeNull();
  });

  test('[R10] shows how a ticket ended, until it is reopened', () => {
    const ended = [opened(), resolved('15:00', 'declined')];
    expect(given(...ended)).toMatchObject({ status: 'resolved', outcome: 'declined' });
    expect(given(...ended, reopened())).toMatchObject({ status: 'open', outcome: null });
  });
});
