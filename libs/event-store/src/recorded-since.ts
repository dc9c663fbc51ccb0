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
  const backwards: RecordedEvent[] = [];
  for (;;) {
    const last = backwards.at(-1);
    const page = await store.readStream(stream, {
      ...{ direction: 'backward', limit: PAGE },
      ...(last && { from: last.version - 1 }),
    });
    backwards.push(...page);
    const oldest = page.at(-1);
    if (page.length < PAGE || oldest!.version === 1 || oldest!.recordedAt < at) break;
  }
  return backwards.reverse().filter((event) => event.recordedAt >= at && !isOfClaims(event));
}
