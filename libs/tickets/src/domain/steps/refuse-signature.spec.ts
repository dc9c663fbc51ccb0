import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { found } from '../../testing/past.js';
import { EMPTY_RECORD, signatureRefused, signed, working } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { refuseSignature } from './refuse-signature.js';

const given = givenFor(refuseSignature);
const refusal = { visit: 1, reason: '对结果不满意' };
const refuse = command('RefuseSignature', refusal, '10:45');

test('[V22] a refusal to sign is recorded, and is a finding', () => {
  given(...working)
    .when(refuse)
    .then(
      event('SignatureRefused', { ...refusal, record: EMPTY_RECORD }),
      found(1, 'V22', 'signature-refused', { remark: refusal.reason }),
    );
});

test.each([
  ['signed', signed()],
  ['refused', signatureRefused()],
])('[V22] who has %s does not refuse', (_, answered) => {
  given(...working, answered)
    .when(refuse)
    .thenThrows(NotPossible, 'record-already-answered');
});
