import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ERASED, fold, Invalid, NotFound, NotPossible } from '@app/kernel';
import { DISPATCHER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { play, storiesOf } from '@app/kernel/src/testing/stories.js';
import { customerDecider, MOST_SITES, type CustomerCommand } from './customer.decider.js';
import type { ErasedCustomer, RegisteredCustomer } from './customer.state.js';

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

describe('the erasure of a person [R8]', () => {
  const erase = (
    tickets: { ticket: string; open: boolean }[] = [],
    complaints: { complaint: string; open: boolean }[] = [],
    contracts: string[] = [],
  ) => ({
    ...ask('ErasePerson', { reason: '客户书面要求', sales: ['XS-1'] }),
    known: { tickets, complaints, contracts },
  });
  const stayed = expect.arrayContaining([{ what: 'accounts', why: 'accounting-law' }]) as never;
  const erased = {
    customer,
    reason: '客户书面要求',
    tickets: ['T-1', 'T-2'],
    sales: ['XS-1'],
    complaints: [],
    stayed,
  };
  const past = [registered, added, event('PersonErased', { ...erased, stayed: [] })];

  test('takes in their tickets and sales, and says what stays and why', () => {
    const closed = ['T-1', 'T-2'].map((ticket) => ({ ticket, open: false }));
    given(registered, added).when(erase(closed)).then(event('PersonErased', erased));
  });

  test('waits until their tickets are closed', () => {
    given(registered)
      .when(erase([{ ticket: 'T-1', open: true }]))
      .thenThrows(NotPossible, 'tickets-open');
  });

  test('takes in their complaints, and waits until those are closed', () => {
    const complaint = 'TS-1';
    given(registered)
      .when(erase([], [{ complaint, open: true }]))
      .thenThrows(NotPossible, 'complaints-open');
    given(registered)
      .when(erase([], [{ complaint, open: false }]))
      .then(event('PersonErased', { ...erased, tickets: [], complaints: [complaint] }));
  });

  test('waits until their contracts have ended, and names them', () => {
    given(registered)
      .when(erase([], [], ['HT-1', 'HT-2']))
      .thenThrows(NotPossible, 'contracts-in-force');
    expect(() =>
      customerDecider.decide(erase([], [], ['HT-1']), fold(customerDecider, [registered])),
    ).toThrow(
      expect.objectContaining({
        says: { zh: expect.stringContaining('HT-1'), en: expect.stringContaining('HT-1') },
      }),
    );
  });

  test('is refused while a law asks for the data, to the end of its last day', () => {
    const held = (until: string) => event('ErasureHeld', { customer, basis: '诉讼未结', until });
    given(registered, held('2026-03-02')).when(erase()).thenThrows(NotPossible, 'erasure-held');
    given(registered, held('2026-03-02'), held('2026-03-01'))
      .when(erase())
      .then(event('PersonErased', { ...erased, tickets: [] }));
    const basis = '诉讼未结';
    given(registered)
      .when(ask('HoldErasure', { basis, until: '2026-03-02' }))
      .then(held('2026-03-02'));
  });

  test('leaves a file of which nothing is known, and to which nothing is added', () => {
    const state = fold(customerDecider, past) as ErasedCustomer;
    expect(state).toMatchObject({ status: 'erased', customer, keysDestroyed: false });
    expect(state.sites).toEqual([{ site: 'gate', address: ERASED, landmark: null }]);
    expect(JSON.stringify(state)).not.toMatch(/孙丽|1380|紫金港/);
    for (const command of [ask('AddSite', garage), erase()])
      given(...past)
        .when(command)
        .thenThrows(NotFound, 'unknown-customer');
    given(...past)
      .when(ask('RegisterCustomer', file))
      .thenThrows(NotPossible, 'already-registered');
  });

  test('is told once more when the keys are destroyed, however often they are', () => {
    const destroy = {
      ...ask('DestroyPersonKeys', { tickets: ['T-1'], sales: [] }),
      known: { destroyed: { tickets: ['T-1', 'T-2'], sales: [] } },
    };
    const told = event('PersonKeysDestroyed', {
      ...{ customer, tickets: ['T-1', 'T-2'], sales: [], complaints: [] },
    });
    given(...past)
      .when(destroy)
      .then({ ...told, articles: ['R8'] });
    given(...past, told)
      .when(destroy)
      .then();
    given(registered).when(destroy).then();
  });
});

test('whatever is asked of a file, its sites and contacts stay apart, and only registering begins it', () => {
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
        known: fc.constant({ tickets: [], complaints: [], contracts: [] }),
      }),
      DestroyPersonKeys: fc.constant({
        data: { tickets: [], sales: [] },
        known: { destroyed: { tickets: [], sales: [] } },
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
