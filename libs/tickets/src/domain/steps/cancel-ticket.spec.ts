import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import {
  collected,
  onSite,
  quoteSigned,
  receiptIssued,
  refunded,
} from '../../testing/on-site.past.js';
import { at, command, event, givenFor, HOTLINE, span } from '../../testing/ticket.builders.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { cancelTicket } from './cancel-ticket.js';

const given = givenFor(cancelTicket);
const reason = '客户撤回';
const at15 = { known: { receivedAt: at('15:00') } };
const cancel = command('CancelTicket', { reason }, '15:00', at15);

test('a ticket that the customer withdraws is cancelled, and lists the findings that are open', () => {
  given(past.opened(), past.scheduled(), past.noShow(), past.found(1, 'V7', 'no-show'))
    .when(cancel)
    .then(event('TicketCancelled', { reason, openFindings: [1] }));
});

test('the visits that were still to be made are cancelled with it', () => {
  const later = { visit: 2, window: span('15:00', '17:00') };
  given(
    past.opened(),
    past.scheduled({ ...later, visit: 1 }),
    past.scheduled(later),
    past.departed('14:30', 2),
  )
    .when(cancel)
    .then(
      event('VisitCancelled', { visit: 1, reason }),
      event('VisitCancelled', { visit: 2, reason }),
      event('TicketCancelled', { reason, openFindings: [] }),
    );
});

test('[V7] of each of them that nobody came to in time, it is found, and of who entered it only afterwards', () => {
  const missed = [past.opened(), past.scheduled(), past.scheduled({ visit: 2 })];
  for (const [time, code, person] of [
    ['15:00', 'no-show', 'li-wei'],
    ['10:00', 'change-recorded-late', HOTLINE.id],
  ] as const) {
    given(...missed)
      .when(command('CancelTicket', { reason }, time, { ...at15, by: HOTLINE }))
      .then(
        event('VisitCancelled', { visit: 1, reason }),
        event('VisitCancelled', { visit: 2, reason }),
        past.found(1, 'V7', code, { person, remark: reason }),
        past.found(2, 'V7', code, { person, visit: 2, remark: reason }),
        event('TicketCancelled', { reason, openFindings: [1, 2] }),
      );
  }
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
  given(...paid, receiptIssued(), refunded())
    .when(cancel)
    .then(event('TicketCancelled', { reason, openFindings: [] }));
});

test('a ticket is cancelled once', () => {
  given(past.opened(), past.cancelled()).when(cancel).thenThrows(NotPossible, 'ticket-cancelled');
});
