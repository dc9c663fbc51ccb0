import { expect, test } from '@jest/globals';
import { requestOf } from './request-of.js';

const sent = {
  commandId: '00000000-0000-4000-8000-000000000001',
  correlationId: '00000000-0000-4000-8000-000000000002',
  expectedVersion: undefined,
  receivedAt: '2026-03-02T10:00:00.000Z',
  traceParent: undefined,
} as const;

function fingerprintFor(onBehalfOf?: string): unknown {
  const actor = { id: 'E-1', role: 'dispatcher', ...(onBehalfOf && { onBehalfOf }) };
  return requestOf({ type: 'NotifyDelay', id: 'T-1' }, {}, { ...sent, actor }).fingerprint;
}

test('the same command in the place of somebody else is another command', () => {
  expect(fingerprintFor('E-7')).toEqual(fingerprintFor('E-7'));
  expect(fingerprintFor('E-7')).not.toEqual(fingerprintFor('E-8'));
  expect(fingerprintFor('E-7')).not.toEqual(fingerprintFor());
});
