import { expect, test } from '@jest/globals';
import { cameToLight, toldLate } from './told-late.js';

const occurredAt = '2026-03-02T01:00:00.000Z';
const actor = { id: 'li-wei', role: 'technician' };
const step = { type: 'LeaveCard', data: {}, id: 'c-1', occurredAt, actor };

test.each([
  ['at once', {}, false],
  ['a quarter of an hour later', { receivedAt: '2026-03-02T01:15:00.000Z' }, false],
  ['later than that', { receivedAt: '2026-03-02T01:15:00.001Z' }, true],
  ['by a device that had no connection', { receivedAt: occurredAt, inBatch: true }, true],
])('what is told %s', (_, told, late) => {
  expect(toldLate({ ...step, ...told })).toBe(late);
});

test('what follows came to light when it was heard of, and not before what it changes', () => {
  const receivedAt = '2026-03-02T02:00:00.000Z';
  const later = '2026-03-02T03:00:00.000Z';
  expect(cameToLight(step)).toBe(occurredAt);
  expect(cameToLight({ ...step, receivedAt })).toBe(receivedAt);
  expect(cameToLight({ ...step, receivedAt }, later)).toBe(later);
});
