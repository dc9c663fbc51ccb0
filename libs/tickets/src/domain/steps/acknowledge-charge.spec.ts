import { test } from '@jest/globals';
import { left } from '../../testing/past.js';
import { onSite, quoteSigned, SIGNATURE, working } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { acknowledgeCharge } from './acknowledge-charge.js';

const given = givenFor(acknowledgeCharge);
const signed = (labour: string, parts: string) => ({
  visit: 1,
  quote: { labour, parts },
  signature: SIGNATURE,
});

test('[V17] the customer signs what labour and parts will cost together', () => {
  given(...onSite)
    .when(command('AcknowledgeCharge', signed('80.00', '45.50'), '09:45'))
    .then(event('ChargeAcknowledged', { ...signed('80.00', '45.50'), total: '125.50' }));
});

test('[V17] a higher amount is signed anew, also after leaving', () => {
  given(...working, quoteSigned('125.50'), left())
    .when(command('AcknowledgeCharge', signed('180.00', '45.50'), '11:30'))
    .then(event('ChargeAcknowledged', { ...signed('180.00', '45.50'), total: '225.50' }));
});
