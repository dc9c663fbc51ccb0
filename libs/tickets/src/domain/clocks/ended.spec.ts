import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketBoard } from '../../read-models/ticket-board/ticket-board.projection.js';
import { ticketDetail } from '../../read-models/ticket-detail/ticket-detail.projection.js';
import { clockPaused, clockSet, clocksSet } from '../../testing/clocks.past.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import { at, command, inBatch, ticketAfter } from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';

const restoration = clockSet('restoration');
const [opened, ...came] = site.working;
const standing = [
  opened!,
  ...clocksSet,
  ...came,
  clockPaused(restoration, at('10:00'), null),
  past.left('10:10'),
];

test.each([
  ['resolved', past.resolved('10:20', 'no-access')],
  ['resolved', past.resolved('10:20', 'not-signed')],
  ['cancelled', past.cancelled('10:20')],
] as const)(
  '[B2] nothing runs or stands still on a ticket that is %s without a repair',
  (status, end) => {
    const events = [...standing, end];
    const { restoration: shown } = ticketAfter(...events).deadlines;
    expect(shown).toMatchObject({ verdict: 'ended' });
    expect(shown).not.toHaveProperty('pause');
    const rows = recorded('ticket-T', events);
    const detail = rowsOf(ticketDetail, rows).get('T')!.detail;
    expect(detail).toMatchObject({ status, deadlines: { restoration: { verdict: 'ended' } } });
    expect(detail.deadlines.restoration).not.toHaveProperty('pause');
    expect(rowsOf(ticketBoard, rows).get('T')).toMatchObject({
      status,
      pausedSince: null,
      pausedUntil: null,
      deadlines: { restoration: { verdict: 'ended' } },
    });
  },
);

test('[B2] what is told late of the time before the end still meets it', () => {
  const [set] = clocksSet;
  const events = [opened!, set!, past.scheduled(), past.departed(), past.cancelled('09:40')];
  const arrive = command('RecordArrival', { visit: 1 }, '09:30', {
    known: { elsewhere: [], quietHours: [] },
  });
  const told = ticketDecider.decide(inBatch(arrive), ticketAfter(...events));
  expect(told.map(({ type }) => type)).toContain('SlaMet');
  expect(ticketAfter(...events, ...told).deadlines.response).toMatchObject({ verdict: 'met' });
});
