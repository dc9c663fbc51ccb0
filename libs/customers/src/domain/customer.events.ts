import { eventTable, type DailySpan, type DomainEvent } from '@app/kernel';

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
  /** Whether days off by the working calendar are days of rest there; undefined: they are not (V19). */
  readonly restsOnDaysOff?: boolean;
}

export type CustomerEvent = CustomerRegistered | SiteAdded | SiteChanged;

const site: Site = {
  site: 'S-1',
  address: '人民路 8 号 3 单元 502',
  landmark: null,
  phone: '13800000002',
  quietHours: [{ from: '12:00', until: '14:00' }],
  restsOnDaysOff: true,
};

export const customerEventTypes = eventTable<CustomerEvent>({
  CustomerRegistered: { customer: 'C-1', name: '孙丽', salutation: 'ms', phone: '13800000001' },
  SiteAdded: { customer: 'C-1', ...site },
  SiteChanged: { customer: 'C-1', ...site },
});
