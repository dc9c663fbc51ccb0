import { fold, Invalid } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { closed, left, resolved } from '../../testing/past.js';
import { collected, quoteSigned, refunded, waived, working } from '../../testing/on-site.past.js';
import {
  command,
  event,
  givenFor,
  SUPERVISOR,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
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
const givenBack = (amount: string) =>
  event('ChargeRefunded', { ...data(amount), refundedBy: SUPERVISOR.id });

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
