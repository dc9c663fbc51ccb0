import type { CustomerEvent, CustomerRegistered } from './customer.events.js';
import { putLast } from './customer.parts.js';
import type { RegisteredCustomer } from './customer.state.js';
import type { ErasureEvent } from './erasure/erasure.evolve.js';

/** The file after something of it was said anew. */
export function changedBy(file: RegisteredCustomer, event: OfFile): RegisteredCustomer {
  switch (event.type) {
    case 'CustomerDetailsChanged': {
      const { sites, contacts, consents, held, notErased, since } = file;
      const rest = { sites, contacts, consents, since };
      const erasure = { ...(held && { held }), ...(notErased && { notErased }) };
      return { status: 'registered', ...event.data, ...rest, ...erasure };
    }
    case 'SiteAdded':
    case 'SiteChanged':
      return { ...file, sites: putLast(file.sites, withoutCustomer(event.data), 'site') };
    case 'ContactAdded':
    case 'ContactChanged': {
      const contacts = putLast(file.contacts, withoutCustomer(event.data), 'contact');
      return { ...file, contacts };
    }
    case 'ContactRemoved': {
      const { contact } = event.data;
      return { ...file, contacts: file.contacts.filter((each) => each.contact !== contact) };
    }
    case 'CustomerConsented': {
      const consents = putLast(file.consents, withoutCustomer(event.data), 'purpose');
      return { ...file, consents };
    }
  }
}

/** What is said of a file that is there. */
type OfFile = Exclude<CustomerEvent, CustomerRegistered | ErasureEvent>;

function withoutCustomer<Part extends { readonly customer: string }>({
  customer: _,
  ...part
}: Part): Omit<Part, 'customer'> {
  return part;
}
