import fc from 'fast-check';
import { HOTLINE } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { CustomerEvent, CustomerRegistered, Site } from '../contract.js';

export const event = eventOf<CustomerEvent>(HOTLINE, ['R8']);

/** A property management, unless `rest` says otherwise. */
export function registered(
  customer: string,
  rest: Partial<CustomerRegistered['data']> = {},
): CustomerEvent {
  const data = { customer, name: '兰亭花园物业', phone: '+8657185216600', ...rest };
  return event('CustomerRegistered', data);
}

export function added(customer: string, site: PartOfSite): CustomerEvent {
  return event('SiteAdded', { customer, landmark: null, ...site });
}

export function changed(customer: string, site: PartOfSite): CustomerEvent {
  return event('SiteChanged', { customer, landmark: null, ...site });
}

type PartOfSite = Omit<Site, 'landmark'> & Partial<Site>;

/** What can become of a customer's file: sites that come and change in any order. */
export const anyCustomer: fc.Arbitrary<(customer: string) => CustomerEvent[]> = fc
  .array(
    fc.record({
      how: fc.constantFrom(added, changed),
      site: fc.record({ site: fc.constantFrom('gate', 'garage'), address: fc.string() }),
    }),
    { maxLength: 8 },
  )
  .map((parts) => (customer) => [
    registered(customer),
    ...parts.map(({ how, site }) => how(customer, site)),
  ]);
