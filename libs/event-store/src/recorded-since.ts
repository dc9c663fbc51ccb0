import type { Instant } from '@app/kernel';
import { isOfClaims } from './claims/claim-events.js';
import type { RecordedEvent } from './envelope.js';
import type { EventStore } from './port.js';

/** Events that are read at once. */
const PAGE = 250;

/**
 * The events of a stream, the oldest first, that were recorded at an instant or after it: read
 * backwards, so that it costs by how much has been recorded since, and not by the years before.
 */
export async function recordedSince(
  store: EventStore,
  stream: string,
  at: Instant,
): Promise<readonly RecordedEvent[]> {
  let read: readonly RecordedEvent[] = [];
  for (;;) {
    const oldest = read[0]?.version;
    const page = await store.readStream(stream, {
      ...{ direction: 'backward', limit: PAGE },
      ...(oldest !== undefined && { from: oldest - 1 }),
    });
    read = [...page.toReversed(), ...read];
    const first = read[0];
    if (page.length < PAGE || first!.version === 1 || first!.recordedAt < at)
      return read.filter((event) => event.recordedAt >= at && !isOfClaims(event));
  }
}
