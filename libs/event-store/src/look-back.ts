import { isOfClaims } from './claims/claim-events.js';
import type { RecordedEvent } from './envelope.js';
import type { Folded } from './folded.js';
import type { EventStore } from './port.js';

/** Events behind the newest among which a repeat of a command is known for certain; also those that are read at once. */
const LOOK_BACK = 250;

/**
 * The events that a command led to in a stream, the oldest first: read backwards, so that it costs by how
 * much has been stored since. None where it led to none there, for which the whole stream is read.
 *
 * @param from the version of one of them; default: unknown
 */
export async function eventsOf(
  store: EventStore,
  stream: string,
  commandId: string,
  from?: number,
): Promise<readonly RecordedEvent[]> {
  let found: RecordedEvent[] = [];
  for (let next = from; next !== 0;) {
    const page = await store.readStream(stream, {
      ...{ direction: 'backward', limit: LOOK_BACK },
      ...(next !== undefined && { from: next }),
    });
    const its = page.filter((event) => event.commandId === commandId && !isOfClaims(event));
    found = [...its.toReversed(), ...found];
    const oldest = page.at(-1);
    // They were stored in one append, and stand together.
    if (!oldest || (found.length > 0 && oldest !== its.at(-1))) break;
    next = oldest.version - 1;
  }
  return found;
}

/**
 * Whether a stream holds events of a command that were not among those it was folded from: newer ones, and
 * older ones where it was folded from one that carries its state. Of those it looks at the last 250.
 */
export async function holdsUnread(
  store: EventStore,
  stream: string,
  { begins, version }: Pick<Folded<unknown>, 'begins' | 'version'>,
  commandId: string,
): Promise<boolean> {
  const back = Math.max(1, version - LOOK_BACK + 1);
  const from = begins > back ? back : version + 1;
  const events = await store.readStream(stream, { from });
  return events.some((event) => event.commandId === commandId && !isOfClaims(event));
}
