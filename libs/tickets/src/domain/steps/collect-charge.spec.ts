import { Invalid } from '@app/kernel';
import { test } from '@jest/globals';
import { left } from '../../testing/past.js';
import { collected, quoteSigned, working } from '../../testing/on-site.past.js';
import { command, DISPATCHER, event, givenFor, LI_WEI } from '../../testing/ticket.builders.js';
import { collectCharge } from './collect-charge.js';

const given = givenFor(collectCharge);
const collect = (amount: string, by = LI_WEI) =>
  command('CollectCharge', { visit: 1, amount, method: 'wechat' }, '11:30', { by });
const taken = (amount: string, collectedBy = LI_WEI.id) =>
  event('ChargeCollected', { visit: 1, amount, method: 'wechat', collectedBy });

test.each(['180.00', '150.00'])('[V23] %s of 180.00 is collected, also after leaving', (amount) => {
  given(...working, quoteSigned(), left())
    .when(collect(amount))
    .then(taken(amount));
});

test('[V17] refuses more than the customer has signed', () => {
  given(...working, quoteSigned())
    .when(collect('180.01'))
    .thenRefusedUnder('V17', 'charge-above-quote');
});

test('[V17] refuses any charge where the customer has signed nothing, and says so', () => {
  given(...working)
    .when(collect('0.01'))
    .thenRefusedUnder('V17', 'no-quote-signed');
});

test('[V17] the quote that was signed last counts, for all collections together', () => {
  given(...working, quoteSigned(), collected(), quoteSigned('250.00'))
    .when(collect('70.00'))
    .then(taken('70.00'));
  given(...working, quoteSigned(), collected(), quoteSigned('250.00'))
    .when(collect('70.01'))
    .thenRefusedUnder('V17', 'charge-above-quote');
});

test('[V23] whoever took the money answers for it, or in whose place they did', () => {
  given(...working, quoteSigned())
    .when(collect('180.00', { id: 'he-jing', role: 'sales' }))
    .then(taken('180.00', 'he-jing'));
  given(...working, quoteSigned())
    .when(collect('180.00', { ...DISPATCHER, onBehalfOf: LI_WEI.id }))
    .then(taken('180.00'));
});

test('nothing is not an amount', () => {
  given(...working, quoteSigned())
    .when(collect('0.00'))
    .thenThrows(Invalid, 'nothing-collected');
});
