import { eventTable, none, type DomainEvent } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

interface Merging {
  /** Whose file stays the one to go by. */
  readonly customer: string;
  /** Whose file is of the same customer. */
  readonly merged: string;
  readonly reason: string;
}

/** Two files turned out to be of one customer. Neither file changes, nor anything that names either. */
export type CustomerMerged = DomainEvent<'CustomerMerged', Merging>;
/** They are two customers after all: each has what it had. */
export type MergeUndone = DomainEvent<'MergeUndone', Merging>;
/** Told on the stream of the other one, along with `CustomerMerged`. */
export type CustomerJoined = DomainEvent<'CustomerJoined', Joined>;
/** Told on the stream of the other one, along with `MergeUndone`. */
export type CustomerParted = DomainEvent<'CustomerParted', Joined>;

export interface Joined {
  readonly customer: string;
  /** Whose file is the one to go by. */
  readonly into: string;
}

export type MergeEvent = CustomerMerged | MergeUndone | CustomerJoined | CustomerParted;

const merging = { customer: 'C-1', merged: 'C-2', reason: '同一电话，客户来电确认是同一家' };
const joined = { customer: 'C-2', into: 'C-1' };
/** Why is said in words that may tell of the customer. */
const why = [{ texts: ['reason'], of: { kind: 'customer', id: 'customer' } }] as const;

export const mergeEvents = eventTable<MergeEvent>(
  {
    CustomerMerged: merging,
    MergeUndone: { ...merging, reason: '弟兄二人，共用一部电话' },
    CustomerJoined: joined,
    CustomerParted: joined,
  },
  {
    CustomerMerged: why,
    MergeUndone: why,
    ...none('CustomerJoined', 'CustomerParted'),
  },
);
