import { Invalid, NotPossible, type LocalTime } from '@app/kernel';
import { test } from '@jest/globals';
import { left, repaired } from '../../testing/past.js';
import {
  EMPTY_RECORD,
  SIGNATURE,
  signatureRefused,
  signed,
  working,
} from '../../testing/on-site.past.js';
import { at, command, event, givenFor } from '../../testing/ticket.builders.js';
import { signServiceRecord } from './sign-service-record.js';

const given = givenFor(signServiceRecord);
const record = {
  visit: 1,
  signature: SIGNATURE,
  satisfaction: 4 as const,
  suggestions: '希望周末也能上门',
};
const sign = command('SignServiceRecord', record, '11:30');

test('[V22] the customer signs, and says what they think', () => {
  given(...working)
    .when(sign)
    .then(event('ServiceRecordSigned', { ...record, record: EMPTY_RECORD }));
});

test('[V22] the customer may sign after all, and after the technician has left', () => {
  given(...working, signatureRefused(), left())
    .when(sign)
    .then(event('ServiceRecordSigned', { ...record, record: EMPTY_RECORD }));
});

test('[V22] one record is signed once', () => {
  given(...working, signed())
    .when(sign)
    .thenThrows(NotPossible, 'record-already-signed');
});

test.each<[string, LocalTime, string]>([
  ['before the repair', '10:27', 'signed-too-early'],
  ['after the step', '11:33', 'signed-ahead'],
])('[V22] not with a signature %s', (_, time, code) => {
  const signature = { ...SIGNATURE, signedAt: at(time) };
  given(...working, repaired())
    .when(command('SignServiceRecord', { ...record, signature }, '11:30'))
    .thenThrows(Invalid, code);
});
