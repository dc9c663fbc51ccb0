import { test } from '@jest/globals';
import { farewell, onSite } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { bidFarewell } from './bid-farewell.js';

const given = givenFor(bidFarewell);
const content = { visit: 1, responsiblePersonsAsked: true, customerContent: true };
const bid = command('BidFarewell', content, '10:50');

test('[V26] the technician takes leave, of the responsible persons too', () => {
  given(...onSite)
    .when(bid)
    .then(event('FarewellMade', content));
});

test('[V26] a customer who was not content may be so in the end', () => {
  given(...onSite, farewell({ customerContent: false }))
    .when(bid)
    .then(event('FarewellMade', content));
});
