import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { left, productReturned, productTakenIn } from '../../testing/past.js';
import { onSite } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import type { TakeProductIn } from '../ticket/ticket.commands.js';
import { takeProductIn } from './take-product-in.js';

const given = givenFor(takeProductIn);
const agreed = { visit: 1, product: 'AC-778', custodySlip: 'CS-1', agreedBy: '孙丽' };
const take = (more: Partial<TakeProductIn['data']> = {}) =>
  command('TakeProductIn', { ...agreed, ...more }, '10:00');

test('[V18] a product is taken along as agreed with the customer, who gets a slip', () => {
  given(...onSite)
    .when(take())
    .then(event('ProductTakenIn', agreed));
});

test.each([undefined, ' '])('[V18] refuses without the customer’s agreement (%j)', (agreedBy) => {
  given(...onSite)
    .when(take({ agreedBy }))
    .thenRefusedUnder('V18', 'product-without-agreement');
});

test.each([undefined, ' '])('[V18] refuses without a custody slip (%j)', (custodySlip) => {
  given(...onSite)
    .when(take({ custodySlip }))
    .thenRefusedUnder('V18', 'product-without-slip');
});

test('[V18] what is in custody is not taken again, until it was returned', () => {
  given(...onSite, productTakenIn())
    .when(take())
    .thenThrows(NotPossible, 'already-in-custody');
  given(...onSite, productTakenIn(), productReturned('10:00'))
    .when(take())
    .then(event('ProductTakenIn', agreed));
});

test('nothing is taken along by who has left', () => {
  given(...onSite, left())
    .when(take())
    .thenThrows(NotPossible, 'visit-left');
});

test('[V18] a second product is taken along beside the first', () => {
  given(...onSite, productTakenIn())
    .when(take({ product: 'AC-9' }))
    .then(event('ProductTakenIn', { ...agreed, product: 'AC-9' }));
});
