import { minutesBetween } from '@app/kernel';
import type { EventStore, RecordedEvent } from '@app/event-store';

const PAGE = 500;

/** From how many minutes between happening and recording on an event counts as recorded late. */
export const LATE_AFTER_MINUTES = 5;

/** An event of a stream and how its recording stood to what happened. */
export interface Entry {
  readonly event: RecordedEvent;
  /** Seconds from when it happened until it was recorded. */
  readonly delaySeconds: number;
  /** Something that happened after it had been recorded before it. */
  readonly outOfOrder: boolean;
  /** Out of order, or recorded more than LATE_AFTER_MINUTES after it happened. */
  readonly late: boolean;
}

/** The entries of a stream up to a version, in the order of their versions, read page by page. */
export async function* chronicle(
  store: EventStore,
  stream: string,
  until: number,
): AsyncGenerator<Entry> {
  let newest = '';
  for (let from = 1; from <= until; from += PAGE) {
    const limit = Math.min(PAGE, until - from + 1);
    for (const event of await store.readStream(stream, { from, limit })) {
      const outOfOrder = event.occurredAt < newest;
      if (!outOfOrder) newest = event.occurredAt;
      yield { event, ...delayOf(event), outOfOrder, late: outOfOrder || isLate(event) };
    }
  }
}

/** The stream's newest version; 0 when it does not exist. */
export async function newestVersion(store: EventStore, stream: string): Promise<number> {
  const [newest] = await store.readStream(stream, { direction: 'backward', limit: 1 });
  return newest?.version ?? 0;
}

/**
 * The entries that count, in the order in which they happened; those of one instant in the order
 * of their versions. Reads the stream twice: first for the order, then to give each entry when its
 * turn comes. Only what waits for a late record is held, so an orderly stream takes no memory.
 */
export async function* asItHappened(
  entries: () => AsyncIterable<Entry>,
  counts: (event: RecordedEvent) => boolean,
): AsyncGenerator<Entry> {
  const order: { version: number; occurredAt: string }[] = [];
  for await (const { event } of entries()) {
    if (counts(event)) order.push({ version: event.version, occurredAt: event.occurredAt });
  }
  order.sort((a, b) =>
    a.occurredAt === b.occurredAt ? a.version - b.version : a.occurredAt < b.occurredAt ? -1 : 1,
  );
  const waiting = new Map<number, Entry>();
  let turn = 0;
  for await (const entry of entries()) {
    if (counts(entry.event)) waiting.set(entry.event.version, entry);
    for (let next = due(); next; next = due()) yield next;
  }

  function due(): Entry | undefined {
    const version = order[turn]?.version;
    const entry = version === undefined ? undefined : waiting.get(version);
    if (!entry) return undefined;
    waiting.delete(entry.event.version);
    turn++;
    return entry;
  }
}

function delayOf({ occurredAt, recordedAt }: RecordedEvent): { delaySeconds: number } {
  return { delaySeconds: Math.max(0, Math.round(minutesBetween(occurredAt, recordedAt) * 60)) };
}

function isLate({ occurredAt, recordedAt }: RecordedEvent): boolean {
  return minutesBetween(occurredAt, recordedAt) > LATE_AFTER_MINUTES;
}
