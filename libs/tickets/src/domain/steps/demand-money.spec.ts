import { test } from '@jest/globals';
import { collectedInCash, handedOver, quoteSigned, working } from '../../testing/on-site.past.js';
import { at, command, event, givenFor } from '../../testing/ticket.builders.js';
import { demandMoney, findMoneyKept } from './demand-money.js';

const demanding = givenFor(demandMoney);
const finding = givenFor(findMoneyKept);

const by = { id: 'process:demand-money-that-is-not-handed-over', role: 'process' };
const collectedAt = at('10:46');
const demandedAt = at('00:00', 3);
const due = at('00:00', 5);
const of = { visit: 1, employee: 'li-wei' };
const demand = (until = collectedAt) =>
  command('DemandMoney', { ...of, collectedAt: until }, demandedAt, { by });
const demanded = (amount: string) =>
  event('MoneyDemanded', { ...of, amount, collectedAt }, demandedAt, by);
const find = command('FindMoneyKept', { ...of, demandedAt }, due, { by });
const isKept = (amount: string) => event('MoneyKept', { ...of, amount, demandedAt }, due, by);
const past = [...working, quoteSigned('300.00'), collectedInCash()];

test('[D40] what was not handed over in term is demanded of whoever collected it', () => {
  demanding(...past)
    .when(demand())
    .then(demanded('180.00'));
  demanding(...past, handedOver('100.00'))
    .when(demand())
    .then(demanded('80.00'));
});

test('[D40] what was handed over is not, nor what was collected later, nor anything twice', () => {
  demanding(...past, handedOver())
    .when(demand())
    .thenNothing();
  demanding(...past, collectedInCash('20.00', '10:47'))
    .when(demand())
    .then(demanded('180.00'));
  demanding(...past, demanded('180.00'))
    .when(demand())
    .thenNothing();
});

test('[D40] the oldest is handed over first', () => {
  demanding(...past, collectedInCash('20.00', '10:47'), handedOver('180.00'))
    .when(demand())
    .thenNothing();
});

test('[D40] what is still in their hands a term after the demand is kept, once', () => {
  finding(...past, demanded('180.00'))
    .when(find)
    .then(isKept('180.00'));
  finding(...past, demanded('180.00'), handedOver('179.99'))
    .when(find)
    .then(isKept('0.01'));
  finding(...past, demanded('180.00'), handedOver())
    .when(find)
    .thenNothing();
  finding(...past, demanded('180.00'), isKept('180.00'))
    .when(find)
    .thenNothing();
  finding(...past)
    .when(find)
    .thenNothing();
});
