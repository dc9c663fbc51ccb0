import type { RecordedEvent } from './envelope.js';
import type { EventStore } from './port.js';

/** Events that are read at once, and at least: repeats of their commands are known without reading more. */
const READ_BACK = 250;

/**
 * The events of a stream from some before the last that carries its whole state on, so that what
 * a command costs does not grow with the years; without such an event, all of them.
 *
 * @param carriedBy the type of those events; default: the stream has none
 */
export async function sinceCarried(
  store: EventStore,
  stream: string,
  { carriedBy }: { readonly carriedBy?: string },
): Promise<readonly RecordedEvent[]> {
  if (carriedBy === undefined) return store.readStream(stream);
  let read: readonly RecordedEvent[] = [];
  for (;;) {
    const oldest = read[0]?.version;
    const back = { direction: 'backward', limit: READ_BACK } as const;
    const page = await store.readStream(stream, {
      ...back,
      ...(oldest !== undefined && { from: oldest - 1 }),
    });
    read = [...page.toReversed(), ...read];
    const begun = page.length < READ_BACK || page.at(-1)!.version === 1;
    if (begun || read.some(({ type }) => type === carriedBy)) return read;
  }
}
