import type { Instant } from '@app/kernel';
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
  recordedAt: Instant,
];

/** The event of a row; made of the row's own `meta`, which spares copying what was just parsed. */
export function toRecorded(tuple: EventTuple): RecordedEvent {
  const [position, stream, version, id, type, schemaVersion, data, meta, recordedAt] = tuple;
  const rest = { position, stream, version, id, type, schemaVersion, data, recordedAt };
  return Object.assign(meta, rest);
}
