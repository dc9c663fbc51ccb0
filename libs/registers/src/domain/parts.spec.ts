import { test } from '@jest/globals';
import { specification } from '@app/kernel/src/testing/specification.js';
import { partsDecider, type PartsCommand, type PartsEvent } from './parts.js';

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
