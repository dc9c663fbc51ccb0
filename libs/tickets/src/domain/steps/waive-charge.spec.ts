import { Invalid, NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { cancelled, closed, left, repaired, resolved } from '../../testing/past.js';
import { collected, onSite, quoteSigned, waived, working } from '../../testing/on-site.past.js';
import { command, event, givenFor, SUPERVISOR } from '../../testing/ticket.builders.js';
import { waiveCharge } from './waive-charge.js';

const given = givenFor(waiveCharge);
const waive = (amount: string, time = '17:00') =>
  command('WaiveCharge', { visit: 1, amount, reason: '客户等候两周' }, time, { by: SUPERVISOR });
const letOff = (amount: string) =>
  event('ChargeWaived', { visit: 1, amount, reason: '客户等候两周' });

test('[V23] a supervisor lets the customer off, and says why, on a closed ticket too', () => {
  given(...working, quoteSigned())
    .when(waive('180.00'))
    .then(letOff('180.00'));
  given(...working, quoteSigned(), repaired(), collected(), left(), resolved(), closed())
    .when(waive('80.00'))
    .then(letOff('80.00'));
});

test('[V23] not of more than is charged, all waivers together', () => {
  given(...working, quoteSigned())
    .when(waive('180.01'))
    .thenThrows(Invalid, 'waived-above-charge');
  given(...working, quoteSigned(), waived('100.00'))
    .when(waive('80.01'))
    .thenThrows(Invalid, 'waived-above-charge');
  given(...working)
    .when(waive('0.00'))
    .thenThrows(Invalid, 'nothing-waived');
});

test('[V23] [D30] of a line of the quote no more than that line charges, all its waivers together', () => {
  const quote = quoteSigned('600.00', 'extra-service');
  const lines = [
    ...quote.data.quote.lines,
    { item: 'labour', amount: '100.00', basis: 'external-cause' },
  ];
  const both = {
    ...quote,
    data: { ...quote.data, quote: { lines }, total: '700.00' },
  } as typeof quote;
  const of = (line: number, amount: string) => {
    const whole = waive(amount);
    return { ...whole, data: { ...whole.data, line } };
  };
  const letOffOf = (line: number, basis: 'extra-service' | 'external-cause', amount: string) => {
    const whole = letOff(amount);
    return { ...whole, data: { ...whole.data, line, basis } };
  };
  const off = letOffOf(2, 'external-cause', '60.00');
  given(...working, both)
    .when(of(2, '60.00'))
    .then(off);
  given(...working, both, off)
    .when(of(2, '40.01'))
    .thenThrows(Invalid, 'waived-above-charge');
  given(...working, both, off)
    .when(of(2, '40.00'))
    .then(letOffOf(2, 'external-cause', '40.00'));
  given(...working, both)
    .when(of(3, '1.00'))
    .thenThrows(Invalid, 'no-such-line');
  // A quote that is signed anew has lines of its own.
  given(...working, both, off, both)
    .when(of(2, '100.00'))
    .then(letOffOf(2, 'external-cause', '100.00'));
});

test('of a cancelled ticket nothing is owed that could be waived', () => {
  given(...onSite, quoteSigned(), left(), cancelled())
    .when(waive('1.00'))
    .thenThrows(NotPossible, 'ticket-cancelled');
});
