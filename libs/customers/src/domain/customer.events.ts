import { eventTable, none, type DailySpan, type DomainEvent, type LocalDate } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

export type Salutation = 'mr' | 'ms' | 'boss' | 'manager';

export type CustomerRegistered = DomainEvent<
  'CustomerRegistered',
  { customer: string; name: string; salutation?: Salutation; phone: string }
>;
export type SiteAdded = DomainEvent<'SiteAdded', { customer: string } & Site>;
export type SiteChanged = DomainEvent<'SiteChanged', { customer: string } & Site>;

/** A law asks for the personal data until that date, included: nothing of it is erased before. A later one takes its place. */
export type ErasureHeld = DomainEvent<
  'ErasureHeld',
  { customer: string; basis: string; until: LocalDate }
>;

/** What is said of the customer is to be unreadable from now on, for ever. */
export type PersonErased = DomainEvent<
  'PersonErased',
  { customer: string; reason: string; stayed: readonly Stayed[] } & Erased
>;

/** The keys under which it was sealed are destroyed. */
export type PersonKeysDestroyed = DomainEvent<'PersonKeysDestroyed', { customer: string } & Erased>;

/** Beside the customer's file. */
export interface Erased {
  /** Tickets of theirs. */
  readonly tickets: readonly string[];
  /** The papers of sales to them. */
  readonly sales: readonly string[];
  /** Complaints of theirs, and about their tickets; default: none. */
  readonly complaints?: readonly string[];
}

/** What an erasure leaves, and why. */
export interface Stayed {
  readonly what: 'service-records' | 'accounts' | 'warranty-dates' | 'ids';
  readonly why: 'product-liability' | 'accounting-law' | 'cover' | 'history';
}

/** A place of the customer where service is given. */
export interface Site {
  readonly site: string;
  readonly address: string;
  /** A building or sign near the address; null when there is none (N12). */
  readonly landmark: string | null;
  /** Who answers the phone there, where it is not the customer's own number. */
  readonly phone?: string;
  /** Rest and meal hours in which no visit is wanted; undefined: the policy's default (V19). */
  readonly quietHours?: readonly DailySpan[];
  /** Whether days off by the working calendar are days of rest there; undefined: they are not (V19). */
  readonly restsOnDaysOff?: boolean;
}

export type CustomerEvent =
  CustomerRegistered | SiteAdded | SiteChanged | ErasureHeld | PersonErased | PersonKeysDestroyed;

const site: Site = {
  site: 'S-1',
  address: '人民路 8 号 3 单元 502',
  landmark: null,
  phone: '13800000002',
  quietHours: [{ from: '12:00', until: '14:00' }],
  restsOnDaysOff: true,
};

const erased = { tickets: ['T-2026-0001'], sales: ['XS-1'], complaints: ['TS-2026-0001'] };

/** Where a customer is, and whom to call there. */
const atSite = [{ texts: ['address', 'landmark', 'phone'] }] as const;

export const customerEventTypes = eventTable<CustomerEvent>(
  {
    CustomerRegistered: { customer: 'C-1', name: '孙丽', salutation: 'ms', phone: '13800000001' },
    SiteAdded: { customer: 'C-1', ...site },
    SiteChanged: { customer: 'C-1', ...site },
    ErasureHeld: { customer: 'C-1', basis: '与客户的诉讼未结', until: '2026-12-31' },
    PersonErased: {
      customer: 'C-1',
      reason: '客户书面要求删除',
      stayed: [{ what: 'accounts', why: 'accounting-law' }],
      ...erased,
    },
    PersonKeysDestroyed: { customer: 'C-1', ...erased },
  },
  {
    CustomerRegistered: [{ texts: ['name', 'phone'] }],
    SiteAdded: atSite,
    SiteChanged: atSite,
    ...none('ErasureHeld', 'PersonErased', 'PersonKeysDestroyed'),
  },
);
