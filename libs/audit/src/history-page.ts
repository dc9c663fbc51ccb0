import type { EventStore } from '@app/event-store';
import type { HistoryPage, ReplayedEvent } from './answers.dto.js';
import { existingVersion, replayed, steps } from './replay.js';
import { kindOf, type StreamKind } from './stream-kind.js';

export type { HistoryPage };

export interface HistoryPageOptions {
  /** The version that the page follows, in its direction; default: from the beginning, or from the end. */
  readonly after?: number;
  readonly direction?: 'forward' | 'backward';
  readonly limit: number;
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
  const { low, high } = forward
    ? pageAfter(after, limit, version)
    : pageBefore(after, limit, version);
  const items: ReplayedEvent[] = [];
  if (low <= high) {
    for await (const step of steps(store, kindOf(kinds, stream), stream, { version: high })) {
      if (step.event.version >= low) items.push(replayed(step));
    }
  }
  if (!forward) items.reverse();
  const more = items.length > 0 && (forward ? high < version : low > 1);
  return { stream, version, items, next: more ? items.at(-1)!.version : null };
}

/** First and last version of a page; there is nothing on it when the first is the greater. */
interface Span {
  readonly low: number;
  readonly high: number;
}

function pageAfter(after: number | undefined, limit: number, newest: number): Span {
  const low = (after ?? 0) + 1;
  return { low, high: Math.min(newest, low + limit - 1) };
}

function pageBefore(after: number | undefined, limit: number, newest: number): Span {
  const before = Math.min(after ?? newest + 1, newest + 1);
  return { low: Math.max(1, before - limit), high: before - 1 };
}
