import type { Page, ReadAllOptions, SubscribeOptions } from '../port.js';
import { backOff } from './back-off.js';
import { ConnectionLost } from './connection-lost.js';
import type { HeadWatch } from './head-watch.js';

/** What a subscription reads by. */
export interface Pages {
  page(options: ReadAllOptions): Promise<Page>;
}

/**
 * Reads on from a position, page after page, for as long as nobody says stop. What wakes it only
 * makes it look; what it delivers is what it reads by position, and its cursor is of what it has
 * delivered. It outlives the store's absence. What it is woken for and does not find, as behind a
 * log that has lost its tail, it looks for ever more seldom.
 */
export async function* subscription(
  pages: Pages,
  watch: HeadWatch,
  { after = 0n, types, pageSize }: SubscribeOptions,
  signal: AbortSignal,
): AsyncGenerator<Page, void, undefined> {
  let position = after;
  let inVain = 0;
  for (let first = true; !signal.aborted; first = false) {
    const page = await readOrWait(pages, { after: position, types, limit: pageSize }, signal);
    if (!page || signal.aborted) return;
    if (first || page.scannedTo > position) {
      yield page;
      inVain = 0;
    } else {
      watch.hint();
      await backOff(inVain++, signal);
    }
    position = page.scannedTo;
    if (page.atHead) await watch.beyond(position, signal);
  }
}

async function readOrWait(
  pages: Pages,
  options: ReadAllOptions,
  signal: AbortSignal,
): Promise<Page | undefined> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      return await pages.page(options);
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof ConnectionLost)) throw error;
      await backOff(attempt, signal);
    }
  }
  return undefined;
}
