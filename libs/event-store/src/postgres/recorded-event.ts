import type { Instant } from '@app/kernel';
import type { EventMetadata, RecordedEvent } from '../envelope.js';
import { LogDamaged } from '../errors.js';
import type { Text } from './execution.js';

/** The columns of an event, in the order in which `toRecorded` takes them. */
export const EVENT_COLUMNS =
  'position, stream, version, event_id, type, schema_version, data, meta, recorded_at';

type Fields = readonly [
  position: string,
  stream: string,
  version: string,
  id: string,
  type: string,
  schemaVersion: string,
  data: string,
  meta: string,
  recordedAt: string,
];

/**
 * The event of a row; made of the row's own `meta`, which spares copying what was just parsed.
 *
 * @throws LogDamaged the row was not written by a store
 */
export function toRecorded(row: readonly Text[]): RecordedEvent {
  const [position, stream, version, id, type, schemaVersion, data, meta, recordedAt] =
    row as Fields;
  const metadata = JSON.parse(meta) as EventMetadata | null;
  if (typeof metadata !== 'object' || !metadata)
    throw new LogDamaged(`the event at position ${position} has no metadata`);
  return Object.assign(metadata, {
    position: BigInt(position),
    stream,
    version: Number(version),
    id,
    type,
    schemaVersion: Number(schemaVersion),
    data: JSON.parse(data) as unknown,
    recordedAt: instantOf(recordedAt),
  });
}

/** `2026-03-02 09:05:07.25+00` as an instant, without a detour by `Date`. */
export function instantOf(text: string): Instant {
  const fraction = text.slice(20, -3).padEnd(3, '0');
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`;
}
