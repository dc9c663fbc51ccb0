import {
  noSuch,
  notBefore,
  NotFound,
  NotPossible,
  streams,
  type Command,
  type Decider,
  type Instant,
} from '@app/kernel';
import { happened } from '@app/policy';
import type { CustomerEvent, Salutation, Site } from './customer.events.js';

export type RegisterCustomer = Command<
  'RegisterCustomer',
  { customer: string; name: string; salutation?: Salutation; phone: string }
>;
export type AddSite = Command<'AddSite', Site>;
export type ChangeSite = Command<'ChangeSite', Site>;
export type CustomerCommand = RegisterCustomer | AddSite | ChangeSite;

/** A customer's file (R8): who they are and where service is given. */
export type Customer = { readonly status: 'none' } | RegisteredCustomer;

export const customerStreams = streams<Customer>('customer');

export interface RegisteredCustomer {
  readonly status: 'registered';
  readonly customer: string;
  readonly name: string;
  readonly salutation?: Salutation;
  readonly phone: string;
  readonly sites: readonly Site[];
  /** When it was registered or last changed: what happens next cannot have happened before. */
  readonly since: Instant;
}

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
    case 'ChangeSite': {
      const { customer: id, sites } = unchangedSince(command, customer);
      if (!sites.some(({ site }) => site === command.data.site))
        throw unknownSite(command.data.site);
      return [happened(command, 'SiteChanged', { customer: id, ...command.data }, ['R8'])];
    }
  }
}

function evolve(customer: Customer, { type, data, occurredAt: since }: CustomerEvent): Customer {
  if (type === 'CustomerRegistered') return { status: 'registered', ...data, sites: [], since };
  if (customer.status === 'none') return customer;
  const { customer: _, ...site } = data;
  const others = customer.sites.filter((known) => known.site !== site.site);
  return { ...customer, sites: [...others, site], since };
}

/** Ids that differ in upper and lower case only are one. */
function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The file, if it did not change after the command was meant. @throws Invalid `occurred-too-early` */
function unchangedSince(command: Command, customer: Customer): RegisteredCustomer {
  if (customer.status === 'none') throw unknownCustomer();
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
