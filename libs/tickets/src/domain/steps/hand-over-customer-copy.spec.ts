import { test } from '@jest/globals';
import { left } from '../../testing/past.js';
import { copyHandedOver, working } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { handOverCustomerCopy } from './hand-over-customer-copy.js';

const given = givenFor(handOverCustomerCopy);
const handOver = command('HandOverCustomerCopy', { visit: 1 }, '11:30');

test('[V24] the customer gets their copy, by post if need be', () => {
  given(...working, left())
    .when(handOver)
    .then(event('CustomerCopyHandedOver', { visit: 1 }));
});

test('one copy is enough', () => {
  given(...working, copyHandedOver())
    .when(handOver)
    .thenNothing();
});
