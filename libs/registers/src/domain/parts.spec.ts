import { fold } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { specification } from '@app/kernel/src/testing/specification.js';
import { inHandAt, partsDecider, type PartsCommand, type PartsEvent } from './parts.js';

const given = specification(partsDecider);
const cause = {
  occurredAt: '2026-03-02T01:00:00.000Z',
  actor: { id: 'zhao-min', role: 'storekeeper' },
};
const parts = (quantity: number) => ({ employee: 'li-wei', sku: 'CAP-35', quantity });
const use = (quantity: number) => ({ ...parts(quantity), ticket: 'T-1', visit: 1 });

const ask = <C extends PartsCommand>(type: C['type'], data: C['data']) =>
  ({ ...cause, id: 'c-0', type, data }) as unknown as PartsCommand;
const past = <E extends PartsEvent>(type: E['type'], data: E['data']) =>
  ({ ...cause, articles: ['R12'], type, data }) as unknown as PartsEvent;

const issued = past('PartsIssued', parts(2));

test('[R12] what was issued is used, or given back', () => {
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
});

test('[R12] what was used beyond what is in hand, and is told late, is stored as uncovered', () => {
  given(issued)
    .when({ ...ask('UseParts', use(3)), inBatch: true })
    .then(past('PartsUsed', { ...use(3), uncovered: 1 }));
  given(issued)
    .when({ ...ask('UseParts', use(2)), inBatch: true })
    .then(past('PartsUsed', use(2)));
  const after = [issued, past('PartsUsed', { ...use(3), uncovered: 1 })];
  expect(fold(partsDecider, after).quantity).toBe(0);
});

test('[R12] what was in hand is judged as of when it was', () => {
  const at = (time: string) => `2026-03-02T${time}:00.000Z`;
  const returned = { ...past('PartsReturned', parts(2)), occurredAt: at('03:00') };
  const held = fold(partsDecider, [issued, returned]);
  expect(
    [at('00:59'), at('01:00'), at('02:59'), at('03:00')].map((time) => inHandAt(held, time)),
  ).toEqual([0, 2, 2, 0]);
});
