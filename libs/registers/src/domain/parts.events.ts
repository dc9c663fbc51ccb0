import type { Claim, DomainEvent } from '@app/kernel';

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

export const partsEventTypes: Record<PartsEvent['type'], { schemaVersion: number }> = {
  PartsIssued: { schemaVersion: 1 },
  PartsReturned: { schemaVersion: 1 },
  PartsUsed: { schemaVersion: 1 },
  PartsReserved: { schemaVersion: 1 },
  PartsReleased: { schemaVersion: 1 },
};
