import { noSuch, notBefore, NotFound, NotPossible, type Command, type Decider } from '@app/kernel';
import { happened } from '@app/policy';
import type { CustomerEvent, Salutation, Site, SiteAdded } from './customer.events.js';
import type { Customer, RegisteredCustomer } from './customer.state.js';
import {
  destroyPersonKeys,
  erasePerson,
  erasureAfter,
  holdErasure,
  isOfErasure,
  type DestroyPersonKeys,
  type ErasePerson,
  type HoldErasure,
} from './erasure.js';

export type RegisterCustomer = Command<
  'RegisterCustomer',
  { customer: string; name: string; salutation?: Salutation; phone: string }
>;
export type AddSite = Command<'AddSite', Site>;
export type ChangeSite = Command<'ChangeSite', Site>;
export type CustomerCommand =
  RegisterCustomer | AddSite | ChangeSite | HoldErasure | ErasePerson | DestroyPersonKeys;

/** Sites of one customer at most: the whole file goes out with each reading, and is folded for each command. */
export const MOST_SITES = 200;

export const customerDecider: Decider<CustomerCommand, Customer, CustomerEvent> = {
  initialState: () => ({ status: 'none' }),
  evolve,
  decide,
};

function decide(command: CustomerCommand, customer: Customer): CustomerEvent[] {
  switch (command.type) {
    case 'RegisterCustomer':
      if (customer.status !== 'none') throw taken(command.data.customer);
      return [happened(command, 'CustomerRegistered', command.data, ['R8'])];
    case 'AddSite': {
      const { customer: id, sites } = unchangedSince(command, customer);
      const there = sites.find(({ site }) => isSameId(site, command.data.site));
      if (there) throw taken(there.site);
      if (sites.length >= MOST_SITES) throw tooManySites();
      return [happened(command, 'SiteAdded', { customer: id, ...command.data }, ['R8'])];
    }
    case 'HoldErasure':
      return holdErasure(command, unchangedSince(command, customer));
    case 'ErasePerson':
      return erasePerson(command, unchangedSince(command, customer));
    case 'DestroyPersonKeys':
      return destroyPersonKeys(command, customer);
    case 'ChangeSite': {
      const { customer: id, sites } = unchangedSince(command, customer);
      if (!sites.some(({ site }) => site === command.data.site))
        throw unknownSite(command.data.site);
      return [happened(command, 'SiteChanged', { customer: id, ...command.data }, ['R8'])];
    }
  }
}

function evolve(customer: Customer, event: CustomerEvent): Customer {
  const { data, occurredAt: since } = event;
  if (event.type === 'CustomerRegistered')
    return { status: 'registered', ...event.data, sites: [], since };
  if (customer.status === 'none') return customer;
  if (isOfErasure(event)) return erasureAfter(customer, event);
  const { customer: _, ...site } = data as SiteAdded['data'];
  const others = customer.sites.filter((known) => known.site !== site.site);
  return { ...customer, sites: [...others, site], since };
}

/** Ids that differ in upper and lower case only are one. */
function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The file, if it did not change after the command was meant. @throws Invalid `occurred-too-early` */
function unchangedSince(command: Command, customer: Customer): RegisteredCustomer {
  if (customer.status !== 'registered') throw unknownCustomer();
  notBefore(command, customer.since);
  return customer;
}

/** @param pointer of the field that names them, where one does */
export const unknownCustomer = noSuch('customer', { zh: '这位客户', en: 'customer' });

function unknownSite(site: string): NotFound {
  return new NotFound(
    'unknown-site',
    { zh: `客户没有地点 ${site}`, en: `the customer has no site ${site}` },
    '/site',
  );
}

function tooManySites(): NotPossible {
  return new NotPossible('too-many-sites', {
    zh: `一位客户最多 ${MOST_SITES} 个地点，更多的请另行登记一位客户`,
    en: `a customer has ${MOST_SITES} sites at most; register another customer for more`,
  });
}

function taken(id: string): NotPossible {
  return new NotPossible('already-registered', {
    zh: `${id} 已登记`,
    en: `${id} is registered already`,
  });
}
