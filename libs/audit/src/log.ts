import type { EventStore, RecordedEvent } from '@app/event-store';

const PAGE = 1_000;

/** All events up to a position, in order, page by page. */
export async function* log(
  store: EventStore,
  head: bigint,
  after = 0n,
): AsyncGenerator<RecordedEvent> {
  for (let from = after; from < head;) {
    const { events, scannedTo, atHead } = await store.readAll({ after: from, limit: PAGE });
    for (const event of events) if (event.position <= head) yield event;
    if (atHead || scannedTo <= from) return;
    from = scannedTo;
  }
}
