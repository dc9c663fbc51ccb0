import type { RecordedEvent } from './envelope.js';

/** Turns one schema version of an event's data into the next. Pure. */
export type Upcaster = (data: never) => unknown;

/**
 * What a context publishes of its events: each type with its schema version, and the way from each
 * older version to the next (`upcasters[0]` leads from 1 to 2). A published version never changes.
 */
export interface EventTypes {
  readonly [type: string]: {
    readonly schemaVersion: number;
    readonly upcasters?: readonly Upcaster[];
  };
}

/** The event as the present code knows it; an event of an unknown type passes unchanged. */
export function upcast(event: RecordedEvent, types: EventTypes): RecordedEvent {
  const known = types[event.type];
  if (!known || event.schemaVersion >= known.schemaVersion) return event;
  const steps = (known.upcasters ?? []).slice(event.schemaVersion - 1);
  const data = steps.reduce<unknown>((older, step) => step(older as never), event.data);
  return { ...event, data, schemaVersion: known.schemaVersion };
}
