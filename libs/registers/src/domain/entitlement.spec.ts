import { test } from '@jest/globals';
import { Invalid, NotPossible } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { entitlementDecider } from './entitlement.js';

const { given, ask, event } = specify(entitlementDecider, STOREKEEPER, ['V11', 'V12']);

const reference = 'W-2024-118';
const until = at('00:00', 300);
const warranty = { reference, kind: 'in-warranty', until, product: 'KFR-35' } as const;

test.each([
  warranty,
  { reference, kind: 'under-contract', until } as const,
  { reference, kind: 'chargeable' } as const,
])('[V11] [V12] what is $kind is registered as it is said', (data) => {
  given().when(ask('RegisterEntitlement', data)).then(event('EntitlementRegistered', data));
});

test.each(['in-warranty', 'under-contract'] as const)(
  '[V11] what is %s says until when',
  (kind) => {
    given()
      .when(ask('RegisterEntitlement', { reference, kind }))
      .thenThrows(Invalid, 'until-missing');
  },
);

test('[V11] cover that begins later says from when, and does not end before', () => {
  const from = at('00:00', 10);
  const contract = { reference, kind: 'under-contract', from, until } as const;
  given().when(ask('RegisterEntitlement', contract)).then(event('EntitlementRegistered', contract));
  given()
    .when(ask('RegisterEntitlement', { ...contract, until: at('00:00', 9) }))
    .thenThrows(Invalid, 'ends-before-it-begins');
});

test('[V11] [V12] a reference is registered once, also when the same is said again', () => {
  for (const data of [warranty, { reference, kind: 'chargeable' } as const])
    given(event('EntitlementRegistered', warranty))
      .when(ask('RegisterEntitlement', data))
      .thenThrows(NotPossible, 'already-registered');
});
