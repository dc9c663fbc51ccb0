import {
  ERASED,
  localDate,
  NotPossible,
  type Ask,
  type Command,
  type Instant,
  type LocalDate,
} from '@app/kernel';
import { happened } from '@app/policy';
import type {
  CustomerEvent,
  Erased,
  ErasureHeld,
  PersonErased,
  PersonKeysDestroyed,
  Stayed,
} from './customer.events.js';
import type { Customer, ErasedCustomer, RegisteredCustomer } from './customer.state.js';

export type HoldErasure = Command<'HoldErasure', { basis: string; until: LocalDate }>;
export type ErasePerson = Ask<
  'ErasePerson',
  { reason: string; sales: readonly string[] },
  {
    readonly tickets: readonly TicketOf[];
    readonly complaints: readonly ComplaintOf[];
    /** Contracts of the customer's that are in force, but a warranty without maintenance, whose dates stay. */
    readonly contracts: readonly string[];
  }
>;
export type DestroyPersonKeys = Ask<'DestroyPersonKeys', Erased, { readonly destroyed: Erased }>;

/** A ticket of the customer's. */
export interface TicketOf {
  readonly ticket: string;
  /** Whether it still goes on: nobody could work on one of which nothing is known. */
  readonly open: boolean;
}

/** A complaint of the customer's, or about a ticket of theirs. */
export interface ComplaintOf {
  readonly complaint: string;
  /** Whether it still goes on: nobody could be answered of whom nothing is known. */
  readonly open: boolean;
}

/** Tickets, or contracts, that are named in a refusal at most. */
const NAMED = 10;

/** What is kept without saying who it is of: the service record, the books, and until when something is covered. */
const STAYED: readonly Stayed[] = [
  { what: 'service-records', why: 'product-liability' },
  { what: 'accounts', why: 'accounting-law' },
  { what: 'warranty-dates', why: 'cover' },
  { what: 'ids', why: 'history' },
];

/** A law asks for the data until a date; a later hold takes the place of an earlier one, also to end it. */
export function holdErasure(
  command: HoldErasure,
  { customer }: RegisteredCustomer,
): CustomerEvent[] {
  return [happened(command, 'ErasureHeld', { customer, ...command.data }, ['R8'])];
}

/**
 * @throws NotPossible `erasure-held`: a law asks for the data still; `tickets-open`, `complaints-open`,
 *   `contracts-in-force`: service is still being given, or owed
 */
export function erasePerson(
  command: ErasePerson,
  { customer, held }: RegisteredCustomer,
): CustomerEvent[] {
  const { data, known, occurredAt } = command;
  if (held && localDate(occurredAt) <= held.until) throw erasureHeld(held);
  const open = known.tickets.filter((each) => each.open).map(({ ticket }) => ticket);
  if (open.length > 0) throw ticketsOpen(open);
  if (known.complaints.some((each) => each.open)) throw complaintsOpen();
  if (known.contracts.length > 0) throw contractsInForce(known.contracts);
  const complaints = known.complaints.map(({ complaint }) => complaint);
  const { reason, sales } = data;
  const tickets = known.tickets.map(({ ticket }) => ticket);
  const erased = { customer, reason, tickets, sales, complaints, stayed: STAYED };
  return [happened(command, 'PersonErased', erased, ['R8'])];
}

/** Says once that the keys are gone, however often they were destroyed. */
export function destroyPersonKeys(command: DestroyPersonKeys, customer: Customer): CustomerEvent[] {
  if (customer.status !== 'erased' || customer.keysDestroyed) return [];
  const { tickets, sales, complaints = [] } = command.known.destroyed;
  const destroyed = { customer: customer.customer, tickets, sales, complaints };
  return [happened(command, 'PersonKeysDestroyed', destroyed, ['R8'])];
}

/** Events about what may be known of the customer. */
export type ErasureEvent = ErasureHeld | PersonErased | PersonKeysDestroyed;

/** Whether an event is about what may be known of the customer. */
export function isOfErasure(event: CustomerEvent): event is ErasureEvent {
  return ['ErasureHeld', 'PersonErased', 'PersonKeysDestroyed'].includes(event.type);
}

/** From the erasure on the state says nothing of the person, whether the keys are destroyed yet or not. */
export function erasureAfter(
  customer: RegisteredCustomer | ErasedCustomer,
  { type, data, occurredAt }: ErasureEvent,
): Customer {
  if (type === 'PersonErased') return erased(customer, occurredAt);
  if (customer.status === 'erased') return { ...customer, keysDestroyed: true };
  if (type !== 'ErasureHeld') return customer;
  const { basis, until } = data;
  return { ...customer, held: { basis, until }, since: occurredAt };
}

function erased(
  { customer, sites }: RegisteredCustomer | ErasedCustomer,
  since: Instant,
): Customer {
  return {
    status: 'erased',
    customer,
    name: ERASED,
    phone: ERASED,
    sites: sites.map(({ site }) => ({ site, address: ERASED, landmark: null })),
    contacts: [],
    consents: [],
    since,
    keysDestroyed: false,
  };
}

function erasureHeld({ basis, until }: { basis: string; until: LocalDate }): NotPossible {
  return new NotPossible('erasure-held', {
    zh: `依法须保留至 ${until}：${basis}`,
    en: `a law asks for it until ${until}: ${basis}`,
  });
}

function complaintsOpen(): NotPossible {
  return new NotPossible('complaints-open', {
    zh: '客户还有未结案的投诉',
    en: 'complaints of the customer are not closed yet',
  });
}

function ticketsOpen(open: readonly string[]): NotPossible {
  return new NotPossible('tickets-open', {
    zh: `客户还有未关闭的工单：${named(open, '、', ' 等')}`,
    en: `tickets of the customer are not closed yet: ${named(open, ', ', ', …')}`,
  });
}

function contractsInForce(contracts: readonly string[]): NotPossible {
  return new NotPossible('contracts-in-force', {
    zh: `客户还有生效中的合同：${named(contracts, '、', ' 等')}`,
    en: `contracts of the customer are still in force: ${named(contracts, ', ', ', …')}`,
  });
}

function named(all: readonly string[], between: string, more: string): string {
  return `${all.slice(0, NAMED).join(between)}${all.length > NAMED ? more : ''}`;
}
