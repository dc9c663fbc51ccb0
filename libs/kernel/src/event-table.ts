import type { DomainEvent } from './message.js';
import type { Personal, TextPath } from './personal.js';

/** How a published event is stored. */
interface Published<Data> {
  readonly schemaVersion: number;
  /** From each older version to the next: the first leads from 1 to 2. */
  readonly upcasters?: readonly ((data: never) => unknown)[];
  /** What of it is personal, and whose. */
  readonly personal: Personal;
  /** One of it, with all that it can carry, as the present code types it. */
  readonly sample: Data;
}

/** What a context publishes of its events; a type that is missing does not compile. */
export type EventTable<E extends DomainEvent> = {
  readonly [K in E as K['type']]: Published<K['data']>;
};

/** What of each event type is personal; `none` is said too, so that nobody forgets to think of it. */
export type PersonalTable<E extends DomainEvent> = {
  readonly [K in E as K['type']]: Personal<TextPath<K['data']>>;
};

/**
 * The table of an aggregate's events, from one sample of each. A published version never changes.
 *
 * @param personal the texts that are sealed, so that they can be erased (ADR 37)
 * @param raised those that have changed their shape, with their version now; every other is at 1
 */
export function eventTable<E extends DomainEvent>(
  samples: { readonly [K in E as K['type']]: K['data'] },
  personal: PersonalTable<E>,
  raised: {
    readonly [K in E['type']]?: Pick<Published<unknown>, 'schemaVersion' | 'upcasters'>;
  } = {},
): EventTable<E> {
  const said = personal as Readonly<Record<string, Personal>>;
  const entries = Object.entries(samples).map(([type, sample]) => [
    type,
    { schemaVersion: 1, ...raised[type as E['type']], personal: said[type]!, sample },
  ]);
  return Object.fromEntries(entries) as EventTable<E>;
}
