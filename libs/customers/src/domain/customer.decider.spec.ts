import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, Invalid, NotFound, NotPossible } from '@app/kernel';
import { DISPATCHER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { play, storiesOf } from '@app/kernel/src/testing/stories.js';
import {
  customerDecider,
  MOST_SITES,
  type CustomerCommand,
  type RegisteredCustomer,
} from './customer.decider.js';

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

test('whatever is asked of a file, its sites stay apart, and only registering begins it', () => {
  const site = fc.record({
    site: fc.constantFrom('gate', 'GATE', 'garage'),
    address: fc.string(),
    landmark: fc.constant(null),
  });
  const story = storiesOf<CustomerCommand>(
    {
      RegisterCustomer: fc.constant({ data: file }),
      AddSite: fc.record({ data: site }),
      ChangeSite: fc.record({ data: site }),
    },
    { plot: ['RegisterCustomer', 'AddSite', 'ChangeSite', 'AddSite'], by: DISPATCHER },
  );
  fc.assert(
    fc.property(story, (commands) => {
      for (const { before, after, events } of play(customerDecider, commands)) {
        expect(after).toMatchObject(file);
        if (before.status === 'none') expect(events).toMatchObject([{ data: file }]);
        const { sites } = after as RegisteredCustomer;
        const ids = sites.map((each) => each.site.toLowerCase());
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
  );
});
