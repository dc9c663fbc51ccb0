import type { RecordedEvent } from '../envelope.js';
import { CursorAhead, LogDamaged } from '../errors.js';
import type { Page } from '../port.js';

/** Events of a page when nothing else is asked. */
export const DEFAULT_PAGE = 500;

interface Asked {
  readonly from: bigint;
  readonly forward: boolean;
  readonly limit: number;
  /** First and last position looked at, when the page was filtered. */
  readonly window: readonly [bigint, bigint] | undefined;
}

/**
 * A page from its events and the log's head.
 *
 * @throws LogDamaged a position is missing
 * @throws CursorAhead it was asked for what comes after a position that does not exist yet
 */
export function toPage(events: readonly RecordedEvent[], head: bigint, asked: Asked): Page {
  if (asked.forward && asked.from > head) throw new CursorAhead(asked.from, head);
  if (!asked.window) checkContiguous(events, head, asked);
  const scannedTo = scanned(
    events.length < asked.limit ? undefined : events.at(-1)?.position,
    head,
    asked,
  );
  const atHead = asked.forward ? scannedTo >= head : scannedTo <= 1n;
  return { events, scannedTo, atHead, looked: lookedAt(scannedTo, head, asked) };
}

/** Positions have no gaps, so that they count events. */
function lookedAt(scannedTo: bigint, head: bigint, { from, forward }: Asked): number {
  if (forward) return Number(scannedTo - from);
  const first = from > head ? head + 1n : from;
  return Number(first - scannedTo);
}

/** A full page was looked at up to its last event; one that is not full, to the end of its window or of the log. */
function scanned(full: bigint | undefined, head: bigint, { from, forward, window }: Asked): bigint {
  if (full !== undefined) return full;
  if (forward) return window && window[1] < head ? window[1] : head;
  return window && window[0] > 1n ? window[0] : from > 1n ? 1n : from;
}

function checkContiguous(events: readonly RecordedEvent[], head: bigint, asked: Asked): void {
  const { from, forward, limit } = asked;
  const step = forward ? 1n : -1n;
  let last = from;
  for (const { position } of events) {
    const first = !forward && last === from && from > head;
    if (position !== last + step && !first)
      throw new LogDamaged(`position ${position} follows ${last}`);
    last = position;
  }
  if (events.length < limit) checkEnd(last, head, forward);
}

/** A page that is not full ends where the log does. */
function checkEnd(last: bigint, head: bigint, forward: boolean): void {
  if (head === 0n || (forward ? last === head : last <= 1n)) return;
  throw new LogDamaged(`nothing was found beyond position ${last}, but the log ends at ${head}`);
}
