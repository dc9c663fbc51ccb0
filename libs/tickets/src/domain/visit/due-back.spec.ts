import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { Refused } from '@app/kernel';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { expect, test } from '@jest/globals';
import { ticketAccount } from '../../account/account.js';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { command, event, givenFor, TICKET } from '../../testing/ticket.builders.js';
import { ticketDetail } from '../../read-models/ticket-detail/ticket-detail.projection.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

const given = givenFor(ticketDecider.decide);
const visit = 1;
const charged = [
  ...site.working,
  site.externalCause(),
  site.quoteSigned(),
  site.labourLogged('09:50', '10:20'),
];
const paid = [site.collected(), site.receiptIssued()];
const complete = command('CompleteVisit', { visit }, '11:10');
const collect = (amount: string) =>
  command('CollectCharge', { visit, amount, method: 'cash' }, '11:05');
const told = (events: readonly TicketEvent[], language: 'zh' | 'en') =>
  ticketAccount(
    events.map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt })),
    language,
  )
    .map(({ text }) => text)
    .join('\n');

test('[V23] what is waived after it was paid is due back, and seen', () => {
  const over = [...charged, site.signed(), ...paid, site.waived('50.00'), past.left()];
  given(...over)
    .when(complete)
    .then(event('VisitCompleted', { visit, openFindings: [], dueBack: '50.00' }));
  expect(told(over, 'zh')).toMatch(/应退客户 ?50\.00/);
  expect(told(over, 'en')).toContain('due back to the customer');
  given(...over, site.refunded('50.00'))
    .when(complete)
    .then(event('VisitCompleted', { visit, openFindings: [] }));
});

test('[V23] what was owed and paid and is given back is not owed again, and the account says that it was given back', () => {
  const refund = command(
    'RefundCharge',
    { visit, amount: '40.00', method: 'cash', reason: '客户投诉，部分退还', receipt: 'TK-9' },
    '11:08',
  );
  const all = [...charged, site.signed(), site.collected(), site.receiptIssued(), past.left()];
  const [refunded] = given(...all)
    .when(refund)
    .events();
  expect(refunded!.data).not.toHaveProperty('overpaid');
  const over = [...all, refunded!];
  given(...over)
    .when(complete)
    .then(event('VisitCompleted', { visit, openFindings: [] }));
  given(...over)
    .when({ ...collect('40.00'), occurredAt: complete.occurredAt })
    .thenThrows(Refused, 'charge-above-quote');
  expect(told(over, 'zh')).toMatch(/退还 ?40\.00/);
  expect(told(over, 'zh')).not.toContain('免收');
  expect(told(over, 'en')).toContain('refunded 40.00 yuan');
  expect(told(over, 'en')).not.toContain('waived');
  const { charge, money } = rowsOf(ticketDetail, recorded(`ticket-${TICKET}`, over)).get(TICKET)!
    .detail.visits[0]!;
  expect([charge.refunds.map(({ amount }) => amount), charge.waivers]).toEqual([['40.00'], []]);
  expect(money).toMatchObject({ collected: '180.00', refunded: '40.00', waived: '0.00' });
});

test('[V17] [V23] what was paid for a cause that is withdrawn is due back', () => {
  const over = [...charged, ...paid, site.causeWithdrawn(), site.signed('10:48'), past.left()];
  given(...over)
    .when(complete)
    .then(event('VisitCompleted', { visit, openFindings: [], dueBack: '180.00' }));
});

test('[V23] what was waived is not collected, and the refusal names what is owed', () => {
  const waived = [...charged, site.waived('80.00')];
  given(...waived)
    .when(collect('150.00'))
    .thenRefusedUnder('V23', 'charge-above-owed');
  given(...waived)
    .when(collect('100.00'))
    .then(
      event('ChargeCollected', { visit, amount: '100.00', method: 'cash', collectedBy: 'li-wei' }),
    );
});

test.each([
  ['200.00', 'charge-above-quote', 'of which 180.00 yuan is still owed', []],
  ['150.00', 'charge-above-owed', 'exceeds the 100.00 yuan', [site.waived('80.00')]],
])('[V17] [V23] refusing %s says what is still owed', (amount, code, words, before) => {
  const refused = () =>
    given(...charged, ...before)
      .when(collect(amount))
      .events();
  expect(refused).toThrow(code);
  expect(refused).toThrow(words);
});

test('[V23] a rest whose payment was agreed stays owed, and is no finding until the quote is another', () => {
  const part = {
    ...site.collected('60.00'),
    data: { ...site.collected('60.00').data, restAgreed: '月底转账' },
  };
  const agreed = [...charged, site.signed(), part, site.receiptIssued('60.00'), past.left()];
  given(...agreed)
    .when(complete)
    .then(event('VisitCompleted', { visit, openFindings: [], owed: '120.00' }));
  expect(told(agreed, 'zh')).toContain('余款约定：“月底转账”');
  const higher = [...charged, part, site.quoteSigned('250.00'), site.signed('10:48')];
  given(...higher, site.receiptIssued('60.00'), past.left())
    .when(complete)
    .then(
      past.found(1, 'V23', 'charge-not-collected'),
      event('VisitCompleted', { visit, openFindings: [1], owed: '190.00' }),
    );
});

test('[V23] what was waived of a line falls with it, and what was paid for another is not due back', () => {
  const lines = [
    { item: 'labour', amount: '80.00', basis: 'external-cause', hours: '0.50' },
    { item: 'parts', sku: 'CAP-35', quantity: 1, amount: '20.00', basis: 'external-cause' },
  ] as const;
  const before = [
    ...site.working,
    site.externalCause(),
    event(
      'ChargeAcknowledged',
      { visit, quote: { lines }, total: '100.00', signature: site.SIGNATURE },
      '09:56',
    ),
    site.labourLogged('09:50', '10:20'),
    site.partConsumed({ entry: 2, quantity: 1 }),
    event(
      'ChargeWaived',
      { visit, amount: '20.00', line: 2, basis: 'external-cause', reason: '关怀' },
      '10:46',
    ),
    site.collected('80.00'),
    site.receiptIssued('80.00'),
  ];
  const withdrawn = event(
    'PartWithdrawn',
    {
      visit,
      entry: 2,
      technician: 'li-wei',
      before: { sku: 'CAP-35', quantity: 1 },
      reason: '未用',
    },
    '10:50',
  );
  const end = [site.signed('10:52'), past.left()];
  for (const more of [[], [withdrawn]])
    given(...before, ...more, ...end)
      .when(complete)
      .then(event('VisitCompleted', { visit, openFindings: [] }));
});
