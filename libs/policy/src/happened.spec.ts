import { expect, test } from '@jest/globals';
import { happened } from './happened.js';

const command = {
  type: 'LeaveCard',
  data: {},
  id: '0190d3f0-0000-7000-8000-000000000001',
  occurredAt: '2026-03-02T01:00:00.000Z',
  actor: { id: 'li-wei', role: 'technician' },
};

test('an event happened when its command did, by the same actor', () => {
  const { occurredAt, actor } = command;
  expect(happened(command, 'CardLeft', { visit: 1 }, ['V25'])).toEqual({
    type: 'CardLeft',
    data: { visit: 1 },
    occurredAt,
    actor,
    articles: ['V25'],
  });
});

test('an article that is not in the catalogue does not compile', () => {
  // @ts-expect-error there is no V99
  expect(happened(command, 'CardLeft', {}, ['V99']).articles).toEqual(['V99']);
});
