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

test('of a cancelled ticket nothing is owed that could be waived', () => {
  given(...onSite, quoteSigned(), left(), cancelled())
    .when(waive('1.00'))
    .thenThrows(NotPossible, 'ticket-cancelled');
});
