import { test } from '@jest/globals';
import { consented, onSite } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { recordConsent } from './record-consent.js';

const given = givenFor(recordConsent);
const consent = command('RecordConsent', { visit: 1, by: '孙丽' }, '09:36');

test('[V11] the customer agrees to the service', () => {
  given(...onSite)
    .when(consent)
    .then(event('ConsentGiven', { visit: 1, by: '孙丽' }));
});

test('consent that was given stays given', () => {
  given(...onSite, consented())
    .when(consent)
    .thenNothing();
});
