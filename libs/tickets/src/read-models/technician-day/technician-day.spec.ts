import { describe, expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { TicketEvent } from '../../contract.js';
import { suspended } from '../../testing/on-site.past.js';
import {
  arrived,
  cancelled,
  delayNotified,
  faultAnalysed,
  noShow,
  opened,
  prepared,
  rescheduled,
  resolved,
  scheduled,
  visitCancelled,
  workStarted,
} from '../../testing/past.js';
import { breached, clockPaused, clockSet, clocksSet } from '../../testing/clocks.past.js';
import { at, event, span, TICKET } from '../../testing/ticket.builders.js';
import { technicianDay } from './technician-day.projection.js';

const given = (...events: TicketEvent[]) =>
  rowsOf(technicianDay, recorded(`ticket-${TICKET}`, events)).get(TICKET);

describe("a technician's day", () => {
  test('is found by technician and business date', () => {
    expect(given(opened(), scheduled())).toMatchObject({
      days: ['li-wei/2026-03-02'],
      address: '人民路 8 号 3 单元 502',
    });
  });

  test('[B2] shows what is due, until it is met, somebody is there or the ticket ends', () => {
    const past = [opened(), ...clocksSet, scheduled()];
    const due = { responseDue: at('10:00'), restorationDue: at('12:00') };
    expect(given(...past)).toMatchObject(due);
    expect(given(...past, breached(clocksSet[0]!))).toMatchObject(due);
    const waits = clockSet('response', { awaits: '2027' });
    expect(given(opened(), waits, scheduled())).toMatchObject({ responseDue: null });
    const there = [...past, arrived()];
    expect(given(...there)).toMatchObject({ ...due, responseDue: null });
    const paused = clockPaused(clocksSet[1]!, at('10:00'), at('11:00'));
    expect(given(...there, paused)).toMatchObject({ restorationDue: at('13:00') });
    const { clock, round, warnAt, pauses } = paused.data;
    const by = { type: 'RepairCompleted', occurredAt: at('11:30') };
    const reading = { clock, round, due: at('13:00'), warnAt, paused: 60, pauses };
    const met = event('SlaMet', { ...reading, by }, '11:30');
    expect(given(...there, paused, met)).toMatchObject({ restorationDue: null });
    expect(given(...past, cancelled())).toMatchObject({ responseDue: null, restorationDue: null });
  });

  test('is two days when the window crosses midnight in Shanghai', () => {
    const window = { from: at('23:00'), until: at('01:00', 1) };
    expect(given(opened(), scheduled({ window }))?.days).toEqual([
      'li-wei/2026-03-02',
      'li-wei/2026-03-03',
    ]);
  });

  test('loses a visit that moves to another day or another technician', () => {
    expect(given(opened(), scheduled(), rescheduled(span('09:00', '11:00', 1)))?.days).toEqual([
      'li-wei/2026-03-03',
    ]);
    const handedOver = rescheduled(span('09:00', '11:00'), { technician: 'wang-fang' });
    expect(given(opened(), scheduled(), handedOver)?.days).toEqual(['wang-fang/2026-03-02']);
  });

  test('[R10] is the day of all who come along, as long as they do', () => {
    const added = event('TechnicianAdded', { visit: 1, technician: 'wang-fang' }, '08:25');
    const both = ['li-wei/2026-03-02', 'wang-fang/2026-03-02'];
    const along = { days: both, visits: [{ others: ['wang-fang'] }] };
    expect(given(opened(), scheduled(), added)).toMatchObject(along);
    const off = { visit: 1, technician: 'wang-fang', reason: '另有急修' };
    const removed = event('TechnicianRemoved', off, '08:26');
    expect(given(opened(), scheduled(), added, removed)).toMatchObject({
      days: ['li-wei/2026-03-02'],
      visits: [{ others: [] }],
    });
    expect(
      given(opened(), scheduled(), added, rescheduled(span('09:00', '11:00', 1))),
    ).toMatchObject({
      days: ['li-wei/2026-03-03', 'wang-fang/2026-03-03'],
    });
  });

  test('keeps a cancelled visit, as cancelled', () => {
    const row = given(opened(), scheduled(), visitCancelled());
    expect(row).toMatchObject({ days: ['li-wei/2026-03-02'], visits: [{ progress: 'cancelled' }] });
  });

  test('lists what the fault needs and what was packed [V3] [V5] [V6]', () => {
    expect(given(opened(), faultAnalysed(), scheduled(), prepared())).toMatchObject({
      neededTools: ['T-100'],
      neededParts: ['CAP-35'],
      visits: [{ packed: { tools: ['T-100'], parts: [{ sku: 'CAP-35', quantity: 1 }] } }],
    });
  });

  test('unpacks when somebody else goes, and not when the same one goes later', () => {
    const later = rescheduled(span('15:00', '16:00'));
    const other = rescheduled(span('15:00', '16:00'), { technician: 'wang-fang' });
    const tools = ['T-101'];
    const { data } = prepared({ parts: [] });
    const corrected = event('PreparationCorrected', {
      ...data,
      tools,
      before: prepared().data,
      reason: '漏记',
    });
    expect(given(opened(), scheduled(), prepared(), corrected)?.visits[0]?.packed).toEqual({
      tools,
      parts: [],
    });
    expect(given(opened(), scheduled(), prepared(), later)?.visits[0]?.packed).not.toBeNull();
    expect(given(opened(), scheduled(), prepared(), other)?.visits[0]?.packed).toBeNull();
  });

  test('shows the new time that the customer was told [V7]', () => {
    expect(given(opened(), scheduled(), delayNotified('11:30', '10:40'))).toMatchObject({
      visits: [{ delayedUntil: at('11:30') }],
    });
  });

  test('shows that the ticket was cancelled', () => {
    expect(given(opened(), scheduled(), cancelled())).toMatchObject({ status: 'cancelled' });
  });

  test('shows interrupted work on the date on which it is to go on, until it does [V19]', () => {
    const interrupted = [opened(), scheduled(), arrived(), workStarted()];
    const tomorrow = suspended({ resumeAt: at('08:30', 1) });
    const leaving = event('TechnicianLeft', { visit: 1, returning: true }, '10:10');
    const row = given(...interrupted, tomorrow, leaving)!;
    expect(row.days).toEqual(['li-wei/2026-03-02', 'li-wei/2026-03-03']);
    expect(row.visits).toMatchObject([{ progress: 'away', resumesAt: at('08:30', 1) }]);
    const back = event('TechnicianArrived', { visit: 1 }, at('08:30', 1));
    const resumed = event('WorkResumed', { visit: 1 }, at('08:31', 1));
    expect(given(...interrupted, tomorrow, leaving, back)!.visits).toMatchObject([
      { progress: 'suspended' },
    ]);
    expect(given(...interrupted, tomorrow, leaving, back, resumed)!.visits).toMatchObject([
      { progress: 'working', resumesAt: null },
    ]);
    expect(given(...interrupted, tomorrow, leaving, resolved('15:00', 'declined'))!.visits).toEqual(
      [expect.objectContaining({ progress: 'left', resumesAt: null })],
    );
  });

  test('[V7] [V19] shows the return at the hour to which it was moved, until nobody came', () => {
    const leaving = event('TechnicianLeft', { visit: 1, returning: true }, '10:10');
    const away = [opened(), scheduled(), arrived(), workStarted(), suspended(), leaving];
    const moved = rescheduled(span('16:00', '17:00', 1), {}, '11:00');
    expect(given(...away, moved)).toMatchObject({
      days: ['li-wei/2026-03-02', 'li-wei/2026-03-03'],
      visits: [{ progress: 'away', resumesAt: at('16:00', 1), window: span('09:00', '11:00') }],
    });
    expect(given(...away, noShow('15:10'))).toMatchObject({
      visits: [{ progress: 'left', resumesAt: null }],
    });
  });
});
