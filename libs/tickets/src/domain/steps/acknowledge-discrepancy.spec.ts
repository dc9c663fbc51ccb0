import { Invalid, NotPossible, type LocalTime } from '@app/kernel';
import { test } from '@jest/globals';
import {
  discrepancySigned,
  inspected,
  onSite,
  SIGNATURE,
  tampered,
} from '../../testing/on-site.past.js';
import { at, command, event, givenFor } from '../../testing/ticket.builders.js';
import { acknowledgeDiscrepancy } from './acknowledge-discrepancy.js';

const given = givenFor(acknowledgeDiscrepancy);
const sign = command('AcknowledgeDiscrepancy', { visit: 1, signature: SIGNATURE }, '10:01');

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
  given(...onSite, tampered(), discrepancySigned(), tampered('09:45'))
    .when(sign)
    .then(event('DiscrepancyAcknowledged', { visit: 1, signature: SIGNATURE }));
});

test.each<[string, LocalTime, string]>([
  ['before the inspection', '09:37', 'signed-too-early'],
  ['after the step', '10:04', 'signed-ahead'],
])('[V13] not with a signature %s', (_, time, code) => {
  const signature = { ...SIGNATURE, signedAt: at(time) };
  given(...onSite, tampered())
    .when(command('AcknowledgeDiscrepancy', { visit: 1, signature }, '10:01'))
    .thenThrows(Invalid, code);
});

test('[V13] a pad whose clock differs by two minutes is believed', () => {
  for (const time of ['09:38', '10:03'] as const) {
    const signature = { ...SIGNATURE, signedAt: at(time) };
    given(...onSite, tampered())
      .when(command('AcknowledgeDiscrepancy', { visit: 1, signature }, '10:01'))
      .then(event('DiscrepancyAcknowledged', { visit: 1, signature }));
  }
});
