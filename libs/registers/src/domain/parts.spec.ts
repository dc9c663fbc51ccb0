import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { commandOf, eventOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { play, storiesOf } from '@app/kernel/src/testing/stories.js';
import { partsDecider, type PartsCommand, type PartsEvent } from './parts.js';

const given = specification(partsDecider);
const ask = commandOf<PartsCommand>(STOREKEEPER);
const past = eventOf<PartsEvent>(STOREKEEPER, ['R12']);
const parts = (quantity: number) => ({ employee: 'li-wei', sku: 'CAP-35', quantity });
const use = (quantity: number) => ({ ...parts(quantity), ticket: 'T-1', visit: 1 });

const issued = past('PartsIssued', parts(2));

test('[R12] parts are issued, also to whoever has some', () => {
  given()
    .when(ask('IssueParts', parts(2)))
    .then(issued);
  given(issued)
    .when(ask('IssueParts', parts(2)))
    .then(issued);
});

test('[R12] what was issued is used, or given back, to the last piece', () => {
  given(issued)
    .when(ask('UseParts', use(2)))
    .then(past('PartsUsed', use(2)));
  given(issued, past('PartsUsed', use(1)))
    .when(ask('ReturnParts', parts(1)))
    .then(past('PartsReturned', parts(1)));
});

test('[R12] only what was issued is used or given back', () => {
  given(issued)
    .when(ask('UseParts', use(3)))
    .thenRefusedUnder('R12', 'part-not-in-hand');
  given(issued, past('PartsUsed', use(1)))
    .when(ask('ReturnParts', parts(2)))
    .thenRefusedUnder('R12', 'part-not-in-hand');
  given()
    .when(ask('UseParts', use(1)))
    .thenRefusedUnder('R12', 'part-not-in-hand');
});

test('[R12] whatever is asked, nobody ever holds less than nothing', () => {
  const data = fc.integer({ min: 1, max: 4 }).map(use);
  const held = fc.record({ data, known: fc.constant({ holder: 'active' as const }) });
  const story = storiesOf<PartsCommand>(
    { IssueParts: held, ReturnParts: held, UseParts: fc.record({ data }) },
    { plot: ['IssueParts', 'UseParts', 'UseParts', 'ReturnParts'], by: STOREKEEPER },
  );
  fc.assert(
    fc.property(story, (commands) => {
      for (const { after } of play(partsDecider, commands))
        expect(after.quantity).toBeGreaterThanOrEqual(0);
    }),
  );
});
