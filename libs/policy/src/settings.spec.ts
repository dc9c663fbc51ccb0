import { afterEach, describe, expect, test } from '@jest/globals';
import { knowEditions, policy, policyAt, type PolicySettings } from './settings.js';

const next: PolicySettings = {
  ...policy,
  version: '2027.1',
  inForceFrom: '2026-12-31T16:00:00.000Z',
  sla: { response: 90, restoration: 240, warnPercent: 75 },
};

test('[B2] gives two hours to be on site and four to restore, where nothing else was agreed', () => {
  expect(policy.sla).toEqual({ response: 120, restoration: 240, warnPercent: 75 });
});

test('[V19] protects noon and night, where the customer has named no hours', () => {
  expect(policy.quietHours).toEqual([
    { from: '12:00', until: '14:00' },
    { from: '21:00', until: '08:00' },
  ]);
});

test('judges by the edition in force, from its first moment on', () => {
  const editions = [policy, next] as const;
  expect(policyAt('2026-12-31T15:59:59.999Z', editions).version).toBe('2026.1');
  expect(policyAt('2026-12-31T16:00:00.000Z', editions).version).toBe('2027.1');
  expect(policyAt('2030-01-01T00:00:00.000Z', editions).version).toBe('2027.1');
});

test('judges what happened before the first edition by the first', () => {
  expect(policyAt('2019-05-01T00:00:00.000Z').version).toBe('2026.1');
});

describe('editions of the installation', () => {
  afterEach(() => knowEditions([]));

  test('judge once they are in force, and what happened before them never', () => {
    knowEditions([next]);
    expect(policyAt('2026-12-31T15:59:59.999Z')).toBe(policy);
    expect(policyAt('2026-12-31T16:00:00.000Z').sla.response).toBe(90);
  });

  test('say what the one that ships says where an older program did not know of it', () => {
    const { handover: _, sla, ...older } = next;
    const { warnPercent: __, ...times } = sla;
    knowEditions([{ ...older, sla: times } as PolicySettings]);
    expect(policyAt('2027-01-01T00:00:00.000Z')).toEqual(next);
  });
});
