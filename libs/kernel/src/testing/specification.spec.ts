import { expect, test } from '@jest/globals';
import type { Decider } from '../decider.js';
import type { Command, DomainEvent } from '../message.js';
import { specification } from './specification.js';

const rung: DomainEvent = {
  type: 'BellRung',
  data: { times: 1 },
  occurredAt: '2026-03-02T01:00:00.000Z',
  actor: { id: 'li-wei', role: 'technician' },
  articles: ['V8'],
};
const bell: Decider<Command, undefined, DomainEvent> = {
  initialState: () => undefined,
  evolve: () => undefined,
  decide: () => [rung],
};
const ring = specification(bell)().when({ ...rung, id: '1' });

test('what happened is compared by type, data and articles, and not by time and actor', () => {
  ring.then({ type: 'BellRung', data: { times: 1 }, articles: ['V8'] });
  for (const other of [{ type: 'BellMuted' }, { data: {} }, { articles: [] }, { articles: ['V9'] }])
    expect(() => ring.then({ ...rung, ...other })).toThrow();
});
