import { eventTable, none, type DailySpan, type DomainEvent, type LocalDate } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

export type Salutation = 'mr' | 'ms' | 'boss' | 'manager';

export type CustomerKind = 'person' | 'organisation';

/** Who a customer is. */
export interface Details {
  readonly name: string;
  /** Default: not said. */
  readonly kind?: CustomerKind;
  readonly salutation?: Salutation;
  /** In E.164, as every phone number here, its extension behind it (`;ext=801`). */
  readonly phone: string;
  /** Languages that they speak, as BCP 47 names them, the preferred one first; default: not asked. */
  readonly languages?: readonly string[];
}

export type CustomerRegistered = DomainEvent<'CustomerRegistered', { customer: string } & Details>;
/** All that is said of them besides sites and contacts, as it is from now on. */
export type CustomerDetailsChanged = DomainEvent<
  'CustomerDetailsChanged',
  { customer: string } & Details
>;
export type SiteAdded = DomainEvent<'SiteAdded', { customer: string } & Site>;
export type SiteChanged = DomainEvent<'SiteChanged', { customer: string } & Site>;

export type ContactAdded = DomainEvent<'ContactAdded', { customer: string } & Contact>;
export type ContactChanged = DomainEvent<'ContactChanged', { customer: string } & Contact>;
export type ContactRemoved = DomainEvent<'ContactRemoved', { customer: string; contact: string }>;

/** The customer agrees to something beyond the service itself, or takes it back; the last word counts. */
export type CustomerConsented = DomainEvent<
  'CustomerConsented',
  { customer: string } & CustomerConsent
>;

/** A law asks for the personal data until that date, included: nothing of it is erased before. A later one takes its place. */
export type ErasureHeld = DomainEvent<
  'ErasureHeld',
  { customer: string; basis: string; until: LocalDate }
>;

/** The customer is to be erased: nothing is begun for them until they are, or are not. */
export type ErasureBegun = DomainEvent<'ErasureBegun', { customer: string } & BegunErasure>;

/** They are not erased, as something goes on for them that began as it was decided; all is as it was. */
export type ErasureGivenUp = DomainEvent<
  'ErasureGivenUp',
  { customer: string } & Obstacles & WithAnother
>;

/** What is said of the customer is to be unreadable from now on, for ever. */
export type PersonErased = DomainEvent<
  'PersonErased',
  {
    customer: string;
    reason: string;
    stayed: readonly Stayed[];
    /** Their other files, which are erased with this one; default: none. */
    files?: readonly string[];
  } & Erased &
    WithAnother
>;

/** The keys under which it was sealed are destroyed. */
export type PersonKeysDestroyed = DomainEvent<'PersonKeysDestroyed', { customer: string } & Erased>;

/** Of a file that goes with another of the same person's. */
export interface WithAnother {
  /** The file whose erasure was asked for, which says what went beside both, or what went on; default: this one. */
  readonly with?: string;
}

/** What is to be erased. */
export interface BegunErasure extends WithAnother {
  readonly reason: string;
  /** The papers of sales to them. */
  readonly sales: readonly string[];
  /** Their other files. */
  readonly files: readonly string[];
}

/** Why somebody was not erased. */
export interface Obstacles {
  /** Tickets of theirs that go on. */
  readonly tickets: readonly string[];
  /** Complaints of theirs, and about their tickets, that go on. */
  readonly complaints: readonly string[];
  /** Contracts of theirs that are in force. */
  readonly contracts: readonly string[];
  /** Their other files, where those are not the ones that were to be erased; else none. */
  readonly files: readonly string[];
}

/** Beside the customer's files. */
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
  /** How one gets in: gate, parking, key, whom to announce oneself to. */
  readonly access?: string;
  /** Who answers the phone there, where it is not the customer's own number. */
  readonly phone?: string;
  /** Rest and meal hours in which no visit is wanted; undefined: the policy's default (V19). */
  readonly quietHours?: readonly DailySpan[];
  /** Whether days off by the working calendar are days of rest there; undefined: they are not (V19). */
  readonly restsOnDaysOff?: boolean;
}

/** What somebody is for the customer: to be called, in charge (V26), at the system (B2), or paying. */
export type ContactRole = 'contact' | 'responsible-person' | 'operator' | 'payer';

/** Somebody of the customer's who is to be asked for. */
export interface Contact {
  readonly contact: string;
  readonly name: string;
  readonly roles: readonly ContactRole[];
  readonly salutation?: Salutation;
  readonly phone?: string;
  /** The one site that they are for; default: all of them. */
  readonly site?: string;
  readonly languages?: readonly string[];
}

/** What is asked of a customer beyond the service: to be called after it, to be sent messages, to have their rooms photographed, to be offered things. */
export type ConsentPurpose = 'follow-up-calls' | 'messages' | 'photos' | 'offers';

export interface CustomerConsent {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  /** How they said it, in their words. */
  readonly words: string;
}

export type CustomerEvent =
  | CustomerRegistered
  | CustomerDetailsChanged
  | SiteAdded
  | SiteChanged
  | ContactAdded
  | ContactChanged
  | ContactRemoved
  | CustomerConsented
  | ErasureHeld
  | ErasureBegun
  | ErasureGivenUp
  | PersonErased
  | PersonKeysDestroyed;

const site: Site = {
  site: 'S-1',
  address: '人民路 8 号 3 单元 502',
  landmark: null,
  access: '从东门进，向保安登记',
  phone: '+8613800000002',
  quietHours: [{ from: '12:00', until: '14:00' }],
  restsOnDaysOff: true,
};

const details: Details = {
  name: '孙丽',
  kind: 'person',
  salutation: 'ms',
  phone: '+8613800000001',
  languages: ['zh', 'wuu'],
};

const contact: Contact = {
  contact: 'P-1',
  name: '周强',
  roles: ['responsible-person', 'operator'],
  salutation: 'manager',
  phone: '+8657185392210;ext=801',
  site: 'S-1',
  languages: ['zh'],
};

const asked = { reason: '客户书面要求删除' };
const erased = { tickets: ['T-2026-0001'], sales: ['XS-1'], complaints: ['TS-2026-0001'] };

/** Where a customer is, and whom to call there. */
const atSite = [{ texts: ['address', 'landmark', 'access', 'phone'] }] as const;
const who = [{ texts: ['name', 'phone'] }] as const;

export const customerEventTypes = eventTable<CustomerEvent>(
  {
    CustomerRegistered: { customer: 'C-1', ...details },
    CustomerDetailsChanged: { customer: 'C-1', ...details },
    SiteAdded: { customer: 'C-1', ...site },
    SiteChanged: { customer: 'C-1', ...site },
    ContactAdded: { customer: 'C-1', ...contact },
    ContactChanged: { customer: 'C-1', ...contact },
    ContactRemoved: { customer: 'C-1', contact: 'P-1' },
    CustomerConsented: {
      customer: 'C-1',
      purpose: 'photos',
      given: true,
      words: '可以拍，不要拍到人',
    },
    ErasureHeld: { customer: 'C-1', basis: '与客户的诉讼未结', until: '2026-12-31' },
    ErasureBegun: { customer: 'C-2', ...asked, sales: ['XS-1'], files: ['C-1'], with: 'C-1' },
    ErasureGivenUp: {
      customer: 'C-2',
      tickets: ['T-2026-0001'],
      complaints: ['TS-2026-0001'],
      contracts: ['HT-2026-0001'],
      files: ['C-1'],
      with: 'C-1',
    },
    PersonErased: {
      customer: 'C-1',
      ...asked,
      stayed: [{ what: 'accounts', why: 'accounting-law' }],
      ...erased,
      files: ['C-2'],
      with: 'C-2',
    },
    PersonKeysDestroyed: { customer: 'C-1', ...erased },
  },
  {
    CustomerRegistered: who,
    CustomerDetailsChanged: who,
    SiteAdded: atSite,
    SiteChanged: atSite,
    ContactAdded: who,
    ContactChanged: who,
    CustomerConsented: [{ texts: ['words'] }],
    ...none(
      'ContactRemoved',
      'ErasureHeld',
      'ErasureBegun',
      'ErasureGivenUp',
      'PersonErased',
      'PersonKeysDestroyed',
    ),
  },
);
