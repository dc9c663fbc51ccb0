import { expect, test } from '@jest/globals';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { keysToLoad } from './fold.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { tally } from './testing/tally.js';

const beginning = {
  ...tally,
  handles: { ...tally.handles, Begun: { schemaVersion: 1 } },
  begins: ['Begun'],
};

const event = eventOf(LI_WEI);
const events = (stream: string, ...types: string[]) =>
  recorded(
    stream,
    types.map((type) => event(type, { by: 1 })),
  );

test('the rows that events touch are read once each, those that they begin are not', () => {
  const page = [
    ...events('a', 'Counted', 'Counted'),
    ...events('b', 'Begun', 'Counted'),
    ...events('c', 'Counted', 'Begun'),
  ];
  expect(keysToLoad(beginning, page)).toEqual([['a', 'c']]);
  expect(keysToLoad(tally, page)).toEqual([['a', 'b', 'c']]);
});
