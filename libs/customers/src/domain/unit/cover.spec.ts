import { expect, test } from '@jest/globals';
import { coverAt } from './cover.js';
import type { Warranty } from './unit.events.js';

const warranty: Warranty = {
  countedFrom: 'final-acceptance',
  from: '2024-02-29',
  until: '2026-02-28',
};
const kind = 'under-contract' as const;
const first = { document: 'HT-1', kind, from: '2026-03-01', until: '2027-02-28' };
const second = { document: 'HT-2', kind, from: '2028-01-01', until: '2028-12-31' };
const unit = { warranty, contracts: [second, first] };

test.each([
  ['the first moment of the acceptance’s day', '2024-02-28T16:00:00.000Z', 'in-warranty'],
  ['the last moment of the last day', '2026-02-28T15:59:59.999Z', 'in-warranty'],
  ['the first moment after it', '2026-02-28T16:00:00.000Z', 'under-contract'],
  ['the last moment of the contract', '2027-02-28T15:59:59.999Z', 'under-contract'],
])('[V12] [B2] at %s the unit is covered', (_, at, kind) => {
  const cover = coverAt(unit, at)!;
  expect(cover.kind).toBe(kind);
  expect([cover.from <= at, at <= cover.until]).toEqual([true, true]);
});

test('[V12] warranty goes before a contract, and what holds before what has ended', () => {
  const both = { warranty, contracts: [{ ...first, from: '2024-01-01' }] };
  expect(coverAt(both, '2025-01-01T00:00:00.000Z')?.kind).toBe('in-warranty');
  expect(coverAt(both, '2026-06-01T00:00:00.000Z')).toMatchObject({ document: 'HT-1' });
});

test('[V12] where nothing holds, what ended last says so; before all of it, what begins first', () => {
  expect(coverAt(unit, '2027-06-01T00:00:00.000Z')).toMatchObject({ document: 'HT-1' });
  expect(coverAt(unit, '2024-01-01T00:00:00.000Z')).toEqual({
    kind: 'in-warranty',
    from: '2024-02-28T16:00:00.000Z',
    until: '2026-02-28T15:59:59.999Z',
  });
  expect(coverAt({ contracts: [second, first] }, '2024-01-01T00:00:00.000Z')).toMatchObject({
    document: 'HT-1',
  });
  expect(coverAt({ contracts: [] }, '2024-01-01T00:00:00.000Z')).toBeUndefined();
});

test('[B2] a contract that says what the warranty is goes before one of maintenance, as the warranty does', () => {
  const days = { from: '2026-01-01', until: '2028-12-31' };
  const says = { document: 'ZB-1', kind: 'in-warranty' as const, ...days };
  const at = '2028-06-01T00:00:00.000Z';
  expect(coverAt({ contracts: [second, says] }, at)).toMatchObject({ document: 'ZB-1' });
  expect(coverAt({ warranty, contracts: [second, says] }, at)).toMatchObject({
    kind: 'in-warranty',
    document: 'ZB-1',
  });
  expect(coverAt({ warranty, contracts: [says] }, '2026-02-01T00:00:00.000Z')).not.toHaveProperty(
    'document',
  );
});
