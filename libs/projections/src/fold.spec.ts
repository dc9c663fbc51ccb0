import { expect, test } from '@jest/globals';
import type { DomainEvent } from '@app/kernel';
import { keysToLoad } from './fold.js';
import { recorded } from './testing/given-events.js';
import { tally } from './testing/tally.js';

const beginning = {
  ...tally,
  handles: { ...tally.handles, Begun: { schemaVersion: 1 } },
  begins: ['Begun'],
};

function events(stream: string, ...types: string[]) {
  const past = types.map((type): DomainEvent => ({
    type,
    data: { by: 1 },
    occurredAt: '2026-03-02T01:00:00.000Z',
    actor: { id: 'li-wei', role: 'technician' },
    articles: [],
  }));
  return recorded(stream, past);
}

test('the rows that events touch are read once each, those that they begin are not', () => {
  const page = [
    ...events('a', 'Counted', 'Counted'),
    ...events('b', 'Begun', 'Counted'),
    ...events('c', 'Counted', 'Begun'),
  ];
  expect(keysToLoad(beginning, page)).toEqual([['a', 'c']]);
  expect(keysToLoad(tally, page)).toEqual([['a', 'b', 'c']]);
});
