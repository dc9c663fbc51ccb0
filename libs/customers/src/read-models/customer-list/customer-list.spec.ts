import { describe, expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { CustomerEvent } from '../../contract.js';
import { added, changed, registered } from '../../testing/customers.js';
import { customerList } from './customer-list.projection.js';

const given = (...events: CustomerEvent[]) =>
  rowsOf(customerList, recorded('customer-lanting', events)).get('lanting');

describe('the list of customers', () => {
  test('holds a customer as registered', () => {
    expect(given(registered('lanting'))).toEqual({
      customer: 'lanting',
      name: '兰亭花园物业',
      salutation: null,
      phone: '0571-8521 6600',
      sites: [],
      version: 1,
    });
    expect(given(registered('lanting', { salutation: 'boss' }))).toMatchObject({
      salutation: 'boss',
    });
  });

  test('holds the sites as they were changed last [R8]', () => {
    const row = given(
      registered('lanting'),
      added('lanting', { site: 'gate', address: '东门', phone: '110' }),
      added('lanting', { site: 'garage', address: 'B2', landmark: 'C17' }),
      changed('lanting', { site: 'gate', address: '西门' }),
    );
    expect(row).toMatchObject({ version: 4 });
    expect(row?.sites).toEqual([
      { site: 'garage', address: 'B2', landmark: 'C17', phone: null },
      { site: 'gate', address: '西门', landmark: null, phone: null },
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
