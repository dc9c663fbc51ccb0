import { notBefore, NotPossible, type Command, type Decider } from '@app/kernel';
import { happened } from '@app/policy';
import {
  addContact,
  changeContact,
  removeContact,
  type AddContact,
  type ChangeContact,
  type RemoveContact,
} from './contacts.js';
import type { CustomerConsent, CustomerEvent, Details, Site } from './customer.events.js';
import { changedBy } from './customer.file.js';
import { isSameId, taken, unknownCustomer, unknownSite } from './customer.parts.js';
import type { Customer, RegisteredCustomer } from './customer.state.js';
import { beginErasureToo, erasePerson, holdErasure } from './erasure/begin.js';
import { completeErasure, destroyPersonKeys, endErasureToo } from './erasure/end.js';
import { erasureAfter, isOfErasure } from './erasure/erasure.evolve.js';
import { beingErased } from './erasure/refusals.js';
import type {
  BeginErasureToo,
  CompleteErasure,
  DestroyPersonKeys,
  EndErasureToo,
  ErasePerson,
  HoldErasure,
} from './erasure/erasure.commands.js';

export { unknownCustomer };

export type RegisterCustomer = Command<'RegisterCustomer', { customer: string } & Details>;
export type ChangeDetails = Command<'ChangeDetails', Details>;
export type StateConsent = Command<'StateConsent', CustomerConsent>;
export type AddSite = Command<'AddSite', Site>;
export type ChangeSite = Command<'ChangeSite', Site>;
export type CustomerCommand =
  | RegisterCustomer
  | ChangeDetails
  | AddSite
  | ChangeSite
  | AddContact
  | ChangeContact
  | RemoveContact
  | StateConsent
  | HoldErasure
  | ErasePerson
  | FollowUp;

/** What follows from an erasure that was asked for. */
type FollowUp = BeginErasureToo | CompleteErasure | EndErasureToo | DestroyPersonKeys;

/** Sites of one customer at most: the whole file goes out with each reading, and is folded for each command. */
export const MOST_SITES = 200;

export const customerDecider: Decider<CustomerCommand, Customer, CustomerEvent> = {
  initialState: () => ({ status: 'none' }),
  evolve,
  decide,
};

function decide(command: CustomerCommand, customer: Customer): readonly CustomerEvent[] {
  switch (command.type) {
    case 'RegisterCustomer':
      if (customer.status !== 'none') throw taken(command.data.customer);
      return [happened(command, 'CustomerRegistered', command.data, ['R8'])];
    case 'BeginErasureToo':
      return beginErasureToo(command, customer);
    case 'CompleteErasure':
      return completeErasure(command, customer);
    case 'EndErasureToo':
      return endErasureToo(command, customer);
    case 'DestroyPersonKeys':
      return destroyPersonKeys(command, customer);
    default:
      return decideOnFile(command, unchangedSince(command, customer));
  }
}

function decideOnFile(
  command: Exclude<CustomerCommand, RegisterCustomer | FollowUp>,
  file: RegisteredCustomer,
): readonly CustomerEvent[] {
  const { customer } = file;
  switch (command.type) {
    case 'ChangeDetails':
      return [happened(command, 'CustomerDetailsChanged', { customer, ...command.data }, ['R8'])];
    case 'AddSite':
      return addSite(command, file);
    case 'ChangeSite':
      return changeSite(command, file);
    case 'AddContact':
      return addContact(command, file);
    case 'ChangeContact':
      return changeContact(command, file);
    case 'RemoveContact':
      return removeContact(command, file);
    case 'StateConsent':
      return [happened(command, 'CustomerConsented', { customer, ...command.data }, ['R8'])];
    case 'HoldErasure':
      return holdErasure(command, file);
    case 'ErasePerson':
      return erasePerson(command, file);
  }
}

function addSite(command: AddSite, { customer, sites }: RegisteredCustomer): CustomerEvent[] {
  const there = sites.find(({ site }) => isSameId(site, command.data.site));
  if (there) throw taken(there.site);
  if (sites.length >= MOST_SITES) throw tooManySites();
  return [happened(command, 'SiteAdded', { customer, ...command.data }, ['R8'])];
}

function changeSite(command: ChangeSite, { customer, sites }: RegisteredCustomer): CustomerEvent[] {
  if (!sites.some(({ site }) => site === command.data.site)) throw unknownSite(command.data.site);
  return [happened(command, 'SiteChanged', { customer, ...command.data }, ['R8'])];
}

function evolve(customer: Customer, event: CustomerEvent): Customer {
  if (event.type === 'CustomerRegistered') {
    const none = { sites: [], contacts: [], consents: [] };
    return { status: 'registered', ...event.data, ...none, since: event.occurredAt };
  }
  if (customer.status === 'none') return customer;
  if (isOfErasure(event)) return erasureAfter(customer, event);
  if (customer.status === 'erased') return customer;
  return { ...changedBy(customer, event), since: event.occurredAt };
}

/**
 * The file, if it did not change after the command was meant.
 *
 * @throws Invalid `occurred-too-early`
 * @throws NotPossible `being-erased`: it changes no more, unless the erasure is given up
 */
function unchangedSince(command: Command, customer: Customer): RegisteredCustomer {
  if (customer.status !== 'registered') throw unknownCustomer();
  if (customer.erasing) throw beingErased();
  notBefore(command, customer.since);
  return customer;
}

function tooManySites(): NotPossible {
  return new NotPossible('too-many-sites', {
    zh: `一位客户最多 ${MOST_SITES} 个地点，更多的请另行登记一位客户`,
    en: `a customer has ${MOST_SITES} sites at most; register another customer for more`,
  });
}
