import type { Page, ReadAllOptions, SubscribeOptions } from '../port.js';
import { backOff } from './back-off.js';
import { ConnectionLost } from './connection-lost.js';
import type { HeadWatch } from './head-watch.js';

/** What a subscription reads by. */
export interface Pages {
  page(options: ReadAllOptions): Promise<Page>;
}

/**
 * Reads on from a position, page after page, until the signal aborts. A message only triggers a
 * read: what is delivered was read by position, and the cursor is the last position delivered, so a
 * lost message loses no event. While the store cannot be reached, it retries. When it is woken and
 * finds nothing, as in a log that has lost its newest events, it reads less and less often.
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
