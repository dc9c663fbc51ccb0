import { eventTable, type Claim, type DomainEvent } from '@app/kernel';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

export interface Parts {
  readonly employee: string;
  readonly sku: string;
  readonly quantity: number;
}

/** Parts of a technician for a visit of a ticket. */
export interface PartsFor extends Parts {
  readonly ticket: string;
  readonly visit: number;
}

export type PartsIssued = DomainEvent<'PartsIssued', Parts>;
export type PartsReturned = DomainEvent<'PartsReturned', Parts>;
/** With the claim under which they had been reserved, where they had been. */
export type PartsUsed = DomainEvent<'PartsUsed', PartsFor & { readonly claim?: Claim }>;
/** Set aside for a command whose own events are yet to be stored. */
export type PartsReserved = DomainEvent<'PartsReserved', PartsFor & { readonly claim: Claim }>;
/** In hand again: the command did not come to stand. */
export type PartsReleased = DomainEvent<'PartsReleased', PartsFor & { readonly claim: Claim }>;

export type PartsEvent = PartsIssued | PartsReturned | PartsUsed | PartsReserved | PartsReleased;

const parts = { employee: 'li-wei', sku: 'CAP-35', quantity: 2 };
const partsFor = { ...parts, ticket: 'T-2026-0001', visit: 1 };
const claim = {
  id: '0190d3f0-0000-7000-8000-000000000002',
  command: '0190d3f0-0000-7000-8000-000000000001',
  at: '2026-03-02T03:00:00.000Z',
};

export const partsEvents = eventTable<PartsEvent>({
  PartsIssued: parts,
  PartsReturned: parts,
  PartsUsed: { ...partsFor, claim },
  PartsReserved: { ...partsFor, claim },
  PartsReleased: { ...partsFor, claim },
});
