import { derivedId, newId, type DomainEvent } from '@app/kernel';
import type { EventMetadata, NewEvent, RecordedEvent } from '../envelope.js';

const EVENTS = '3f0b7f0e-5a68-5d34-8f7d-6c1f4f5f9b10';

/** What of an envelope a test says itself. */
export type Said = Partial<EventMetadata & Pick<NewEvent, 'schemaVersion'>>;

/** An event on its way into the store, by a command of its own. */
export function enveloped(event: DomainEvent, { schemaVersion = 1, ...said }: Said = {}): NewEvent {
  const { type, data, occurredAt, actor, articles } = event;
  const { commandId = newId() } = said;
  const cause = { commandId, commandHash: 'hash', correlationId: commandId };
  const meta = { ...cause, causationId: commandId, policyVersion: '2026.1', ...said };
  return {
    id: derivedId(commandId, '0'),
    type,
    schemaVersion,
    data,
    meta: { occurredAt, actor, articles, ...meta },
  };
}

/** An event as the store would give it back, recorded as it happened. */
export function recordedAt<E extends DomainEvent>(
  { stream, version, position }: Pick<RecordedEvent, 'stream' | 'version' | 'position'>,
  event: E,
  said: Said = {},
): E & RecordedEvent {
  const place = `${stream}/${version - 1}`;
  const commandId = derivedId(EVENTS, `${place}/command`);
  const { meta, schemaVersion } = enveloped(event, { commandId, ...said });
  const id = derivedId(EVENTS, place);
  const at = { id, stream, version, position, schemaVersion, recordedAt: event.occurredAt };
  return { ...event, ...meta, ...at };
}

/** Events of one stream as the log would give them back, at positions from `after` + 1. */
export function recorded<E extends DomainEvent>(
  stream: string,
  events: readonly E[],
  after = 0n,
): (E & RecordedEvent)[] {
  return events.map((event, index) =>
    recordedAt({ stream, version: index + 1, position: after + BigInt(index) + 1n }, event),
  );
}
