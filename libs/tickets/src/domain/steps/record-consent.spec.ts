import { Invalid } from '@app/kernel';
import { test } from '@jest/globals';
import { consented, onSite } from '../../testing/on-site.past.js';
import { found } from '../../testing/past.js';
import { at, command, event, givenFor, inBatch } from '../../testing/ticket.builders.js';
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

const phone = { number: '13800010002', relationship: '业主女儿', calledAt: at('09:34') };

test('[V11] a named contact agrees by phone: who, at which number, what they are to the customer, and when', () => {
  given(...onSite)
    .when(command('RecordConsent', { visit: 1, by: '孙丽', phone }, '09:36'))
    .then(event('ConsentGiven', { visit: 1, by: '孙丽', phone }));
});

test('[V11] what somebody agreed to before the call for it is no consent to it; told late it is found', () => {
  const before = command(
    'RecordConsent',
    { visit: 1, by: '孙丽', phone: { ...phone, calledAt: at('07:59') } },
    '09:36',
  );
  given(...onSite)
    .when(before)
    .thenRefusedUnder('V11', 'consent-before-the-call');
  given(...onSite)
    .when(inBatch(before))
    .then(event('ConsentGiven', before.data), found(1, 'V11', 'consent-before-the-call'));
  const atOnce = { visit: 1, by: '孙丽', phone: { ...phone, calledAt: at('08:00') } };
  given(...onSite)
    .when(command('RecordConsent', atOnce, '09:36'))
    .then(event('ConsentGiven', atOnce));
});

test('[V11] nobody agreed in a call that is still to be made', () => {
  given(...onSite)
    .when(
      command(
        'RecordConsent',
        { visit: 1, by: '孙丽', phone: { ...phone, calledAt: at('09:37') } },
        '09:36',
      ),
    )
    .thenThrows(Invalid, 'called-ahead');
});
