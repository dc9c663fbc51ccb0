import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import {
  discrepancySigned,
  inspected,
  onSite,
  SIGNATURE,
  tampered,
} from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { acknowledgeDiscrepancy } from './acknowledge-discrepancy.js';

const given = givenFor(acknowledgeDiscrepancy);
const sign = command('AcknowledgeDiscrepancy', { visit: 1, signature: SIGNATURE }, '09:42');

test('[V13] the customer signs what does not agree', () => {
  given(...onSite, tampered())
    .when(sign)
    .then(event('DiscrepancyAcknowledged', { visit: 1, signature: SIGNATURE }));
});

test('[V13] there is nothing to sign where everything agrees, or nobody has looked', () => {
  given(...onSite)
    .when(sign)
    .thenThrows(NotPossible, 'no-discrepancy');
  given(...onSite, inspected())
    .when(sign)
    .thenThrows(NotPossible, 'no-discrepancy');
});

test('[V13] it is signed once, and again after another look', () => {
  given(...onSite, tampered(), discrepancySigned())
    .when(sign)
    .thenThrows(NotPossible, 'discrepancy-acknowledged');
  given(...onSite, tampered(), discrepancySigned(), tampered())
    .when(sign)
    .then(event('DiscrepancyAcknowledged', { visit: 1, signature: SIGNATURE }));
});
