import { expect, test } from '@jest/globals';
import { newId, NotPossible, type DomainEvent } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import type { NewEvent } from '../envelope.js';
import { StreamClaimed } from '../errors.js';
import { decideUnderClaims } from './decide-under-claims.js';

type Put = DomainEvent<'Put', { count: number }>;

/** When anything was put there last. */
const decider = { evolve: (_: string, { occurredAt }: Put) => occurredAt };

const change: NewEvent = {
  ...{ id: newId(), type: 'Put', schemaVersion: 1, data: { count: 1 } },
  meta: {
    occurredAt: at('09:00'),
    actor: STOREKEEPER,
    articles: [],
    commandId: newId(),
    commandHash: 'x',
    correlationId: newId(),
    causationId: newId(),
    policyVersion: '2026-01',
  },
};
const claim = { id: newId(), command: newId(), stream: 'slip-1', of: 'x', at: at('09:00') };

test('what is claimed is folded as it will be read: with when it happened', () => {
  const seen: string[] = [];
  const folded = { stream: 'shelf-1', state: at('08:00'), pending: [{ claim, changes: [change] }] };
  decideUnderClaims(decider, folded, newId(), (state) => {
    seen.push(state);
    return [];
  });
  expect(seen).toEqual([at('08:00'), at('09:00')]);
});

test('while a stream is held as it is, whatever would change it waits, and a refusal does not', () => {
  const end = { ...change, type: 'ChangeWithdrawn', data: { claim: claim.id } };
  const folded = { stream: 'shelf-1', state: at('08:00'), pending: [{ claim, changes: [end] }] };
  const decided = (events: readonly Put[], command = newId()) =>
    decideUnderClaims(decider, folded, command, () => events);
  const put = { type: 'Put', data: { count: 1 } } as Put;
  expect(() => decided([put])).toThrow(StreamClaimed);
  expect(decided([])).toEqual([]);
  expect(decided([put], claim.command)).toEqual([put]);
  const refused = () =>
    decideUnderClaims(decider, folded, newId(), () => {
      throw new NotPossible('x', { zh: '不', en: 'no' });
    });
  expect(refused).toThrow(NotPossible);
});
