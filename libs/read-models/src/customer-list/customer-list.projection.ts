import { customerEventTypes, type CustomerEvent, type Site } from '@app/customers';
import type { RecordedEvent } from '@app/event-store';
import type { ProjectionInto } from '@app/projections';
import { phoneWords, searchVector } from '../search/bigrams.js';
import type { CustomerRow, CustomerRowSite } from './customer-list.row.js';

type RecordedCustomerEvent = Omit<RecordedEvent, 'type' | 'data'> & CustomerEvent;

/** Every customer on file, with the sites (R8). */
export const customerList: ProjectionInto<CustomerRow> = {
  name: 'customer-list',
  version: 2,
  table: 'read_model.customer',
  key: 'customer',
  columns: ['customer', 'name', 'salutation', 'phone', 'sites', 'version'],
  derivedColumns: ['search'],
  derive: ({ customer, name, phone, sites }) => ({
    search: searchVector([customer, name, phoneWords(phone), ...sites.flatMap(wordsOf)]),
  }),
  handles: customerEventTypes,
  begins: ['CustomerRegistered'],
  keysOf: (event) => [asCustomerEvent(event).data.customer],
  evolve(row, recorded, customer) {
    const event = asCustomerEvent(recorded);
    const { version } = event;
    if (event.type === 'CustomerRegistered') {
      const { name, salutation = null, phone } = event.data;
      return { customer, name, salutation, phone, sites: [], version };
    }
    if (!row) return undefined;
    const site = siteOf(event.data);
    const others = row.sites.filter((known) => known.site !== site.site);
    return { ...row, sites: [...others, site], version };
  },
};

function asCustomerEvent(event: RecordedEvent): RecordedCustomerEvent {
  return event as RecordedCustomerEvent;
}

function siteOf({ site, address, landmark, phone }: Site): CustomerRowSite {
  return { site, address, landmark, phone: phone ?? null };
}

function wordsOf({ site, address, landmark, phone }: CustomerRowSite): string[] {
  return [site, address, landmark ?? '', phoneWords(phone ?? '')];
}
