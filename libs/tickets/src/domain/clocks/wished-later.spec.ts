import { expect, test } from '@jest/globals';
import { Invalid, type LocalTime } from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import { clocksSet } from '../../testing/clocks.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  inBatch,
  LI_WEI,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/* The customer moved the appointment at 08:30, which is told at 11:30: by then the technician had come, late for all that was known. */

const given = specification(ticketDecider);
const visit = 1;
const now = at('11:30');
const planned = [
  past.opened(),
  ...clocksSet,
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled({ window: span('09:00', '10:00') }),
  past.prepared(),
  past.departed('08:50'),
];
const arrive = command('RecordArrival', { visit }, '11:05', {
  known: { elsewhere: [], quietHours: [] },
});
const moved = (from: LocalTime, until: LocalTime, wishedLater = '十一点来') =>
  inBatch(
    command(
      'RescheduleVisit',
      {
        visit,
        technician: LI_WEI.id,
        window: span(from, until),
        atCustomersWish: true,
        wishedLater,
        reason: '客户改时间',
        told: { channel: 'phone', by: '周敏', at: at('08:30'), apologised: true },
      },
      '08:30',
      {
        by: DISPATCHER,
        known: {
          technician: { employee: LI_WEI.id, active: true },
          quietHours: [],
          receivedAt: now,
        },
      },
    ),
    now,
  );

function after(history: readonly TicketEvent[], asked: TicketCommand) {
  const ticket = ticketAfter(...history);
  return [...history, ...ticketDecider.decide(asked, ticket)];
}

test('[V7] [V19] [B2] told late, a wish for later is judged by the deadline that stood when it was said', () => {
  const came = after(planned, arrive);
  const before = ticketAfter(...came);
  expect(before.deadlines.response).toMatchObject({ verdict: 'breached' });
  const ticket: OpenedTicket = ticketAfter(...after(came, moved('11:00', '12:00')));
  expect(ticket.deadlines).toMatchObject({
    response: { verdict: 'met', due: at('12:30'), paused: 150 },
    restoration: { verdict: 'running', due: at('14:30'), paused: 150 },
  });
  expect(ticket.findings.map(({ code, person, status }) => [code, person, status])).toEqual([
    ['response-late', undefined, 'withdrawn'],
    ['late-arrival', LI_WEI.id, 'withdrawn'],
    ['change-recorded-late', DISPATCHER.id, 'open'],
  ]);
});

test('[B2] nor does a clock that was met since let the words through where no clock had to stand still', () => {
  const noLine = planned.filter(({ data }) => !('clock' in data) || data.clock === 'response');
  const came = after(noLine, { ...arrive, occurredAt: at('09:40') });
  given(...came)
    .when(moved('09:30', '10:00'))
    .thenThrows(Invalid, 'wish-within-deadline');
});
