import { LogDamaged, type EventStore, type Page, type RecordedEvent } from '@app/event-store';

const PAGE = 1_000;

/**
 * All events up to a position, in order, page by page.
 *
 * @throws LogDamaged where the store finds a hole; every event before it has been given
 */
export async function* log(store: EventStore, head: bigint): AsyncGenerator<RecordedEvent> {
  for (let from = 0n; from < head;) {
    const { events, scannedTo, atHead } = await pageAfter(store, from);
    for (const event of events) if (event.position <= head) yield event;
    if (atHead || scannedTo <= from) return;
    from = scannedTo;
  }
}

/** A damaged page gives nothing, so one that is damaged is taken event by event. */
async function pageAfter(store: EventStore, after: bigint): Promise<Page> {
  try {
    return await store.readAll({ after, limit: PAGE });
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    return store.readAll({ after, limit: 1 });
  }
}
