import { NotFound, NotPossible, type Command } from '@app/kernel';
import { happened } from '@app/policy';
import type { Contact, CustomerEvent } from './customer.events.js';
import { isSameId, taken, unknownSite } from './customer.parts.js';
import type { RegisteredCustomer } from './customer.state.js';

export type AddContact = Command<'AddContact', Contact>;
export type ChangeContact = Command<'ChangeContact', Contact>;
export type RemoveContact = Command<'RemoveContact', { contact: string }>;

/** Contacts of one customer at most, for the reason that bounds its sites. */
export const MOST_CONTACTS = 200;

export function addContact(command: AddContact, file: RegisteredCustomer): CustomerEvent[] {
  const { customer, contacts } = file;
  const there = contacts.find(({ contact }) => isSameId(contact, command.data.contact));
  if (there) throw taken(there.contact);
  if (contacts.length >= MOST_CONTACTS) throw tooManyContacts();
  requireSite(command.data, file);
  return [happened(command, 'ContactAdded', { customer, ...command.data }, ['R8'])];
}

/** The whole of what is said of them, in the place of what was. */
export function changeContact(command: ChangeContact, file: RegisteredCustomer): CustomerEvent[] {
  const { customer } = file;
  requireContact(command.data, file);
  requireSite(command.data, file);
  return [happened(command, 'ContactChanged', { customer, ...command.data }, ['R8'])];
}

/** They are no longer with the customer, or are not to be asked for any more. */
export function removeContact(command: RemoveContact, file: RegisteredCustomer): CustomerEvent[] {
  const { contact } = command.data;
  requireContact({ contact }, file);
  const removed = { customer: file.customer, contact };
  return [happened(command, 'ContactRemoved', removed, ['R8'])];
}

function requireContact({ contact }: { contact: string }, { contacts }: RegisteredCustomer): void {
  if (contacts.some((each) => each.contact === contact)) return;
  throw new NotFound(
    'unknown-contact',
    { zh: `客户没有联系人 ${contact}`, en: `the customer has no contact ${contact}` },
    '/contact',
  );
}

function requireSite({ site }: Contact, { sites }: RegisteredCustomer): void {
  if (site !== undefined && !sites.some((each) => each.site === site)) throw unknownSite(site);
}

function tooManyContacts(): NotPossible {
  return new NotPossible('too-many-contacts', {
    zh: `一位客户最多 ${MOST_CONTACTS} 名联系人`,
    en: `a customer has ${MOST_CONTACTS} contacts at most`,
  });
}
