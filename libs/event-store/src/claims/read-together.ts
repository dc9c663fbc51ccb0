import type { Command, DomainEvent } from '@app/kernel';
import type { Aggregate } from '../aggregate.js';
import { foldStream, type Folded } from '../folded.js';
import type { EventStore } from '../port.js';

/**
 * Streams that are read together when the first of them is asked for. Undefined: the stream was given
 * before, and is to be read as it is now; or claims are open on it, which whoever loads it settles.
 */
export function readTogether<C extends Command, S, E extends DomainEvent>(
  store: EventStore,
  aggregate: Aggregate<C, S, E>,
  streams: readonly string[],
): (stream: string) => Promise<Folded<S> | undefined> {
  const unread = new Set(streams);
  let reading: ReturnType<EventStore['readStreams']> | undefined;
  return async (stream) => {
    if (!unread.delete(stream)) return undefined;
    const read = await (reading ??= store.readStreams(streams));
    const folded = foldStream(aggregate, read.get(stream) ?? []);
    return folded.pending.length === 0 ? folded : undefined;
  };
}
