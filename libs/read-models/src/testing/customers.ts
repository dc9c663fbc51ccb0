import type { CustomerEvent, CustomerRegistered, Site } from '@app/customers';

const when = {
  occurredAt: '2026-03-02T01:00:00.000Z',
  actor: { id: 'li-na', role: 'hotline' },
  articles: ['R8'],
};

/** A property management, unless `rest` says otherwise. */
export function registered(
  customer: string,
  rest: Partial<CustomerRegistered['data']> = {},
): CustomerEvent {
  const data = { customer, name: '兰亭花园物业', phone: '0571-8521 6600', ...rest };
  return { ...when, type: 'CustomerRegistered', data };
}

export function added(customer: string, site: PartOfSite): CustomerEvent {
  return { ...when, type: 'SiteAdded', data: { customer, landmark: null, ...site } };
}

export function changed(customer: string, site: PartOfSite): CustomerEvent {
  return { ...when, type: 'SiteChanged', data: { customer, landmark: null, ...site } };
}

type PartOfSite = Omit<Site, 'landmark'> & Partial<Site>;
