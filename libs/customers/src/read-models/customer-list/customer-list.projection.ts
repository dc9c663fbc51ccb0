import { phoneWords, type Projection } from '@app/projections';
import {
  customerEventTypes,
  type Contact,
  type CustomerEvent,
  type Details,
  type Site,
} from '../../contract.js';
import { CustomerRow, type CustomerRowContact, type CustomerRowSite } from './customer-list.row.js';

/** Every customer on file, with the sites and contacts (R8). */
export const customerList: Projection<CustomerRow, CustomerEvent> = {
  name: 'customer-list',
  version: 7,
  row: CustomerRow,
  derived: {
    search: {
      type: 'tsvector',
      of: ({ customer, name, phone, sites, contacts }) => [
        customer,
        name,
        phoneWords(phone),
        ...contacts.flatMap((each) => [each.name, phoneWords(each.phone ?? '')]),
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
    if (event.type === 'CustomerRegistered')
      return { customer, ...detailsOf(event.data), sites: [], contacts: [], version };
    return row && { ...changedBy(row, event), version };
  },
};

function changedBy(row: CustomerRow, event: CustomerEvent): CustomerRow {
  switch (event.type) {
    case 'CustomerDetailsChanged':
      return { ...row, ...detailsOf(event.data) };
    case 'SiteAdded':
    case 'SiteChanged': {
      const others = row.sites.filter(({ site }) => site !== event.data.site);
      return { ...row, sites: [...others, siteOf(event.data)] };
    }
    case 'ContactAdded':
    case 'ContactChanged': {
      const contacts = withoutContact(row, event.data);
      return { ...row, contacts: [...contacts, contactOf(event.data)] };
    }
    case 'ContactRemoved':
      return { ...row, contacts: withoutContact(row, event.data) };
    default:
      return row;
  }
}

function detailsOf({ name, kind, salutation, phone }: Details) {
  return { name, kind: kind ?? null, salutation: salutation ?? null, phone };
}

function withoutContact({ contacts }: CustomerRow, { contact }: Pick<Contact, 'contact'>) {
  return contacts.filter((each) => each.contact !== contact);
}

function contactOf({ contact, name, roles, phone, site }: Contact): CustomerRowContact {
  return { contact, name, roles, phone: phone ?? null, site: site ?? null };
}

function siteOf({ site, address, landmark, access, phone }: Site): CustomerRowSite {
  return { site, address, landmark, access: access ?? null, phone: phone ?? null };
}

function wordsOf({ site, address, landmark, phone }: CustomerRowSite): string[] {
  return [site, address, landmark ?? '', phoneWords(phone ?? '')];
}
