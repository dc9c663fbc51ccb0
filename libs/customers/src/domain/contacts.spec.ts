import { describe, expect, test } from '@jest/globals';
import { fold, NotFound, NotPossible } from '@app/kernel';
import { HOTLINE } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { MOST_CONTACTS } from './contacts.js';
import { customerDecider } from './customer.decider.js';
import type { Contact, CustomerEvent } from './customer.events.js';
import type { RegisteredCustomer } from './customer.state.js';

const { given, ask, event } = specify(customerDecider, HOTLINE, ['R8']);

const customer = 'lanting';
const registered = event('CustomerRegistered', {
  customer,
  name: '兰亭花园物业',
  kind: 'organisation',
  salutation: 'boss',
  phone: '+8657185216600',
});
const gate = event('SiteAdded', { customer, site: 'gate', address: '紫金港路', landmark: null });
const zhou: Contact = {
  contact: 'zhou',
  name: '周强',
  roles: ['responsible-person', 'operator'],
  phone: '+8657185392210;ext=801',
  site: 'gate',
};
const added = event('ContactAdded', { customer, ...zhou });
const past = [registered, gate, added];
const file = (...more: CustomerEvent[]) =>
  fold(customerDecider, [...past, ...more]) as RegisteredCustomer;

describe('who is to be asked for [R8]', () => {
  test('is put down with what they are for the customer', () => {
    given(registered, gate).when(ask('AddContact', zhou)).then(added);
    expect(file().contacts).toEqual([zhou]);
  });

  test.each(['zhou', 'Zhou'])('is put down once, whether as %s or otherwise', (contact) => {
    given(...past)
      .when(ask('AddContact', { ...zhou, contact }))
      .thenThrows(NotPossible, 'already-registered');
  });

  test('is for a site that there is, or for all of them', () => {
    const roof = { ...zhou, contact: 'wu', site: 'roof' };
    given(...past)
      .when(ask('AddContact', roof))
      .thenThrows(NotFound, 'unknown-site');
    given(...past)
      .when(ask('ChangeContact', { ...roof, contact: 'zhou' }))
      .thenThrows(NotFound, 'unknown-site');
  });

  test('is changed as a whole, under the same id', () => {
    const wu: Contact = { contact: 'zhou', name: '吴敏', roles: ['payer'] };
    const changed = event('ContactChanged', { customer, ...wu });
    given(...past)
      .when(ask('ChangeContact', wu))
      .then(changed);
    expect(file(changed).contacts).toEqual([wu]);
    given(...past)
      .when(ask('ChangeContact', { ...wu, contact: 'ZHOU' }))
      .thenThrows(NotFound, 'unknown-contact');
  });

  test('is taken off the file, and may be put down again', () => {
    const removed = event('ContactRemoved', { customer, contact: 'zhou' });
    given(...past)
      .when(ask('RemoveContact', { contact: 'zhou' }))
      .then(removed);
    expect(file(removed).contacts).toEqual([]);
    given(...past, removed)
      .when(ask('AddContact', zhou))
      .then(added);
    given(...past, removed)
      .when(ask('RemoveContact', { contact: 'zhou' }))
      .thenThrows(NotFound, 'unknown-contact');
  });

  test('is one of two hundred at most', () => {
    const many = Array.from({ length: MOST_CONTACTS }, (_, n) =>
      event('ContactAdded', { customer, ...zhou, contact: `P-${n}` }),
    );
    given(registered, gate, ...many)
      .when(ask('AddContact', zhou))
      .thenThrows(NotPossible, 'too-many-contacts');
    given(registered, gate, ...many.slice(1))
      .when(ask('AddContact', zhou))
      .then(added);
  });
});

test('[R8] who the customer is, is said anew as a whole; sites and contacts stay', () => {
  const now = { name: '兰亭物业服务有限公司', phone: '+8657185216601', languages: ['zh'] };
  const changed = event('CustomerDetailsChanged', { customer, ...now });
  given(...past)
    .when(ask('ChangeDetails', now))
    .then(changed);
  const { sites, contacts, kind, salutation, ...rest } = file(changed);
  expect(rest).toMatchObject(now);
  expect([sites.length, contacts.length, kind, salutation]).toEqual([1, 1, undefined, undefined]);
  given().when(ask('ChangeDetails', now)).thenThrows(NotFound, 'unknown-customer');
});

test('[R8] who the customer is, is said anew without ending what a law asks for', () => {
  const held = event('ErasureHeld', { customer, basis: '诉讼未结', until: '2026-12-31' });
  const changed = event('CustomerDetailsChanged', {
    customer,
    name: '兰亭',
    phone: '+8657185216601',
  });
  expect(file(held, changed).held).toEqual({ basis: '诉讼未结', until: '2026-12-31' });
});

test('[R8] of a consent the last word counts', () => {
  const photos = (given: boolean) => ({
    purpose: 'photos' as const,
    given,
    words: given ? '拍吧' : '别拍了',
  });
  const said = (given: boolean) => event('CustomerConsented', { customer, ...photos(given) });
  given(...past)
    .when(ask('StateConsent', photos(true)))
    .then(said(true));
  const offers = { purpose: 'offers' as const, given: false, words: '不要推销' };
  const { consents } = file(
    said(true),
    event('CustomerConsented', { customer, ...offers }),
    said(false),
  );
  expect(consents).toEqual([offers, photos(false)]);
});
