import { expect, test } from '@jest/globals';
import { fold, Invalid, NotFound, NotPossible } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { handsAt, handsOf, locationDecider } from '../location/location.js';
import { materialDecider, notBeforeRegistered } from './material.js';

const { given, ask, event } = specify(materialDecider, STOREKEEPER, ['R11']);
const capacitor = {
  sku: 'CAP-35',
  name: '电容 35μF',
  unit: '只',
  decimals: 0,
  class: 'electric',
  minimum: 10,
};
const registered = event('MaterialRegistered', capacitor);

test('[R11] a material is registered, once, and changed in all but how it is counted', () => {
  const register = ask('RegisterMaterial', capacitor);
  given().when(register).then(registered);
  given(registered).when(register).thenThrows(NotPossible, 'already-registered');
  const change = ask('ChangeMaterial', { name: '电容 40μF', class: 'electric' });
  const { minimum: _, ...rest } = capacitor;
  const changed = event('MaterialChanged', { ...rest, name: '电容 40μF' });
  given(registered).when(change).then(changed);
  expect(fold(materialDecider, [registered, changed])).not.toHaveProperty('minimum');
  given().when(change).thenThrows(NotFound, 'unknown-material');
  given(registered)
    .when(ask('ChangeMaterial', { name: 'x', class: 'x' }, '08:59'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('[R11] a location is registered, once, and is nobody’s hands', () => {
  const location = specify(locationDecider, STOREKEEPER, ['R11']);
  const main = { location: 'main', name: '总库', kind: 'store' } as const;
  const made = location.event('LocationRegistered', main);
  location.given().when(location.ask('RegisterLocation', main)).then(made);
  location
    .given(made)
    .when(location.ask('RegisterLocation', main))
    .thenThrows(NotPossible, 'already-registered');
  const hands = { ...main, location: handsOf('li-wei') };
  location
    .given()
    .when(location.ask('RegisterLocation', hands))
    .thenThrows(Invalid, 'location-named-as-hands');
  const inCapitals = { ...main, location: 'HANDS-tech' };
  location
    .given()
    .when(location.ask('RegisterLocation', inCapitals))
    .thenThrows(Invalid, 'location-named-as-hands');
  expect([handsAt(handsOf('li-wei')), handsAt('main')]).toEqual(['li-wei', undefined]);
});

test('[R11] nothing of a material is told of long before it was registered, and what is told late is kept', () => {
  const begun = '2026-03-02T06:00:00.000Z';
  expect(() => notBeforeRegistered('2000-01-01T00:00:00.000Z', begun)).toThrow(Invalid);
  expect(() => notBeforeRegistered('2026-01-30T05:59:59.000Z', begun)).toThrow(Invalid);
  notBeforeRegistered('2026-01-30T06:00:00.000Z', begun);
});
