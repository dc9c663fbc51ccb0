import type { EventStore } from '@app/event-store';
import { existingVersion, replayed, steps, type ReplayedEvent } from './replay.js';
import { kindOf, type StreamKind } from './stream-kind.js';

export interface HistoryPageOptions {
  /** The version that the page follows, in its direction; default: from the beginning, or from the end. */
  readonly after?: number;
  readonly direction?: 'forward' | 'backward';
  readonly limit: number;
}

/** One page of a stream's events with what each of them changed. */
export interface HistoryPage {
  readonly stream: string;
  /** The stream's newest version. */
  readonly version: number;
  readonly items: readonly ReplayedEvent[];
  /** Send it as `after` for the next page in the same direction; null on the last one. */
  readonly next: number | null;
}

/**
 * A page of a stream by version. What an event changed is only known from what was before it, so
 * the stream is folded from its beginning up to the page.
 *
 * @throws NotFound there is no such stream
 */
export async function historyPage(
  store: EventStore,
  kinds: readonly StreamKind[],
  stream: string,
  { after, direction = 'forward', limit }: HistoryPageOptions,
): Promise<HistoryPage> {
  const version = await existingVersion(store, stream);
  const forward = direction === 'forward';
  const low = forward
    ? (after ?? 0) + 1
    : Math.max(1, Math.min(after ?? version + 1, version + 1) - limit);
  const high = forward
    ? Math.min(version, low + limit - 1)
    : Math.min(after ?? version + 1, version + 1) - 1;
  const items: ReplayedEvent[] = [];
  if (low <= high) {
    for await (const step of steps(
      store,
      kindOf(kinds, stream),
      stream,
      { version: high },
      version,
    )) {
      if (step.event.version >= low) items.push(replayed(step));
    }
  }
  const more = items.length > 0 && (forward ? high < version : low > 1);
  const next = more ? (forward ? high : low) : null;
  return { stream, version, items: forward ? items : items.reverse(), next };
}
