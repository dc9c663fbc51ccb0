import { Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { left, productReturned, productTakenIn } from '../../testing/past.js';
import { inspected, onSite, SIGNATURE } from '../../testing/on-site.past.js';
import { at, command, event, givenFor, inBatch } from '../../testing/ticket.builders.js';
import type { TakeProductIn } from '../ticket/ticket.commands.js';
import { takeProductIn } from './take-product-in.js';

const seen = [...onSite, inspected()];
const given = givenFor(takeProductIn);
const agreed = {
  visit: 1,
  product: 'AC-778',
  custodySlip: 'CS-1',
  agreedBy: '孙丽',
  photos: ['a'.repeat(64)],
  signature: SIGNATURE,
};
const take = (more: Partial<TakeProductIn['data']> = {}) =>
  command('TakeProductIn', { ...agreed, ...more }, '10:00');

test('[V18] a product is taken along as agreed with the customer, who gets a slip', () => {
  given(...seen)
    .when(take())
    .then(event('ProductTakenIn', agreed));
});

test.each([undefined, ' '])('[V18] refuses without the customer’s agreement (%j)', (agreedBy) => {
  given(...seen)
    .when(take({ agreedBy }))
    .thenRefusedUnder('V18', 'product-without-agreement');
});

test.each([undefined, ' '])('[V18] refuses without a custody slip (%j)', (custodySlip) => {
  given(...seen)
    .when(take({ custodySlip }))
    .thenRefusedUnder('V18', 'product-without-slip');
});

test('[V18] what is in custody is not taken again, until it was returned', () => {
  given(...seen, productTakenIn())
    .when(take())
    .thenThrows(NotPossible, 'already-in-custody');
  given(...seen, productTakenIn(), productReturned('10:00'))
    .when(take())
    .then(event('ProductTakenIn', agreed));
});

test('nothing is taken along by who has left', () => {
  given(...seen, left())
    .when(take())
    .thenThrows(NotPossible, 'visit-left');
});

test('[V18] a second product is taken along beside the first', () => {
  given(...seen, productTakenIn())
    .when(take({ product: 'AC-9' }))
    .then(event('ProductTakenIn', { ...agreed, product: 'AC-9' }));
});

test('[V18] refuses to take along what nobody has inspected; told late, it is found', () => {
  given(...onSite)
    .when(take())
    .thenRefusedUnder('V18', 'product-not-inspected');
  const [, found] = given(...onSite)
    .when(inBatch(take()))
    .events();
  expect(found?.data).toMatchObject({ code: 'product-not-inspected', person: 'li-wei' });
});

test('[V18] whoever gives the product signs; told late, that they did not is found', () => {
  given(...seen)
    .when(take({ signature: undefined }))
    .thenRefusedUnder('V18', 'product-given-unsigned');
  const [, found] = given(...seen)
    .when(inBatch(take({ signature: undefined })))
    .events();
  expect(found?.data).toMatchObject({ code: 'product-given-unsigned', person: 'li-wei' });
  given(...seen)
    .when(take({ signature: { ...SIGNATURE, signedAt: at('10:03') } }))
    .thenThrows(Invalid, 'signed-ahead');
});
