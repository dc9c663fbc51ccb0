import type { DomainEvent } from './message.js';

/** How a published event is stored. */
interface Published<Data> {
  readonly schemaVersion: number;
  /** From each older version to the next: the first leads from 1 to 2. */
  readonly upcasters?: readonly ((data: never) => unknown)[];
  /** One of it, with all that it can carry, as the present code types it. */
  readonly sample: Data;
}

/** What a context publishes of its events; a type that is missing does not compile. */
export type EventTable<E extends DomainEvent> = {
  readonly [K in E as K['type']]: Published<K['data']>;
};

/**
 * The table of an aggregate's events, from one sample of each. A published version never changes.
 *
 * @param raised those that have changed their shape, with their version now; every other is at 1
 */
export function eventTable<E extends DomainEvent>(
  samples: { readonly [K in E as K['type']]: K['data'] },
  raised: { readonly [K in E['type']]?: Omit<Published<unknown>, 'sample'> } = {},
): EventTable<E> {
  const entries = Object.entries(samples).map(([type, sample]) => [
    type,
    { schemaVersion: 1, ...raised[type as E['type']], sample },
  ]);
  return Object.fromEntries(entries) as EventTable<E>;
}
