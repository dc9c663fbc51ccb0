import { describe, expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { plusMinutes, type LocalTime } from '@app/kernel';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketAccount } from '../../account/account.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  inBatch,
  LI_WEI,
  span,
  TICKET,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { technicianDay } from '../../read-models/technician-day/technician-day.projection.js';
import { ticketBoard } from '../../read-models/ticket-board/ticket-board.projection.js';
import { ticketDetail } from '../../read-models/ticket-detail/ticket-detail.projection.js';
import { promisedAt } from '../visit/promised.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';

/* Li Wei was to come at 09:00–10:00; at 08:50 the visit was moved to 15:00. That it had been moved before is told after that. */

const visit = 1;
const now = at('11:30');
const afternoon = span('15:00', '16:00');
const noon = span('11:00', '12:00');
const technician = { employee: LI_WEI.id, active: true };
const planned = [
  past.opened({ lineFault: false }),
  past.scheduled({ window: span('09:00', '10:00') }),
];
const movedOn = [...planned, past.rescheduled(afternoon, {}, '08:50')];

/** Told late: by phone a minute before, unless nobody told them. */
function move(made: LocalTime, { window = noon, told = true, atCustomersWish = false } = {}) {
  const spoken = { channel: 'phone', by: '周敏', at: at(made), apologised: true } as const;
  const asked = { visit, window, atCustomersWish, reason: '前一单延误' };
  const data = { ...asked, ...(told && { told: spoken }) };
  const known = { technician, receivedAt: now, quietHours: [] };
  return inBatch(command('RescheduleVisit', data, made, { by: DISPATCHER, known }), now);
}
function decided(history: readonly TicketEvent[], asked: ReturnType<typeof move>) {
  return ticketDecider.decide(asked, ticketAfter(...history));
}
const said = (events: readonly TicketEvent[]) =>
  events.map(({ type, data }) => (type === 'FindingRecorded' ? data.code : type));

describe('a move that is told after the next one', () => {
  test('[V19] is history: what holds now stays as it is', () => {
    const events = decided(movedOn, move('08:30'));
    expect(events[0]).toMatchObject({
      type: 'SupersededMoveRecorded',
      articles: ['V19'],
      data: { visit, technician: LI_WEI.id, window: noon, followedAt: at('08:50') },
    });
    expect(events[0]).not.toHaveProperty('data.unbooked');
    const [known, after] = [ticketAfter(...movedOn), ticketAfter(...movedOn, ...events)];
    const { earlier: _, ...still } = known.visits[0]!;
    expect(after.visits[0]).toMatchObject(still);
    const stored = [...movedOn, ...events].map((each, index) => ({
      ...each,
      ...{ version: index + 1, recordedAt: now },
    }));
    const story = ticketAccount(stored, 'zh').map(({ text }) => text);
    expect(story.join('\n')).toContain('曾将上门改至 11:00–12:00');
  });

  test('[V7] the customer had been promised that hour from one move until the other', () => {
    const { visits } = ticketAfter(...movedOn, ...decided(movedOn, move('08:30')));
    const promised = (time: LocalTime) => promisedAt(visits[0]!, at(time)).expectedBy;
    expect(promised('08:29')).toBe(at('10:00'));
    expect(promised('08:30')).toBe(at('12:00'));
    expect(promised('08:50')).toBe(at('16:00'));
  });

  test('[V7] how the customer learned of it is judged by what they had been promised then', () => {
    expect(said(decided(movedOn, move('08:30')))).toEqual([
      'SupersededMoveRecorded',
      'change-recorded-late',
    ]);
    expect(said(decided(movedOn, move('08:30', { told: false })))).toEqual([
      'SupersededMoveRecorded',
      'change-recorded-late',
      'change-not-announced',
    ]);
    expect(said(decided(movedOn, move('08:30', { told: false, atCustomersWish: true })))).toEqual([
      'SupersededMoveRecorded',
      'change-recorded-late',
    ]);
  });

  test('[V7] nobody failed to come by an hour that had been moved before it was over', () => {
    const noShow = { ...past.found(1, 'V7', 'no-show'), occurredAt: at('10:10') };
    const history = [...planned, past.rescheduled(afternoon, {}, '10:10'), noShow];
    const types = said(decided(history, move('09:50')));
    expect(types).toContain('FindingWithdrawn');
    const missedTwice = { window: span('09:55', '10:05') };
    expect(said(decided(history, move('09:50', missedTwice)))).not.toContain('FindingWithdrawn');
    expect(said(decided(history, move('10:05')))).toEqual(['SupersededMoveRecorded']);
  });

  test('[V19] disturbs nobody, though in rest hours, and is told once', () => {
    const rest = span('12:30', '13:30');
    const events = decided(movedOn, move('08:30', { window: rest }));
    expect(said(events)).not.toContain('quiet-hours');
    expect(events[0]).toMatchObject({ data: { window: rest } });
    expect(() => decided([...movedOn, ...events], move('08:30', { window: rest }))).toThrow(
      expect.objectContaining({ code: 'nothing-rescheduled' }),
    );
  });

  test('[V19] of a return to the work is history too', () => {
    const away = [
      ...[past.opened({ lineFault: false }), ...site.working.slice(1)],
      site.suspended(),
      event('TechnicianLeft', { visit, returning: true }, '10:05'),
      past.rescheduled(span('16:00', '17:00'), { ofReturn: true }, '11:00'),
    ];
    const events = decided(away, move('10:30', { window: span('15:00', '15:30') }));
    expect(events).toMatchObject([
      { type: 'SupersededMoveRecorded', data: { ofReturn: true, followedAt: at('11:00') } },
    ]);
    expect(ticketAfter(...away, ...events).visits).toEqual(ticketAfter(...away).visits);
  });

  test('[V19] also when it is told soon, but not where only the clocks differ', () => {
    const soon = (minutes: number) => {
      const { inBatch: _, ...asked } = move('08:46');
      return { ...asked, receivedAt: plusMinutes(at('08:46'), minutes) };
    };
    expect(said(decided(movedOn, soon(9)))[0]).toBe('SupersededMoveRecorded');
    expect(() => decided(movedOn, soon(2))).toThrow('occurred-too-early');
  });

  test('[V19] one that is told before the next is a move as ever', () => {
    expect(said(decided(movedOn, move('09:00')))[0]).toBe('VisitRescheduled');
  });
});

describe('a move that is told after the visit was called off', () => {
  const told = { channel: 'phone', by: '周敏', at: at('09:15'), apologised: true } as const;
  const off = (time: LocalTime) =>
    event('VisitCancelled', { visit, reason: '客户有事', told }, time);
  const cancelled = [...planned, off('09:20')];
  const states = (events: readonly TicketEvent[]) => {
    const { stepsAt: _, ...state } = ticketAfter(...events).visits[0]!;
    return state;
  };

  test('[V19] is history: it stays called off, and the customer had been promised that hour', () => {
    const events = decided(cancelled, move('08:30'));
    expect(events[0]).toMatchObject({
      type: 'SupersededMoveRecorded',
      data: { window: noon, followedAt: at('09:20'), calledOff: true },
    });
    const inOrder = decided(planned, move('08:30'));
    const { wishes: _, ...before } = states([...planned, ...inOrder, off('09:20')]);
    const { earlier = [], ...rest } = before;
    expect(states([...cancelled, ...events])).toMatchObject({
      ...rest,
      earlier: earlier.map(({ window, expectedBy, until }) => ({ window, expectedBy, until })),
    });
  });

  test('[V19] wherever the visit is shown, it is at the hour that was called off', () => {
    const all = [...cancelled, ...decided(cancelled, move('08:30'))];
    const log = recorded(`ticket-${TICKET}`, all);
    for (const { progress, window } of [
      rowsOf(ticketBoard, log).get(TICKET)!.visits[0]!,
      rowsOf(technicianDay, log).get(TICKET)!.visits[0]!,
      rowsOf(ticketDetail, log).get(TICKET)!.detail.visits[0]!,
    ])
      expect([progress, window]).toEqual(['cancelled', noon]);
    const stored = all.map((each, index) => ({ ...each, version: index + 1, recordedAt: now }));
    expect(
      ticketAccount(stored, 'zh')
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('后被取消');
    expect(
      ticketAccount(stored, 'en')
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('it was called off at 09:20');
  });

  test('[V7] it was called off before that hour, and so was told in time', () => {
    const late = { ...past.found(1, 'V7', 'change-told-late'), occurredAt: at('09:20') };
    const history = [...cancelled, late];
    expect(said(decided(history, move('08:30')))).toContain('FindingWithdrawn');
    const soon = { window: span('09:10', '09:15') };
    expect(said(decided(history, move('08:30', soon)))).not.toContain('FindingWithdrawn');
  });

  test('[V19] two of them are each until the next', () => {
    const last = decided(cancelled, move('08:50', { window: afternoon }));
    const events = decided([...cancelled, ...last], move('08:30'));
    expect(events[0]).toMatchObject({ data: { followedAt: at('08:50') } });
    expect(events[0]).not.toHaveProperty('data.calledOff');
  });

  test('[V19] nothing that is called off is moved after that', () => {
    expect(() => decided(cancelled, move('09:30', { told: false }))).toThrow('visit-cancelled');
  });
});
