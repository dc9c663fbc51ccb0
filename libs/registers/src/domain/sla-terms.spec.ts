import { expect, test } from '@jest/globals';
import { fold, Invalid } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { slaTermsDecider } from './sla-terms.js';

const { given, ask, event } = specify(slaTermsDecider, MANAGER, ['B2']);

const terms = { customer: 'C-1', terms: 'HT-1', response: 60, restoration: 180 };
const others = { ...terms, terms: 'HT-2', response: 30 };

test('[B2] a customer’s own terms are set, and set anew', () => {
  given().when(ask('SetSlaTerms', terms)).then(event('SlaTermsSet', terms));
  const set = event('SlaTermsSet', terms);
  for (const again of [others, terms])
    given(set).when(ask('SetSlaTerms', again)).then(event('SlaTermsSet', again));
  const { customer: _, ...entry } = others;
  const changed = fold(slaTermsDecider, [set, event('SlaTermsSet', others, '09:30')]);
  expect(changed).toEqual({ ...entry, since: at('09:30') });
});

test('[B2] terms are not set as of before those that they replace', () => {
  given(event('SlaTermsSet', terms, '10:00'))
    .when(ask('SetSlaTerms', others, '09:59'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('[B2] the fault may be gone with the arrival, and not before it', () => {
  const atOnce = { ...terms, restoration: 60 };
  given().when(ask('SetSlaTerms', atOnce)).then(event('SlaTermsSet', atOnce));
  given()
    .when(ask('SetSlaTerms', { ...terms, restoration: 59 }))
    .thenThrows(Invalid, 'restoration-before-response');
});

const DAY = { from: '08:30', until: '12:00' };
const workdays = { days: [1, 2, 3, 4, 5], ...DAY };

test('[B2] they may count within hours of working days alone', () => {
  const whole = { ...workdays, days: [6], from: '09:00', until: '00:00' };
  const touching = { days: [1], from: '12:00', until: '13:00' };
  const within = { ...terms, hours: [workdays, whole, touching] };
  given().when(ask('SetSlaTerms', within)).then(event('SlaTermsSet', within));
});

test.each([
  ['hours-cross-midnight', [{ from: '22:00', until: '06:00' }]],
  ['hours-overlap', [workdays, { days: [5], from: '11:59', until: '13:00' }]],
  ['hours-overlap', [DAY, { days: [7], from: '08:00', until: '08:31' }]],
])('[B2] hours that cannot count are refused: %s', (code, hours) => {
  given()
    .when(ask('SetSlaTerms', { ...terms, hours }))
    .thenThrows(Invalid, code);
});
