import type { Command, DomainEvent } from '@app/kernel';
import type { Aggregate } from './aggregate.js';
import { foldStream, type Folded } from './folded.js';
import type { EventStore } from './port.js';

/** A stream as the store has it, with the claims that are open on it: from the newest event that carries its state. */
export async function readStream<C extends Command, S, E extends DomainEvent>(
  store: EventStore,
  aggregate: Aggregate<C, S, E>,
  stream: string,
): Promise<Folded<S>> {
  const { carriedBy: fromLast } = aggregate;
  const options = fromLast === undefined ? {} : { fromLast };
  return foldStream(aggregate, await store.readStream(stream, options));
}
