import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, Invalid, NotFound, NotPossible } from '@app/kernel';
import { DISPATCHER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { play, storiesOf } from '@app/kernel/src/testing/stories.js';
import { customerDecider, MOST_SITES, type CustomerCommand } from './customer.decider.js';
import type { RegisteredCustomer } from './customer.state.js';

const { given, ask, event } = specify(customerDecider, DISPATCHER, ['R8']);

const customer = 'C-1';
const file = { customer, name: '孙丽', phone: '13800000001' };
const gate = { site: 'gate', address: '紫金港路 66 号', landmark: null };
const garage = { site: 'garage', address: '文晖路 2 号', landmark: '人民公园东门' };

const registered = event('CustomerRegistered', file);
const added = event('SiteAdded', { customer, ...gate });

const addGate = ask('AddSite', gate);
const moveGate = ask('ChangeSite', { ...garage, site: 'gate' });

describe('a customer’s file [R8]', () => {
  test('is begun with what is known of the customer', () => {
    const all = { ...file, salutation: 'ms' as const };
    given().when(ask('RegisterCustomer', all)).then(event('CustomerRegistered', all));
  });

  test('is begun once, also when the same is said again', () => {
    for (const said of [file, { ...file, name: '周强' }])
      given(registered)
        .when(ask('RegisterCustomer', said))
        .thenThrows(NotPossible, 'already-registered');
  });

  test('has one state at a time: what happens next did not happen before', () => {
    for (const early of [addGate, moveGate])
      given(registered, { ...added, occurredAt: at('10:00') })
        .when({ ...early, occurredAt: at('09:59') })
        .thenThrows(Invalid, 'occurred-too-early');
  });

  test('is there before a site is added or changed', () => {
    given().when(addGate).thenThrows(NotFound, 'unknown-customer');
    given().when(moveGate).thenThrows(NotFound, 'unknown-customer');
  });
});

describe('a site [R8]', () => {
  test('is one of two hundred at most, each of which goes out with every reading', () => {
    const many = Array.from({ length: MOST_SITES }, (_, n) =>
      event('SiteAdded', { customer, ...garage, site: `S-${n}` }),
    );
    given(registered, ...many.slice(1))
      .when(addGate)
      .then(added);
    given(registered, ...many)
      .when(addGate)
      .thenThrows(NotPossible, 'too-many-sites');
  });

  test('is added to the customer’s file', () => {
    given(registered).when(addGate).then(added);
    given(registered, added)
      .when(ask('AddSite', garage))
      .then(event('SiteAdded', { customer, ...garage }));
  });

  test.each(['gate', 'GATE'])('is added once, whether as %s or otherwise', (site) => {
    given(registered, added)
      .when(ask('AddSite', { ...garage, site }))
      .thenThrows(NotPossible, 'already-registered');
  });

  test('is changed as a whole', () => {
    const moved = { customer, ...garage, site: 'gate' };
    given(registered, added).when(moveGate).then(event('SiteChanged', moved));
    const { sites } = fold(customerDecider, [
      registered,
      event('SiteAdded', { customer, ...gate, phone: '13800000002' }),
      event('SiteAdded', { customer, ...garage }),
      event('SiteChanged', moved),
    ]) as RegisteredCustomer;
    expect(sites).toEqual([garage, { ...garage, site: 'gate' }]);
  });

  test.each(['garage', 'GATE'])('is changed only under its own id, not as %s', (site) => {
    given(registered, added)
      .when(ask('ChangeSite', { ...garage, site }))
      .thenThrows(NotFound, 'unknown-site');
  });
});

test('whatever is asked of a file, its sites and contacts stay apart, and only registering begins it', () => {
  const nothing = { files: [], tickets: [], complaints: [], contracts: [] as string[] };
  const site = fc.record({
    site: fc.constantFrom('gate', 'GATE', 'garage'),
    address: fc.string(),
    landmark: fc.constant(null),
  });
  const contact = fc.record({
    contact: fc.constantFrom('zhou', 'ZHOU', 'wu'),
    name: fc.constant('周强'),
    roles: fc.constant(['contact' as const]),
    site: fc.constantFrom('gate', 'garage'),
  });
  const story = storiesOf<CustomerCommand>(
    {
      RegisterCustomer: fc.constant({ data: file }),
      AddSite: fc.record({ data: site }),
      ChangeSite: fc.record({ data: site }),
      ChangeDetails: fc.constant({ data: { name: file.name, phone: file.phone } }),
      AddContact: fc.record({ data: contact }),
      ChangeContact: fc.record({ data: contact }),
      RemoveContact: fc.record({ data: contact.map(({ contact: id }) => ({ contact: id })) }),
      StateConsent: fc.constant({
        data: { purpose: 'offers' as const, given: true, words: `${file.name}说可以` },
      }),
      HoldErasure: fc.record({
        data: fc.record({ basis: fc.string(), until: fc.constantFrom('2026-03-01', '2026-03-02') }),
      }),
      ErasePerson: fc.record({
        data: fc.constant({ reason: '客户要求', sales: [] }),
        known: fc.constant(nothing),
      }),
      CompleteErasure: fc.record({
        data: fc.constant({}),
        known: fc.constantFrom(nothing, { ...nothing, contracts: ['HT-1'] }),
      }),
      BeginErasureToo: fc.constant({ data: { with: 'C-2', reason: '客户要求' } }),
      EndErasureToo: fc.record({
        data: fc.record({ with: fc.constant('C-2'), erased: fc.boolean() }),
      }),
      DestroyPersonKeys: fc.constant({
        data: { tickets: [], sales: [] },
        known: { keys: 'destroyed' as const },
      }),
    },
    {
      plot: [
        'RegisterCustomer',
        'AddSite',
        'AddContact',
        'StateConsent',
        'ChangeDetails',
        'HoldErasure',
        'ChangeSite',
        'ErasePerson',
        'CompleteErasure',
        'DestroyPersonKeys',
      ],
      by: DISPATCHER,
    },
  );
  fc.assert(
    fc.property(story, (commands) => {
      for (const { before, after, events } of play(customerDecider, commands)) {
        if (after.status === 'registered') expect(after).toMatchObject(file);
        else expect(JSON.stringify(after)).not.toMatch(/孙丽|周强/);
        if (before.status === 'none') expect(events).toMatchObject([{ data: file }]);
        const { sites } = after as RegisteredCustomer;
        const ids = sites.map((each) => each.site.toLowerCase());
        expect(new Set(ids).size).toBe(ids.length);
        const contacts = (after as RegisteredCustomer).contacts ?? [];
        const named = contacts.map((each) => each.contact.toLowerCase());
        expect(new Set(named).size).toBe(named.length);
        for (const each of contacts)
          expect(sites).toContainEqual(expect.objectContaining({ site: each.site }));
      }
    }),
  );
});
