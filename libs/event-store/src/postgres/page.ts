import { CursorAhead, LogDamaged } from '../errors.js';
import type { Page } from '../port.js';
import { toRecorded, type EventTuple } from './recorded-event.js';

/** Events of a page when nothing else is asked. */
export const DEFAULT_PAGE = 500;

/** An event, or, as the last of the rows, the log's head beside nothing but NULL. */
export type PageRow = EventTuple | [head: bigint, stream: null, ...unknown[]];

interface Asked {
  readonly from: bigint;
  readonly forward: boolean;
  readonly limit: number;
  /** First and last position looked at, when the page was filtered. */
  readonly window: readonly [bigint, bigint] | undefined;
}

/**
 * A page from its rows.
 *
 * @throws LogDamaged a position is missing
 * @throws CursorAhead it was asked for what comes after a position that does not exist yet
 */
export function toPage(rows: readonly PageRow[], asked: Asked): Page {
  const head = rows.at(-1)![0];
  const events = rows.filter(isEvent).map(toRecorded);
  if (asked.forward && asked.from > head) throw new CursorAhead(asked.from, head);
  if (!asked.window)
    checkContiguous(
      events.map(({ position }) => position),
      head,
      asked,
    );
  const scannedTo = scanned(
    events.length < asked.limit ? undefined : events.at(-1)?.position,
    head,
    asked,
  );
  return { events, scannedTo, atHead: asked.forward ? scannedTo >= head : scannedTo <= 1n };
}

function isEvent(row: PageRow): row is EventTuple {
  return row[1] !== null;
}

/** A full page was looked at up to its last event; one that is not full, to the end of its window or of the log. */
function scanned(full: bigint | undefined, head: bigint, { from, forward, window }: Asked): bigint {
  if (full !== undefined) return full;
  if (forward) return window && window[1] < head ? window[1] : head;
  return window && window[0] > 1n ? window[0] : from > 1n ? 1n : from;
}

function checkContiguous(positions: readonly bigint[], head: bigint, asked: Asked): void {
  const { from, forward, limit } = asked;
  const step = forward ? 1n : -1n;
  let last = from;
  for (const position of positions) {
    const first = !forward && last === from && from > head;
    if (position !== last + step && !first)
      throw new LogDamaged(`position ${position} follows ${last}`);
    last = position;
  }
  if (positions.length < limit) checkEnd(last, head, forward);
}

/** A page that is not full ends where the log does. */
function checkEnd(last: bigint, head: bigint, forward: boolean): void {
  if (head === 0n || (forward ? last === head : last <= 1n)) return;
  throw new LogDamaged(`nothing was found beyond position ${last}, but the log ends at ${head}`);
}
