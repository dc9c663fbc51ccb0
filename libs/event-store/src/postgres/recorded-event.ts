import type { EventMetadata, RecordedEvent } from '../envelope.js';

/** The columns of an event, in the order of `EventTuple`. */
export const EVENT_COLUMNS =
  'position, stream, version, event_id, type, schema_version, data, meta, recorded_at';

export type EventTuple = [
  position: bigint,
  stream: string,
  version: number,
  id: string,
  type: string,
  schemaVersion: number,
  data: unknown,
  meta: EventMetadata,
  recordedAt: Date,
];

export function toRecorded(tuple: EventTuple): RecordedEvent {
  const [position, stream, version, id, type, schemaVersion, data, meta, recordedAt] = tuple;
  return {
    ...meta,
    position,
    stream,
    version,
    id,
    type,
    schemaVersion,
    data,
    recordedAt: recordedAt.toISOString(),
  };
}
