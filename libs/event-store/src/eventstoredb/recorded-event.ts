import type { AllStreamRecordedEvent, RecordedEvent as ClientEvent } from '@eventstore/db-client';
import type { EventMetadata, RecordedEvent } from '../envelope.js';
import { StoreUnfit } from '../errors.js';

/** What an event carries besides its data. */
export interface Envelope {
  readonly schemaVersion: number;
  /** Names the call that stored it: by it an append knows its own events from those of an earlier one. */
  readonly append: string;
  readonly meta: EventMetadata;
}

/** Streams in which the adapter keeps what the server has no place for. */
export const OWN_STREAMS = 'event_store-';

/** Names that are the server's or the adapter's. */
export function isReserved(name: string): boolean {
  return name.startsWith('$') || name.startsWith(OWN_STREAMS);
}

/**
 * The event as the port gives it; undefined when it is the server's, another's or a note of our own,
 * which carry no envelope or stand in a stream without our prefix.
 */
export function toRecorded(
  event: ClientEvent | AllStreamRecordedEvent,
  prefix: string,
): RecordedEvent | undefined {
  const { streamId, type, metadata } = event;
  if (!isEnvelope(metadata) || !streamId.startsWith(prefix)) return undefined;
  return {
    ...metadata.meta,
    position: positionOf(event),
    stream: streamId.slice(prefix.length),
    version: Number(event.revision) + 1,
    id: event.id.toLowerCase(),
    type,
    schemaVersion: metadata.schemaVersion,
    data: event.data,
    recordedAt: event.created.toISOString(),
  };
}

/** The call that stored an event. */
export function appendOf({ metadata }: ClientEvent): string | undefined {
  return isEnvelope(metadata) ? metadata.append : undefined;
}

/** @throws StoreUnfit the server does not say where in the log an event of a stream stands */
export function positionOf({ position }: ClientEvent | AllStreamRecordedEvent): bigint {
  if (position && position.commit < 2n ** 63n) return position.commit;
  throw new StoreUnfit('EventStoreDB 22.10 or later is needed');
}

function isEnvelope(metadata: unknown): metadata is Envelope {
  return (
    typeof metadata === 'object' &&
    metadata !== null &&
    'schemaVersion' in metadata &&
    'append' in metadata &&
    'meta' in metadata
  );
}
