import { phoneWords, type Projection } from '@app/projections';
import { customerEventTypes, type CustomerEvent, type Site } from '../../contract.js';
import { CustomerRow, type CustomerRowSite } from './customer-list.row.js';

/** Every customer on file, with the sites (R8). */
export const customerList: Projection<CustomerRow, CustomerEvent> = {
  name: 'customer-list',
  version: 6,
  row: CustomerRow,
  derived: {
    search: {
      type: 'tsvector',
      of: ({ customer, name, phone, sites }) => [
        customer,
        name,
        phoneWords(phone),
        ...sites.flatMap(wordsOf),
      ],
    },
  },
  handles: customerEventTypes,
  forgetsAt: 'PersonKeysDestroyed',
  begins: ['CustomerRegistered'],
  keysOf: (event) => [event.data.customer],
  evolve(row, event, customer) {
    const { version } = event;
    if (event.type === 'CustomerRegistered') {
      const { name, salutation = null, phone } = event.data;
      return { customer, name, salutation, phone, sites: [], version };
    }
    if (!row) return undefined;
    if (event.type !== 'SiteAdded' && event.type !== 'SiteChanged') return { ...row, version };
    const site = siteOf(event.data);
    const others = row.sites.filter((known) => known.site !== site.site);
    return { ...row, sites: [...others, site], version };
  },
};

function siteOf({ site, address, landmark, phone }: Site): CustomerRowSite {
  return { site, address, landmark, phone: phone ?? null };
}

function wordsOf({ site, address, landmark, phone }: CustomerRowSite): string[] {
  return [site, address, landmark ?? '', phoneWords(phone ?? '')];
}
