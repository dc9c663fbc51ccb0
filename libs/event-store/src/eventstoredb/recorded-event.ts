import type { AllStreamRecordedEvent, RecordedEvent as ClientEvent } from '@eventstore/db-client';
import type { Instant } from '@app/kernel';
import type { EventRow } from '../adapter/prepared-append.js';
import type { EventMetadata, RecordedEvent } from '../envelope.js';
import { StoreUnfit } from '../errors.js';
import type { ProposedEvent } from './append-request.js';
import type { EventStoreDbOptions } from './options.js';

/** What an event carries besides its data. */
export interface Envelope {
  readonly schemaVersion: number;
  /** The event's own id. To the server each append names its events anew; those of older logs go by the server's. */
  readonly id?: string;
  /** By the service's clock; an event of an older log goes by the server's. */
  readonly recordedAt?: Instant;
  readonly meta: EventMetadata;
}

/** How a name begins under any prefix; no category of a stream holds a colon. */
const PREFIXED = /^[a-z0-9_]+:/;

/** Streams in which the adapter keeps what the server has no place for. */
export const OWN_STREAMS = 'event_store-';

/** What every name of an installation begins with that shares the server, and no name of another's. */
export function prefixOf({ streamPrefix }: Pick<EventStoreDbOptions, 'streamPrefix'>): string {
  return streamPrefix === undefined ? '' : `${streamPrefix}:`;
}

/** Names that are the server's, the adapter's or, without a prefix of our own, those of whoever has one. */
export function isReserved(name: string): boolean {
  return name.startsWith('$') || name.startsWith(OWN_STREAMS) || PREFIXED.test(name);
}

/**
 * The event as the port gives it; undefined when it is the server's, another's or a note of our own,
 * which carry no envelope or stand in a stream of another prefix.
 */
export function toRecorded(
  event: ClientEvent | AllStreamRecordedEvent,
  prefix: string,
): RecordedEvent | undefined {
  const { streamId, type, metadata } = event;
  if (!isEnvelope(metadata) || !isUnder(prefix, streamId)) return undefined;
  return {
    ...metadata.meta,
    position: positionOf(event),
    stream: streamId.slice(prefix.length),
    version: Number(event.revision) + 1,
    id: idOf(event),
    type,
    schemaVersion: metadata.schemaVersion,
    data: event.data,
    recordedAt: recordedAtOf(event),
  };
}

function isUnder(prefix: string, streamId: string): boolean {
  return prefix === '' ? !PREFIXED.test(streamId) : streamId.startsWith(prefix);
}

/** The id by which the port knows an event. */
export function idOf({ id, metadata }: ClientEvent | AllStreamRecordedEvent): string {
  const own = isEnvelope(metadata) ? metadata.id : undefined;
  return (own ?? id).toLowerCase();
}

/** When the service recorded an event; when the server stored it, where the service has not said. */
export function recordedAtOf({ created, metadata }: ClientEvent | AllStreamRecordedEvent): Instant {
  const own = isEnvelope(metadata) ? metadata.recordedAt : undefined;
  return own ?? created.toISOString();
}

/** An event as it goes to the server, under an id that nobody else has. */
export function toProposed(row: EventRow, serverId: string, recordedAt: Instant): ProposedEvent {
  const { id, type, schemaVersion, data, meta } = row;
  const metadata = `{"schemaVersion":${schemaVersion},"id":"${id}","recordedAt":"${recordedAt}","meta":${meta}}`;
  return { id: serverId, type, data, metadata };
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
    ('id' in metadata || 'append' in metadata) &&
    'meta' in metadata
  );
}
