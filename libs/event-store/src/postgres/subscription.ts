import type { Page, ReadAllOptions, SubscribeOptions } from '../port.js';
import { backOff } from './back-off.js';
import { ConnectionLost } from './connection.js';
import type { HeadWatch } from './head-watch.js';
import type { Tail } from './tail.js';

/**
 * Reads on from a position, page after page, for as long as nobody says stop. What wakes it only
 * makes it look; what it delivers is what it reads by position. It outlives the database's absence.
 */
export async function* subscription(
  tail: Tail,
  watch: HeadWatch,
  { after = 0n, types, pageSize }: SubscribeOptions,
  signal: AbortSignal,
): AsyncGenerator<Page, void, undefined> {
  let position = after;
  for (let first = true; !signal.aborted; first = false) {
    const page = await readOrWait(tail, { after: position, types, limit: pageSize }, signal);
    if (!page || signal.aborted) return;
    if (first || page.scannedTo > position) yield page;
    position = page.scannedTo;
    if (page.atHead) await watch.beyond(position, signal);
  }
}

async function readOrWait(
  tail: Tail,
  options: ReadAllOptions,
  signal: AbortSignal,
): Promise<Page | undefined> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      return await tail.page(options);
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof ConnectionLost)) throw error;
      await backOff(attempt, signal);
    }
  }
  return undefined;
}
