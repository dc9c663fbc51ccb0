import { expect, test } from '@jest/globals';
import { fold, type Claim } from '@app/kernel';
import { specification } from '@app/kernel/testing/specification.js';
import { partsDecider, type PartsCommand, type PartsEvent } from './parts.js';
import { free, lapsed } from './parts.state.js';

const given = specification(partsDecider);
const AT = '2026-03-02T01:00:00.000Z';
const cause = { occurredAt: AT, actor: { id: 'zhao-min', role: 'storekeeper' } };
const parts = { employee: 'li-wei', sku: 'CAP-35' };
const use = (quantity: number) => ({ ...parts, quantity, ticket: 'T-1', visit: 1 });
const claim = (id: string, command = 'c-1', at = AT): Claim => ({ id, command, at });

const ask = <C extends PartsCommand>(type: C['type'], data: C['data'], known?: object) =>
  ({ ...cause, id: 'c-0', type, data, ...(known && { known }) }) as unknown as PartsCommand;
const past = <E extends PartsEvent>(type: E['type'], data: E['data']) =>
  ({ ...cause, articles: ['R12'], type, data }) as unknown as PartsEvent;

const issued = past('PartsIssued', { ...parts, quantity: 2 });
const reserved = (quantity: number, by: Claim) =>
  past('PartsReserved', { ...use(quantity), claim: by });
const giveBack = (quantity: number, known: object = {}) =>
  ask('ReturnParts', { ...parts, quantity }, known);

test('[R12] only what was issued is used or given back', () => {
  given(issued)
    .when(ask('UseParts', use(2)))
    .then(past('PartsUsed', use(2)));
  given(issued)
    .when(ask('UseParts', use(3)))
    .thenRefusedUnder('R12', 'part-not-in-hand');
  given(issued).when(giveBack(3)).thenRefusedUnder('R12', 'part-not-in-hand');
});

test('[R12] what is reserved is neither given back nor used for something else', () => {
  given(issued, reserved(1, claim('a')))
    .when(giveBack(2))
    .thenRefusedUnder('R12', 'part-not-in-hand');
  given(issued, reserved(1, claim('a')))
    .when(ask('ReserveParts', { ...use(2), claim: claim('b', 'c-2') }))
    .thenRefusedUnder('R12', 'part-not-in-hand');
});

test('a command sets its parts aside once, however often it is sent', () => {
  given(issued, reserved(2, claim('a')))
    .when(ask('ReserveParts', { ...use(2), claim: claim('b') }))
    .then(reserved(2, claim('b')));
  given(issued, reserved(2, claim('a')))
    .when(ask('ReserveParts', { ...use(2), claim: claim('a') }))
    .thenNothing();
  expect(free(fold(partsDecider, [issued, reserved(2, claim('a')), reserved(2, claim('b'))]))).toBe(
    0,
  );
});

test('a reservation is used once, with all claims of its command, or is in hand again', () => {
  const past2 = [issued, reserved(1, claim('a')), reserved(1, claim('b'))];
  const used = past('PartsUsed', { ...use(1), claim: claim('b') });
  const settle = (id: string, stands: boolean) =>
    ask('SettleParts', { ...parts, claim: claim(id), stands });
  given(...past2)
    .when(settle('b', true))
    .then(used);
  given(...past2, used)
    .when(settle('a', true))
    .thenNothing();
  expect(fold(partsDecider, [...past2, used])).toEqual({ quantity: 1, reserved: [] });
  const released = past('PartsReleased', { ...use(1), claim: claim('a') });
  given(issued, reserved(1, claim('a')))
    .when(settle('a', false))
    .then(released);
  const state = fold(partsDecider, [issued, reserved(1, claim('a')), released]);
  expect(state).toEqual({ quantity: 2, reserved: [] });
});

test('[R12] what became of earlier reservations is settled in the same write', () => {
  const verdicts = (stands: boolean) => ({ verdicts: [{ claim: claim('a'), stands }] });
  given(issued, reserved(1, claim('a')))
    .when(giveBack(2, verdicts(false)))
    .then(
      past('PartsReleased', { ...use(1), claim: claim('a') }),
      past('PartsReturned', { ...parts, quantity: 2 }),
    );
  given(issued, reserved(1, claim('a')))
    .when(giveBack(2, verdicts(true)))
    .thenRefusedUnder('R12', 'part-not-in-hand');
});

test('a reservation lapses with the last claim of its command', () => {
  const later = '2026-03-02T01:01:30.000Z';
  const reservations = [
    reserved(1, claim('a')),
    reserved(1, claim('b', 'c-1', later)),
    reserved(1, claim('c', 'c-2')),
  ];
  const state = fold(partsDecider, [issued, ...reservations]);
  expect(lapsed(state, later).map((each) => each.claim.id)).toEqual(['c']);
});
