import { Invalid, NotPossible, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { ticketAccount } from '../../account/account.js';
import * as past from '../../testing/past.js';
import {
  collected,
  onSite,
  quoteSigned,
  receiptIssued,
  refunded,
} from '../../testing/on-site.past.js';
import { at, command, event, givenFor, HOTLINE, span } from '../../testing/ticket.builders.js';
import type { CancelTicket } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { cancelTicket } from './cancel-ticket.js';

const given = givenFor(cancelTicket);
const reason = '客户撤回';
const wished = { reason, atCustomersWish: true };
const at15 = { known: { receivedAt: at('15:00') } };
const cancel = command('CancelTicket', wished, '15:00', at15);

test('a ticket that the customer withdraws is cancelled, and lists the findings that are open', () => {
  given(past.opened(), past.scheduled(), past.noShow(), past.found(1, 'V7', 'no-show'))
    .when(cancel)
    .then(event('TicketCancelled', { ...wished, openFindings: [1] }));
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
      event('VisitCancelled', { visit: 1, ...wished }),
      event('VisitCancelled', { visit: 2, ...wished }),
      event('TicketCancelled', { ...wished, openFindings: [] }),
    );
});

test('[V7] of each of them that nobody came to in time, it is found, and of who entered it only afterwards', () => {
  const missed = [past.opened(), past.scheduled(), past.scheduled({ visit: 2 })];
  for (const [time, code, person] of [
    ['15:00', 'no-show', 'li-wei'],
    ['10:00', 'change-recorded-late', HOTLINE.id],
  ] as const) {
    given(...missed)
      .when(command('CancelTicket', wished, time, { ...at15, by: HOTLINE }))
      .then(
        event('VisitCancelled', { visit: 1, ...wished }),
        event('VisitCancelled', { visit: 2, ...wished }),
        past.found(1, 'V7', code, { person, remark: reason }),
        past.found(2, 'V7', code, { person, visit: 2, remark: reason }),
        event('TicketCancelled', { ...wished, openFindings: [1, 2] }),
      );
  }
});

const TOLD = { channel: 'phone' as const, at: at('08:28'), by: '周敏', apologised: true };
const duplicate = '与另一工单重复';
const ended = (more: Partial<CancelTicket['data']>, time: LocalTime = '08:30') =>
  command('CancelTicket', { reason: duplicate, ...more }, time, {
    by: HOTLINE,
    known: { receivedAt: at(time) },
  });
const codes = (more: Partial<CancelTicket['data']>, time?: LocalTime) =>
  given(past.opened(), past.scheduled(), past.scheduled({ visit: 2 }))
    .when(ended(more, time))
    .events()
    .flatMap(({ type, data }) =>
      type === 'FindingRecorded' ? [`${data.visit ?? ''} ${data.person ?? ''} ${data.code}`] : [],
    );
const each = (code: string) => [`1 ${HOTLINE.id} ${code}`, `2 ${HOTLINE.id} ${code}`];

test('[V7] of each visit that ends with the ticket the customer is told in time and with an apology', () => {
  expect(codes({ told: TOLD })).toEqual([]);
  expect(codes({})).toEqual(each('change-not-announced'));
  const late = { ...TOLD, at: at('09:05') };
  expect(codes({ told: late }, '09:10')).toEqual(each('change-told-late'));
  expect(codes({ told: { ...TOLD, apologised: false } })).toEqual(each('delay-without-apology'));
  expect(codes({ told: { ...TOLD, apologised: false }, atCustomersWish: true })).toEqual([]);
});

test('[V7] how they were told stands on the visits and on the ticket, and is told once', () => {
  const planned = [past.opened(), past.scheduled()];
  const events = given(...planned)
    .when(ended({ told: TOLD }))
    .events();
  const said = { reason: duplicate, told: TOLD };
  expect(events.map(({ data }) => data)).toEqual([
    { visit: 1, ...said },
    { ...said, openFindings: [] },
  ]);
  const [only] = given(past.opened())
    .when(ended({ told: TOLD }))
    .events();
  const account = (language: 'zh' | 'en', ...history: TicketEvent[]) =>
    ticketAccount(
      history.map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt })),
      language,
    )
      .map(({ text }) => text)
      .join('\n');
  expect(account('zh', ...planned, ...events).match(/电话告知客户/g)).toHaveLength(1);
  expect(account('en', past.opened(), only!)).toContain('told the customer by phone at 08:28');
});

test('nobody is told before the visit was agreed, or later than it is called off', () => {
  const planned = given(past.opened(), past.scheduled());
  const told = (time: LocalTime) => ended({ told: { ...TOLD, at: at(time) } });
  planned.when(told('08:19')).thenThrows(Invalid, 'told-before-agreed');
  planned.when(told('08:31')).thenThrows(Invalid, 'told-ahead');
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
    .then(event('TicketCancelled', { ...wished, openFindings: [] }));
});

test('a ticket is cancelled once', () => {
  given(past.opened(), past.cancelled()).when(cancel).thenThrows(NotPossible, 'ticket-cancelled');
});
