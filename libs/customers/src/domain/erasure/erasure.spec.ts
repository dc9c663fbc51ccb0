import { describe, expect, test } from '@jest/globals';
import { ERASED, fold, NotFound, NotPossible } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { customerDecider } from '../customer.decider.js';
import type { ErasedCustomer, RegisteredCustomer } from '../customer.state.js';
import type { KnownOfPerson } from './erasure.commands.js';

const { given, ask, event } = specify(customerDecider, MANAGER, ['R8']);

const customer = 'C-1';
const reason = '客户书面要求';
const registered = event('CustomerRegistered', { customer, name: '孙丽', phone: '13800000001' });
const gate = { site: 'gate', address: '紫金港路 66 号', landmark: null };
const added = event('SiteAdded', { customer, ...gate });

const nothing: KnownOfPerson = { files: [], tickets: [], complaints: [], contracts: [] };
const open = {
  tickets: [{ ticket: 'T-1', open: true }],
  complaints: [{ complaint: 'TS-1', open: true }],
};
const closed = {
  tickets: ['T-1', 'T-2'].map((ticket) => ({ ticket, open: false })),
  complaints: [{ complaint: 'TS-1', open: false }],
};

const erase = (known: Partial<KnownOfPerson> = {}) => ({
  ...ask('ErasePerson', { reason, sales: ['XS-1'] }),
  known: { ...nothing, ...known },
});
const complete = (known: Partial<KnownOfPerson> = {}) => ({
  ...ask('CompleteErasure', {}),
  known: { ...nothing, ...known },
});
const destroy = {
  ...ask('DestroyPersonKeys', { tickets: ['T-1'], sales: [] }),
  known: { keys: 'destroyed' as const },
};

const begun = event('ErasureBegun', { customer, reason, sales: ['XS-1'], files: ['C-2'] });
const begunToo = event('ErasureBegun', {
  ...{ customer, reason, sales: [], files: [], with: 'C-2' },
});
const stayed = expect.arrayContaining([{ what: 'accounts', why: 'accounting-law' }]) as never;
const erased = { customer, reason, tickets: [], sales: ['XS-1'], complaints: [], stayed };
const gone = event('PersonErased', { ...erased, stayed: [] });
const held = (until: string) => event('ErasureHeld', { customer, basis: '诉讼未结', until });

describe('who is to be erased [R8]', () => {
  test('is erased in a second step, with all their files', () => {
    given(registered, added)
      .when(erase({ ...closed, files: ['C-2'] }))
      .then(begun);
  });

  test('is not while tickets or complaints go on, or contracts are in force, and those are named', () => {
    for (const [known, code, named] of [
      [{ tickets: open.tickets }, 'tickets-open', 'T-1'],
      [{ complaints: open.complaints }, 'complaints-open', ''],
      [{ contracts: ['HT-1'] }, 'contracts-in-force', 'HT-1'],
    ] as const) {
      given(registered).when(erase(known)).thenThrows(NotPossible, code);
      expect(() =>
        customerDecider.decide(erase(known), fold(customerDecider, [registered])),
      ).toThrow(
        expect.objectContaining({
          says: { zh: expect.stringContaining(named), en: expect.stringContaining(named) },
        }),
      );
    }
  });

  test('is not while a law asks for the data, to the end of its last day', () => {
    given(registered, held('2026-03-02')).when(erase()).thenThrows(NotPossible, 'erasure-held');
    given(registered, held('2026-03-02'), held('2026-03-01'))
      .when(erase({ files: ['C-2'] }))
      .then(begun);
    const basis = '诉讼未结';
    given(registered)
      .when(ask('HoldErasure', { basis, until: '2026-03-02' }))
      .then(held('2026-03-02'));
  });

  test('keeps the file that they have until they are erased: nothing of it changes', () => {
    for (const command of [
      ask('AddSite', gate),
      ask('HoldErasure', { basis: '诉讼', until: '2027-01-01' }),
      erase(),
    ])
      given(registered, begun).when(command).thenThrows(NotPossible, 'being-erased');
  });
});

describe('an erasure that is begun [R8]', () => {
  test('takes in what was begun for them before, and says what went, what stays and why', () => {
    given(registered, added, begun)
      .when(complete({ ...closed, files: ['C-2'] }))
      .then(
        event('PersonErased', {
          ...erased,
          ...{ tickets: ['T-1', 'T-2'], complaints: ['TS-1'], files: ['C-2'] },
        }),
      );
  });

  test.each([
    ['a ticket', { tickets: open.tickets }, { tickets: ['T-1'] }],
    ['a complaint', { complaints: open.complaints }, { complaints: ['TS-1'] }],
    ['a contract', { contracts: ['HT-1'] }, { contracts: ['HT-1'] }],
    ['another file', { files: ['C-2', 'C-3'] }, { files: ['C-2', 'C-3'] }],
    ['another file in the place of the one', { files: ['C-3'] }, { files: ['C-3'] }],
  ])('is given up for %s that came meanwhile, and all is as it was', (_, known, named) => {
    const none = { tickets: [], complaints: [], contracts: [], files: [] };
    const givenUp = event('ErasureGivenUp', { customer, ...none, ...named });
    given(registered, begun)
      .when(complete({ files: ['C-2'], ...known }))
      .then(givenUp);
    const after = fold(customerDecider, [registered, begun, givenUp]) as RegisteredCustomer;
    expect(after).toMatchObject({ status: 'registered', name: '孙丽', notErased: named });
    expect(after.erasing).toBeUndefined();
    given(registered, begun, givenUp).when(ask('AddSite', gate)).then(added);
    given(registered, begun, givenUp)
      .when(erase({ files: ['C-2'] }))
      .then(begun);
    given(registered, begun, givenUp).when(complete()).then();
  });

  test('ends once, and only where it was begun and asked for', () => {
    for (const past of [[registered], [registered, begunToo], [registered, begun, gone]])
      given(...past)
        .when(complete({ files: ['C-2'] }))
        .then();
  });
});

describe('another file of the person [R8]', () => {
  const begin = ask('BeginErasureToo', { with: 'C-2', reason });
  const end = (isErased: boolean) => ask('EndErasureToo', { with: 'C-2', erased: isErased });

  test('goes the way of the one that was asked for', () => {
    given(registered).when(begin).then(begunToo);
    const own = { tickets: [], sales: [], complaints: [], files: [] };
    given(registered, begunToo)
      .when(end(true))
      .then(event('PersonErased', { customer, reason, ...own, stayed, with: 'C-2' }));
    const none = { tickets: [], complaints: [], contracts: [], files: [] };
    given(registered, begunToo)
      .when(end(false))
      .then(event('ErasureGivenUp', { customer, ...none, with: 'C-2' }));
    given(registered).when(end(true)).then();
  });

  test('keeps all of them where a law asks for it, or it is being erased, or is no more', () => {
    given(registered, held('2026-03-02')).when(begin).thenThrows(NotPossible, 'erasure-held');
    given(registered, begun).when(begin).thenThrows(NotPossible, 'being-erased');
    given(registered, gone).when(begin).thenThrows(NotFound, 'unknown-customer');
  });
});

describe('who is erased [R8]', () => {
  test('leaves a file of which nothing is known, and to which nothing is added', () => {
    const past = [registered, added, begun, gone];
    const state = fold(customerDecider, past) as ErasedCustomer;
    expect(state).toMatchObject({ status: 'erased', customer, keysDestroyed: false });
    expect(state.sites).toEqual([{ site: 'gate', address: ERASED, landmark: null }]);
    expect(JSON.stringify(state)).not.toMatch(/孙丽|1380|紫金港/);
    for (const command of [ask('AddSite', gate), erase()])
      given(...past)
        .when(command)
        .thenThrows(NotFound, 'unknown-customer');
    given(...past)
      .when(ask('RegisterCustomer', registered.data))
      .thenThrows(NotPossible, 'already-registered');
  });

  test('is told once more when the keys are destroyed, however often they are', () => {
    const told = event('PersonKeysDestroyed', {
      ...{ customer, tickets: ['T-1'], sales: [], complaints: [] },
    });
    given(registered, gone)
      .when(destroy)
      .then({ ...told, articles: ['R8'] });
    given(registered, gone, told).when(destroy).then();
    given(registered).when(destroy).then();
  });
});
