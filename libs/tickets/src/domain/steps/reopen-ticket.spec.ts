import { NotFound, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { clockSet } from '../../testing/clocks.past.js';
import { POLICY_TERMS } from '../../testing/intake.js';
import * as past from '../../testing/past.js';
import { at, command, event, givenFor, ticketAfter } from '../../testing/ticket.builders.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { reopenTicket } from './reopen-ticket.js';

const given = givenFor(reopenTicket);
const reopen = command('ReopenTicket', { reason: '故障再次出现' }, '17:00', {
  known: { sla: POLICY_TERMS },
});

/** Both clocks, from the reopening on. */
const clocksAgain = (['response', 'restoration'] as const).map((clock) =>
  clockSet(clock, { round: 2, from: at('17:00') }, at('17:00')),
);

test.each<[string, TicketEvent[]]>([
  ['resolved', [past.opened(), past.resolved()]],
  ['closed', [past.opened(), past.resolved(), past.closed()]],
  ['cancelled', [past.opened(), past.cancelled()]],
])('[R10] [B2] a %s ticket is reopened, under new deadlines', (_, events) => {
  given(...events)
    .when(reopen)
    .then(event('TicketReopened', { reason: '故障再次出现' }), ...clocksAgain);
});

test('a reopened ticket is open, and not yet restored', () => {
  const ticket = ticketAfter(
    past.opened(),
    past.scheduled(),
    past.repaired(),
    past.resolved(),
    past.reopened(),
  );
  expect(ticket).toMatchObject({ status: 'open', restored: false, visited: [] });
});

test('an open ticket needs no reopening', () => {
  given(past.opened()).when(reopen).thenThrows(NotPossible, 'ticket-open');
});

test('a ticket that never was is not reopened', () => {
  given().when(reopen).thenThrows(NotFound, 'unknown-ticket');
});

test('[R10] giving a ticket up and taking it up again undoes neither a visit nor a repair', () => {
  const came = [past.opened(), past.scheduled(), past.arrived()];
  const ticket = ticketAfter(...came, past.cancelled(), past.reopened());
  expect(ticket).toMatchObject({ status: 'open', visited: [1], restored: false });
});
