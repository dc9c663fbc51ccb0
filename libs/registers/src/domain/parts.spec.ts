import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { play, storiesOf } from '@app/kernel/src/testing/stories.js';
import { inHandAt, partsDecider, type PartsCommand } from './parts.js';

const { given, ask, event } = specify(partsDecider, STOREKEEPER, ['R12']);
const parts = (quantity: number) => ({ employee: 'li-wei', sku: 'CAP-35', quantity });
const use = (quantity: number, entry = 1) => ({
  ...parts(quantity),
  ticket: 'T-1',
  visit: 1,
  entry,
});
const usedAt = '2026-03-02T02:00:00.000Z';
const back = (quantity: number, entry = 1) => ({ ...use(quantity, entry), usedAt });

const issued = event('PartsIssued', parts(2));

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
    .then(event('PartsUsed', use(2)));
  given(issued, event('PartsUsed', use(1)))
    .when(ask('ReturnParts', parts(1)))
    .then(event('PartsReturned', parts(1)));
});

test('[R12] only what was issued is used or given back', () => {
  given(issued)
    .when(ask('UseParts', use(3)))
    .thenRefusedUnder('R12', 'part-not-in-hand');
  given(issued, event('PartsUsed', use(1)))
    .when(ask('ReturnParts', parts(2)))
    .thenRefusedUnder('R12', 'part-not-in-hand');
  given()
    .when(ask('UseParts', use(1)))
    .thenRefusedUnder('R12', 'part-not-in-hand');
});

test('[R12] whatever is asked, nobody ever holds less than nothing', () => {
  const data = fc.integer({ min: 1, max: 4 }).map((quantity) => use(quantity));
  const known = fc.constant({ employee: 'active' as const });
  const story = storiesOf<PartsCommand>(
    {
      IssueParts: fc.record({ data, known }),
      ReturnParts: fc.record({ data }),
      UseParts: fc.record({ data }),
      TakePartsBack: fc.record({ data: fc.constant(back(1)) }),
    },
    { plot: ['IssueParts', 'UseParts', 'UseParts', 'ReturnParts'], by: STOREKEEPER },
  );
  fc.assert(
    fc.property(story, (commands) => {
      for (const { after } of play(partsDecider, commands))
        expect(after.quantity).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('[R12] what was used beyond what is in hand, and is told late, is stored as uncovered', () => {
  given(issued)
    .when({ ...ask('UseParts', use(3)), inBatch: true })
    .then(event('PartsUsed', { ...use(3), uncovered: 1 }));
  given(issued)
    .when({ ...ask('UseParts', use(2)), inBatch: true })
    .then(event('PartsUsed', use(2)));
  const after = [issued, event('PartsUsed', { ...use(3), uncovered: 1 })];
  expect(fold(partsDecider, after).quantity).toBe(0);
});

test('[R12] what was in hand is judged as of when it was', () => {
  const at = (time: string) => `2026-03-02T${time}:00.000Z`;
  const returned = { ...event('PartsReturned', parts(2)), occurredAt: at('03:00') };
  const held = fold(partsDecider, [issued, returned]);
  expect(
    [at('00:59'), at('01:00'), at('02:59'), at('03:00')].map((time) => inHandAt(held, time)),
  ).toEqual([0, 2, 2, 0]);
});

const clock = (time: string) => `2026-03-02T${time}:00.000Z`;

test('[R12] what is given back was issued by then, however late either is told', () => {
  const issuedAt = (time: string) => ({ ...issued, occurredAt: clock(time) });
  const giveBack = (time: string, quantity = 2) => ({
    ...ask('ReturnParts', parts(quantity)),
    occurredAt: clock(time),
  });
  given(issuedAt('02:00')).when(giveBack('01:59')).thenRefusedUnder('R12', 'part-not-in-hand');
  given(issuedAt('02:00'))
    .when(giveBack('02:00'))
    .then(event('PartsReturned', parts(2)));
  const since = { ...event('PartsUsed', use(1)), occurredAt: clock('03:00') };
  given(issuedAt('01:00'), since)
    .when(giveBack('02:00'))
    .thenRefusedUnder('R12', 'part-not-in-hand');
  given(issuedAt('01:00'), since, issuedAt('04:00'))
    .when(giveBack('02:00', 1))
    .then(event('PartsReturned', parts(1)));
});

test('[R12] what was used before it was issued is uncovered, and what was issued stays in hand', () => {
  const late = { ...ask('UseParts', use(2)), occurredAt: clock('01:00'), inBatch: true };
  given({ ...issued, occurredAt: clock('02:00') })
    .when(late)
    .then(event('PartsUsed', { ...use(2), uncovered: 2 }));
});

test('[R12] what an entry turned out not to have used was in hand all the time', () => {
  const used = { ...event('PartsUsed', use(2)), occurredAt: usedAt };
  const corrected = { ...event('PartsTakenBack', back(1)), occurredAt: clock('05:00') };
  given(issued, used)
    .when(ask('TakePartsBack', back(1)))
    .then(event('PartsTakenBack', back(1)));
  const held = fold(partsDecider, [issued, used, corrected]);
  expect(held.quantity).toBe(1);
  expect(inHandAt(held, clock('03:00'))).toBe(1);
});

test('[R12] what had never been in hand comes back to nobody', () => {
  const uncovered = event('PartsUsed', { ...use(3), uncovered: 1 });
  given(issued, uncovered)
    .when(ask('TakePartsBack', back(1)))
    .then(event('PartsTakenBack', { ...back(1), uncovered: 1 }));
  given(issued, uncovered, event('PartsTakenBack', { ...back(1), uncovered: 1 }))
    .when(ask('TakePartsBack', back(2)))
    .then(event('PartsTakenBack', back(2)));
  given(issued, uncovered)
    .when(ask('TakePartsBack', back(1, 2)))
    .then(event('PartsTakenBack', back(1, 2)));
});

test('[R12] an entry is judged as though it had not been', () => {
  const held = fold(partsDecider, [issued, event('PartsUsed', use(2))]);
  const at = event('PartsUsed', use(2)).occurredAt;
  expect(inHandAt(held, at)).toBe(0);
  expect(inHandAt(held, at, { ticket: 'T-1', entry: 1 })).toBe(2);
  expect(inHandAt(held, at, { ticket: 'T-1', entry: 2 })).toBe(0);
});
