import { describe, expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { CustomerEvent } from '../../contract.js';
import { added, changed, event, registered } from '../../testing/customers.js';
import { customerList } from './customer-list.projection.js';

const given = (...events: CustomerEvent[]) =>
  rowsOf(customerList, recorded('customer-lanting', events)).get('lanting');

describe('the list of customers', () => {
  test('holds a customer as registered', () => {
    expect(given(registered('lanting'))).toEqual({
      customer: 'lanting',
      name: '兰亭花园物业',
      kind: null,
      salutation: null,
      phone: '+8657185216600',
      sites: [],
      contacts: [],
      version: 1,
    });
    expect(given(registered('lanting', { salutation: 'boss' }))).toMatchObject({
      salutation: 'boss',
    });
  });

  test('holds the sites as they were changed last [R8]', () => {
    const row = given(
      registered('lanting'),
      added('lanting', { site: 'gate', address: '东门', phone: '110', access: '走西门' }),
      added('lanting', { site: 'garage', address: 'B2', landmark: 'C17' }),
      changed('lanting', { site: 'gate', address: '西门' }),
    );
    expect(row).toMatchObject({ version: 4 });
    expect(row?.sites).toEqual([
      { site: 'garage', address: 'B2', landmark: 'C17', access: null, phone: null },
      { site: 'gate', address: '西门', landmark: null, access: null, phone: null },
    ]);
  });

  test('holds who is to be asked for as it was said last, and who the customer is [R8]', () => {
    const zhou = {
      contact: 'zhou',
      name: '周强',
      roles: ['operator' as const],
      phone: '+8613800000002',
    };
    const row = given(
      registered('lanting', { salutation: 'boss' }),
      event('ContactAdded', { customer: 'lanting', ...zhou }),
      event('ContactAdded', { customer: 'lanting', ...zhou, contact: 'wu' }),
      event('ContactChanged', {
        customer: 'lanting',
        contact: 'zhou',
        name: '周',
        roles: ['payer'],
      }),
      event('ContactRemoved', { customer: 'lanting', contact: 'wu' }),
      event('CustomerDetailsChanged', {
        customer: 'lanting',
        name: '兰亭物业',
        kind: 'organisation',
        phone: '+8657185216601',
      }),
    );
    expect(row).toMatchObject({ name: '兰亭物业', kind: 'organisation', salutation: null });
    expect(row).toMatchObject({ phone: '+8657185216601', version: 6 });
    expect(row?.contacts).toEqual([
      { contact: 'zhou', name: '周', roles: ['payer'], phone: null, site: null },
    ]);
  });

  test('keeps customers apart', () => {
    const events = [
      ...recorded('customer-A', [registered('A'), added('A', { site: 'S', address: 'a' })]),
      ...recorded('customer-B', [registered('B')], 2n),
    ];
    const rows = rowsOf(customerList, events);
    expect([rows.get('A')?.sites.length, rows.get('B')?.sites.length]).toEqual([1, 0]);
  });
});
