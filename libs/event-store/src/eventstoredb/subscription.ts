import type { Page, ReadAllOptions, SubscribeOptions } from '../port.js';
import { backOff } from '../postgres/back-off.js';
import type { HeadWatch } from '../postgres/head-watch.js';
import { ConnectionLost } from './client-errors.js';
import type { Reader } from './reader.js';

/**
 * Reads on from a position, page after page, for as long as nobody says stop. What wakes it only
 * makes it look; its cursor is of events that were delivered, never a checkpoint of the server's,
 * which may run ahead of them. It outlives the server's absence.
 */
export async function* subscription(
  reader: Reader,
  watch: HeadWatch,
  { after = 0n, types, pageSize }: SubscribeOptions,
  signal: AbortSignal,
): AsyncGenerator<Page, void, undefined> {
  let position = after;
  for (let first = true; !signal.aborted; first = false) {
    const options = {
      after: position,
      ...(types && { types }),
      ...(pageSize && { limit: pageSize }),
    };
    const page = await readOrWait(reader, options, signal);
    if (!page || signal.aborted) return;
    if (first || page.scannedTo > position) yield page;
    position = page.scannedTo;
    if (page.atHead) await watch.beyond(position, signal);
  }
}

async function readOrWait(
  reader: Reader,
  options: ReadAllOptions,
  signal: AbortSignal,
): Promise<Page | undefined> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      return await reader.all(options);
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof ConnectionLost)) throw error;
      await backOff(attempt, signal);
    }
  }
  return undefined;
}
