import { Refused } from '@app/kernel';
import { rule } from '@app/policy';
import { expect, test } from '@jest/globals';
import { enforceOrFind } from './enforce-or-find.js';
import { mayBeFound } from './may-be-found.js';

const { greeted, cleaned } = mayBeFound({
  greeted: rule<object>('V8', 'not-greeted', { zh: '', en: '' }, () => true),
  cleaned: rule<object>('V21', 'site-not-cleaned', { zh: '', en: '' }, () => false),
});
const duties = [cleaned, greeted];
const step = {
  type: 'LeaveRoom',
  data: {},
  id: 'c-1',
  occurredAt: '2026-03-02T01:00:00.000Z',
  actor: { id: 'li-wei', role: 'technician' },
};

test('told in time, a broken duty refuses', () => {
  expect(() => enforceOrFind(step, duties, {})).toThrow(Refused);
  expect(enforceOrFind(step, [cleaned], {})).toEqual([]);
});

test('told late, the broken duties are returned, to be recorded as findings', () => {
  expect(enforceOrFind({ ...step, inBatch: true }, duties, {})).toEqual([greeted]);
  const receivedAt = '2026-03-02T01:16:00.000Z';
  expect(enforceOrFind({ ...step, receivedAt }, duties, {})).toEqual([greeted]);
});
