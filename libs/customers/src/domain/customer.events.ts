import type { DailySpan, DomainEvent } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

export type Salutation = 'mr' | 'ms' | 'boss' | 'manager';

export type CustomerRegistered = DomainEvent<
  'CustomerRegistered',
  { customer: string; name: string; salutation?: Salutation; phone: string }
>;
export type SiteAdded = DomainEvent<'SiteAdded', { customer: string } & Site>;
export type SiteChanged = DomainEvent<'SiteChanged', { customer: string } & Site>;

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
}

export type CustomerEvent = CustomerRegistered | SiteAdded | SiteChanged;

export const customerEventTypes: Record<CustomerEvent['type'], { schemaVersion: number }> = {
  CustomerRegistered: { schemaVersion: 1 },
  SiteAdded: { schemaVersion: 1 },
  SiteChanged: { schemaVersion: 1 },
};
