import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { collected, onSite, quoteSigned, receiptIssued } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import type { TicketEvent } from '../ticket.events.js';
import { cancelTicket } from './cancel-ticket.js';

const given = givenFor(cancelTicket);
const reason = '客户撤回';
const cancel = command('CancelTicket', { reason }, '15:00');

test('a ticket that the customer withdraws is cancelled, and lists the findings that are open', () => {
  given(past.opened(), past.scheduled(), past.noShow(), past.found(1, 'V7', 'no-show'))
    .when(cancel)
    .then(event('TicketCancelled', { reason, openFindings: [1] }));
});

test('the visits that were still to be made are cancelled with it', () => {
  given(past.opened(), past.scheduled(), past.scheduled({ visit: 2 }), past.departed('09:00', 2))
    .when(cancel)
    .then(
      event('VisitCancelled', { visit: 1, reason }),
      event('VisitCancelled', { visit: 2, reason }),
      event('TicketCancelled', { reason, openFindings: [] }),
    );
});

test.each<[string, TicketEvent[]]>([
  ['work was done', [past.departed(), past.arrived(), past.workStarted(), past.left()]],
  ['somebody is there', [past.departed(), past.arrived()]],
])('not when %s', (_, events) => {
  given(past.opened(), past.scheduled(), ...events)
    .when(cancel)
    .thenThrows(NotPossible, 'work-done');
});

test('[V18] not while a product of the customer is in custody', () => {
  given(
    past.opened(),
    past.scheduled(),
    past.departed(),
    past.arrived(),
    past.productTakenIn(),
    past.left(),
  )
    .when(cancel)
    .thenRefusedUnder('V18');
});

test('[V23] not while somebody has paid and has no receipt', () => {
  const paid = [...onSite, quoteSigned(), collected(), past.left()];
  given(...paid)
    .when(cancel)
    .thenRefusedUnder('V23', 'charge-without-receipt');
  given(...paid, receiptIssued())
    .when(cancel)
    .then(event('TicketCancelled', { reason, openFindings: [] }));
});

test('a ticket is cancelled once', () => {
  given(past.opened(), past.cancelled()).when(cancel).thenThrows(NotPossible, 'ticket-cancelled');
});
