import type { RecordedEvent } from '@app/event-store';
import type { EventView } from './answers.dto.js';

export type { EventView };

/** An event as its readers see it. */
export function viewOf(event: RecordedEvent): EventView {
  const { stream, version, position, id, type, schemaVersion, occurredAt, recordedAt } = event;
  const { actor, articles, commandId, correlationId, causationId, policyVersion, data } = event;
  return {
    stream,
    version,
    position: position.toString(),
    id,
    type,
    schemaVersion,
    occurredAt,
    recordedAt,
    actor,
    articles,
    cause: { commandId, correlationId, causationId },
    policyVersion,
    data,
  };
}
