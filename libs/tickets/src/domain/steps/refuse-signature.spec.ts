import { NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { found, repaired } from '../../testing/past.js';
import { EMPTY_RECORD, signatureRefused, signed, working } from '../../testing/on-site.past.js';
import { command, event, givenFor, inBatch, ticketAfter } from '../../testing/ticket.builders.js';
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

test('[V22] an earlier refusal that is told late is kept, and is no answer to the later record', () => {
  const twice = [...working, repaired({ restored: false }, '10:30'), repaired({}, '10:50')];
  const { type } = signatureRefused();
  for (const past of [twice, [...twice, signed('10:55')]]) {
    const [kept] = refuseSignature(inBatch(refuse), ticketAfter(...past));
    expect(kept).toMatchObject({ type, data: { visit: 1 } });
    expect(ticketAfter(...past, kept!).visits[0]).toMatchObject({ signatureRefused: false });
  }
  expect(ticketAfter(...working, repaired(), signatureRefused()).visits[0]).toMatchObject({
    signatureRefused: true,
  });
});
