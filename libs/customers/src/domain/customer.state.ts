import { streams, type Instant, type LocalDate } from '@app/kernel';
import type {
  BegunErasure,
  Contact,
  CustomerConsent,
  Details,
  Obstacles,
  Site,
} from './customer.events.js';

/** A customer's file (R8): who they are and where service is given. */
export type Customer = { readonly status: 'none' } | RegisteredCustomer | ErasedCustomer;

export const customerStreams = streams<Customer>('customer');

export interface RegisteredCustomer extends CustomerFile {
  readonly status: 'registered';
  /** Why nothing of it may be erased yet, and until when. */
  readonly held?: Hold;
  /** It is about to be erased, and until that has ended in one way or the other nothing of it changes. */
  readonly erasing?: Erasing;
  /** Why it was not, when that was asked for last. */
  readonly notErased?: Obstacles;
}

export type Erasing = BegunErasure;

/** Of whom nothing is known any more but the id; what was sealed is marked as erased. */
export interface ErasedCustomer extends CustomerFile {
  readonly status: 'erased';
  readonly keysDestroyed: boolean;
}

/** A law that asks for the personal data, and its last day. */
export interface Hold {
  readonly basis: string;
  readonly until: LocalDate;
}

interface CustomerFile extends Details {
  readonly customer: string;
  readonly sites: readonly Site[];
  /** The one that was changed last comes last, as of sites. */
  readonly contacts: readonly Contact[];
  /** The last word about each purpose. */
  readonly consents: readonly CustomerConsent[];
  /** When it was registered or last changed: what happens next cannot have happened before. */
  readonly since: Instant;
}
