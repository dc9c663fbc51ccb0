import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { collected, onSite, quoteSigned, receiptIssued } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { closeTicket } from './close-ticket.js';

const given = givenFor(closeTicket);
const close = command('CloseTicket', {}, '16:00');
const worked: TicketEvent[] = [
  past.opened(),
  past.scheduled(),
  past.departed(),
  past.arrived(),
  past.workStarted(),
  past.repaired(),
  past.left(),
];

test('a resolved ticket that is in order closes, and lists its findings', () => {
  given(
    ...worked,
    past.found(1, 'V7', 'late-arrival'),
    past.excused(1, 'V7'),
    past.visitCompleted(),
    past.resolved(),
  )
    .when(close)
    .then(event('TicketClosed', { findings: [1] }));
});

test('[R10] only a resolved ticket closes', () => {
  given(past.opened()).when(close).thenRefusedUnder('R10');
});

test('[R13] not while a finding waits for its review', () => {
  given(...worked, past.found(1, 'V7', 'late-arrival'), past.visitCompleted(), past.resolved())
    .when(close)
    .thenRefusedUnder('R13');
});

test('[V18] not while a product of the customer is in custody', () => {
  const taken = [past.opened(), past.scheduled(), past.productTakenIn(), past.resolved()];
  given(...taken)
    .when(close)
    .thenRefusedUnder('V18');
  given(...taken, past.productReturned())
    .when(close)
    .then(event('TicketClosed', { findings: [] }));
});

test('[V22] not before the paper of a visit with work done is complete', () => {
  given(...worked, past.resolved())
    .when(close)
    .thenRefusedUnder('V22');
});

test('[V23] not while somebody has paid and has no receipt, also on a visit without work', () => {
  const paid = [...onSite, quoteSigned(), collected(), past.left(), past.resolved()];
  given(...paid)
    .when(close)
    .thenRefusedUnder('V23', 'charge-without-receipt');
  given(...paid, receiptIssued())
    .when(close)
    .then(event('TicketClosed', { findings: [], dueBack: '180.00' }));
});

test('[R10] a closed ticket is not closed again', () => {
  given(past.opened(), past.resolved(), past.closed()).when(close).thenRefusedUnder('R10');
});

test('a cancelled ticket has ended already', () => {
  given(past.opened(), past.cancelled()).when(close).thenThrows(NotPossible, 'ticket-cancelled');
});
