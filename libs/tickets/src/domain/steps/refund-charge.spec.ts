import { fold, Invalid, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { closed, left, resolved } from '../../testing/past.js';
import {
  causeWithdrawn,
  collected,
  quoteSigned,
  refunded,
  waived,
  working,
} from '../../testing/on-site.past.js';
import {
  at,
  command,
  event,
  givenFor,
  inBatch,
  SUPERVISOR,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { billAt, dueBack, owed } from '../visit/money.js';
import type { VisitSinceArrival } from '../visit/visit.state.js';
import { refundCharge } from './refund-charge.js';

const given = givenFor(refundCharge);
const data = (amount: string) => ({
  visit: 1,
  amount,
  method: 'cash' as const,
  reason: '主管免收',
  receipt: 'TK-7',
});
const refund = (amount: string) =>
  command('RefundCharge', data(amount), '17:00', { by: SUPERVISOR });
const givenBack = (amount: string, overpaid = amount) =>
  event('ChargeRefunded', { ...data(amount), overpaid, refundedBy: SUPERVISOR.id });

test('[V23] money goes back with a receipt of its own, on a closed ticket too', () => {
  given(...working, quoteSigned(), collected(), left(), resolved(), closed())
    .when(refund('180.00'))
    .then(givenBack('180.00'));
});

test('[V23] not more than was collected, all refunds together', () => {
  given(...working, quoteSigned(), collected(), refunded('100.00'))
    .when(refund('80.01'))
    .thenThrows(Invalid, 'refund-above-collected');
  expect(() => refundCharge(refund('0.01'), ticketAfter(...working))).toThrow(
    expect.objectContaining({ article: 'V23' }),
  );
  given(...working, quoteSigned())
    .when(refund('0.01'))
    .thenThrows(Invalid, 'refund-above-collected');
  given(...working, quoteSigned(), collected())
    .when(refund('0.00'))
    .thenThrows(Invalid, 'nothing-refunded');
});

test('[V23] what was given back is not owed again, nor collected again', () => {
  const past = [...working, quoteSigned(), collected(), waived('80.00'), refunded('80.00')];
  const again = command('CollectCharge', { visit: 1, amount: '0.01', method: 'cash' }, '17:10');
  expect(() => ticketDecider.decide(again, fold(ticketDecider, past))).toThrow(
    expect.objectContaining({ article: 'V17', code: 'charge-above-quote' }),
  );
});

const collect = (amount: string, time: LocalTime) =>
  command('CollectCharge', { visit: 1, amount, method: 'cash', receipt: `R-${time}` }, time);
const owedAfter = (...past: TicketEvent[]) => {
  const ticket = ticketAfter(...past);
  const bill = billAt(ticket, ticket.visits[0] as VisitSinceArrival);
  return [owed(bill), dueBack(bill)];
};

test('[V17] [V23] what was given back as it had not been owed pays for nothing that is signed later', () => {
  const withdrawn = [...working, quoteSigned(), collected(), causeWithdrawn('10:50')];
  expect(owedAfter(...withdrawn)).toEqual(['0.00', '180.00']);
  const back = [...withdrawn, givenBack('180.00')];
  const anew = { ...quoteSigned('200.00', 'extra-service'), occurredAt: at('17:10') };
  expect(owedAfter(...back)).toEqual(['0.00', '0.00']);
  expect(owedAfter(...back, anew)).toEqual(['200.00', '0.00']);
  const ticket = fold(ticketDecider, [...back, anew]);
  const types = ticketDecider.decide(collect('200.00', '17:20'), ticket).map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['ChargeCollected', 'ReceiptIssued']));
});

test('[V23] what was owed and is given back is not owed again; of more than is due back only that was not owed', () => {
  given(...working, quoteSigned(), collected())
    .when(refund('80.00'))
    .then(event('ChargeRefunded', { ...data('80.00'), refundedBy: SUPERVISOR.id }));
  given(...working, quoteSigned(), collected(), waived('80.00'))
    .when(refund('100.00'))
    .then(givenBack('100.00', '80.00'));
  const past = [...working, quoteSigned(), collected(), waived('80.00')];
  expect(owedAfter(...past, givenBack('100.00', '80.00'))).toEqual(['0.00', '0.00']);
});

test('[V23] told late, it was given back before more was collected, and after something had been', () => {
  const twice = [
    ...working,
    quoteSigned(),
    collected('100.00'),
    { ...collected('80.00'), occurredAt: at('13:00') },
  ];
  const early = (time: LocalTime) =>
    inBatch({ ...refund('50.00'), occurredAt: at(time) }, at('18:00'));
  expect(
    given(...twice)
      .when(early('12:00'))
      .events(),
  ).toHaveLength(1);
  given(...twice)
    .when(early('10:40'))
    .thenThrows(Invalid, 'occurred-too-early');
});
