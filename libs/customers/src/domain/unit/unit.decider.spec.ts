import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotFound, NotPossible } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { MOST_COMPONENTS } from './components.js';
import { unitDecider, type RegisterUnit } from './unit.decider.js';
import type { UnitEvent, Warranty } from './unit.events.js';
import type { KnownUnit } from './unit.state.js';

const ARTICLES: Record<UnitEvent['type'], string[]> = {
  UnitRegistered: ['R8', 'B2'],
  UnitAccepted: ['B2'],
  UnitCorrected: ['R8', 'B2'],
  UnitMoved: ['R8'],
  ComponentAdded: ['V12'],
  ComponentReplaced: ['V12'],
  ContractProposed: ['B2'],
  UnitRetired: ['R8'],
};
const { given, ask, event } = specify(unitDecider, SUPERVISOR, (type) => ARTICLES[type]);

const unit = 'U-1';
const door = { barcode: 'BC-1', name: '分机' };
const said: RegisterUnit['data'] = {
  unit,
  kind: 'system',
  product: '兰亭弱电系统',
  documents: [],
  customer: 'lanting',
  site: 'gate',
  components: [door],
};
const register = (more: Partial<RegisterUnit['data']> = {}) => ({
  ...ask('RegisterUnit', { ...said, ...more }),
  known: { owner: 'on-file' as const },
});
const registered = event('UnitRegistered', said);
const warranty: Warranty = {
  countedFrom: 'final-acceptance',
  from: '2026-03-01',
  until: '2028-03-01',
  months: 24,
};
const accepted = event('UnitAccepted', { unit, acceptedOn: '2026-03-01', warranty });
const state = (...events: UnitEvent[]) => fold(unitDecider, events) as KnownUnit;

describe('a unit of the installed base [R8]', () => {
  test('[B2] is registered once, with its warranty where it is known from when that is counted', () => {
    given().when(register()).then(registered);
    const acceptedOn = '2026-03-01';
    given()
      .when(register({ acceptedOn }))
      .then(event('UnitRegistered', { ...said, acceptedOn, warranty }));
    given(registered).when(register()).thenThrows(NotPossible, 'already-registered');
  });

  test('is registered with each barcode once, in whatever letters', () => {
    given()
      .when(register({ components: [door, { ...door, barcode: 'bc-1' }] }))
      .thenThrows(Invalid, 'barcode-repeated');
  });

  test.each(['purchasedOn', 'acceptedOn'])('%s has come, today at the latest', (field) => {
    given()
      .when(register({ [field]: '2026-03-03' }))
      .thenThrows(Invalid, 'not-yet');
    expect(() =>
      unitDecider.decide(register({ [field]: '2026-03-02' }), { status: 'none' }),
    ).not.toThrow();
  });

  test('[B2] is finally accepted once, and its warranty is counted from then', () => {
    given(registered)
      .when(ask('AcceptUnit', { acceptedOn: '2026-03-01' }))
      .then(accepted);
    given(registered, accepted)
      .when(ask('AcceptUnit', { acceptedOn: '2026-03-02' }))
      .thenThrows(NotPossible, 'accepted-before');
    given(registered)
      .when(ask('AcceptUnit', { acceptedOn: '2026-03-03' }))
      .thenThrows(Invalid, 'not-yet');
  });

  test('[B2] what tender or contract say may come with the acceptance, or stands from before', () => {
    const terms = { document: 'ZB-1', months: 36 };
    const longer = { ...warranty, months: 36, until: '2029-03-01', document: 'ZB-1' };
    const now = event('UnitAccepted', { unit, acceptedOn: '2026-03-01', terms, warranty: longer });
    given(registered)
      .when(ask('AcceptUnit', { acceptedOn: '2026-03-01', terms }))
      .then(now);
    given(event('UnitRegistered', { ...said, terms }))
      .when(ask('AcceptUnit', { acceptedOn: '2026-03-01' }))
      .then(now);
    given(registered)
      .when(
        ask('AcceptUnit', {
          acceptedOn: '2026-03-01',
          terms: { document: 'ZB-1', until: '2026-02-28' },
        }),
      )
      .thenThrows(Invalid, 'ends-before-it-begins');
  });

  test('[B2] is corrected as a whole, with what follows for its warranty; components stay', () => {
    const correction = { product: '兰亭弱电系统', documents: ['W-1'], acceptedOn: '2026-02-01' };
    const now = { ...warranty, from: '2026-02-01', until: '2028-02-01' };
    const corrected = event('UnitCorrected', {
      unit,
      customer: 'lanting',
      ...correction,
      warranty: now,
      reason: '验收单日期抄错',
    });
    given(registered, accepted)
      .when(ask('CorrectUnit', { ...correction, reason: '验收单日期抄错' }))
      .then(corrected);
    const after = state(registered, accepted, corrected);
    expect(after).toMatchObject({
      ...correction,
      warranty: now,
      customer: 'lanting',
      site: 'gate',
    });
    expect(after.components).toEqual([door]);
    const without = event('UnitCorrected', {
      unit,
      product: '门禁',
      documents: [],
      reason: '未验收',
    });
    expect(state(registered, accepted, without)).not.toHaveProperty('warranty');
    expect(state(registered, accepted, without)).not.toHaveProperty('acceptedOn');
  });

  test('is moved to another owner or site, and says from where', () => {
    const move = (to: object) => ({ ...ask('MoveUnit', to), known: { owner: 'on-file' as const } });
    const before = { customer: 'lanting', site: 'gate' };
    const moved = event('UnitMoved', { unit, customer: 'wenhui', before });
    given(registered)
      .when(move({ customer: 'wenhui' }))
      .then(moved);
    given(registered).when(move(before)).thenNothing();
    const after = state(registered, moved);
    expect(after.customer).toBe('wenhui');
    expect(after).not.toHaveProperty('site');
  });

  test('that is there no more is changed no more, but for what was swapped before', () => {
    const retired = event('UnitRetired', { unit, how: 'scrapped' });
    given(registered)
      .when(ask('RetireUnit', { how: 'scrapped' }))
      .then(retired);
    given(registered, retired)
      .when(ask('AcceptUnit', { acceptedOn: '2026-03-01' }))
      .thenThrows(NotPossible, 'unit-retired');
    const by = { barcode: 'BC-2', name: '分机' };
    given(registered, retired)
      .when(ask('ReplaceComponent', { replaced: 'BC-1', by }))
      .then(event('ComponentReplaced', { unit, replaced: 'BC-1', by }));
  });

  test('is there before anything is said of it, and one thing after the other at the desk', () => {
    const accept = ask('AcceptUnit', { acceptedOn: '2026-03-01' });
    given().when(accept).thenThrows(NotFound, 'unknown-unit');
    given({ ...registered, occurredAt: at('23:00') })
      .when(accept)
      .thenThrows(Invalid, 'occurred-too-early');
  });
});

describe('the components of a unit [V12]', () => {
  const by = { barcode: 'BC-2', name: '分机', sku: 'MB-07' };
  const swapped = event('ComponentReplaced', { unit, replaced: 'BC-1', by, ticket: 'T-1' });

  test('[V12] one is swapped for another on a ticket, and both stay known', () => {
    given(registered)
      .when(ask('ReplaceComponent', { replaced: 'bc-1', by, ticket: 'T-1' }))
      .then(swapped);
    expect(state(registered, { ...swapped, occurredAt: at('10:00') }).components).toEqual([
      { ...door, replacedBy: 'BC-2', replacedAt: at('10:00'), ticket: 'T-1' },
      by,
    ]);
  });

  test('[V12] what was swapped before the office changed the file is told afterwards', () => {
    given({ ...registered, occurredAt: at('23:00') })
      .when(ask('ReplaceComponent', { replaced: 'BC-1', by }, '09:00'))
      .then(event('ComponentReplaced', { unit, replaced: 'BC-1', by }));
  });

  test('[V12] what is not there, or went before, is not swapped', () => {
    given(registered)
      .when(ask('ReplaceComponent', { replaced: 'BC-9', by }))
      .thenThrows(NotFound, 'unknown-component');
    given(registered, swapped)
      .when(ask('ReplaceComponent', { replaced: 'BC-1', by: { ...by, barcode: 'BC-3' } }))
      .thenThrows(NotPossible, 'component-replaced');
  });

  test('[V12] what comes has a barcode of its own', () => {
    for (const barcode of ['BC-1', 'bc-1'])
      given(registered)
        .when(ask('AddComponent', { component: { ...by, barcode } }))
        .thenThrows(Invalid, 'component-known');
    given(registered)
      .when(ask('ReplaceComponent', { replaced: 'BC-1', by: door }))
      .thenThrows(Invalid, 'component-known');
    const added = event('ComponentAdded', { unit, component: by, ticket: 'T-1' });
    given(registered)
      .when(ask('AddComponent', { component: by, ticket: 'T-1' }))
      .then(added);
    expect(state(registered, added).components).toEqual([door, by]);
  });

  test('are five hundred at most, those that went among them', () => {
    const many = Array.from({ length: MOST_COMPONENTS }, (_, n) => ({
      ...door,
      barcode: `B-${n}`,
    }));
    const full = event('UnitRegistered', { ...said, components: many });
    given(full)
      .when(ask('AddComponent', { component: by }))
      .thenThrows(NotPossible, 'too-many-components');
    given(event('UnitRegistered', { ...said, components: many.slice(1) }))
      .when(ask('AddComponent', { component: by }))
      .then(event('ComponentAdded', { unit, component: by }));
  });
});
