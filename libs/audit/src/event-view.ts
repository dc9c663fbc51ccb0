import type { Actor, Instant } from '@app/kernel';
import type { RecordedEvent } from '@app/event-store';

/** A stored event as JSON: what it says, who, when, on which article, and by what it was caused. */
export interface EventView {
  readonly stream: string;
  readonly version: number;
  /** A decimal number, too large for a JSON number. */
  readonly position: string;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly articles: readonly string[];
  readonly cause: {
    readonly commandId: string;
    readonly correlationId: string;
    readonly causationId: string;
  };
  readonly policyVersion: string;
  readonly data: unknown;
}

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
