import { newId } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { NewEvent } from '../envelope.js';
import { enveloped } from './envelopes.js';
import type { EventStore, ExpectedVersion, Page, StreamWrite, SubscribeOptions } from '../port.js';

const happened = eventOf(LI_WEI, ['V11']);

/** A stream that nobody else writes to. */
export function newStream(category = 'test'): string {
  return `${category}-${newId()}`;
}

/** An event with all that an event of the service carries. */
export function someEvent(data: unknown = { n: 1 }, type = 'SomethingHappened'): NewEvent {
  return enveloped(happened(type, data), { correlationId: newId() });
}

export function someEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, n) => someEvent({ n }));
}

export function write(
  stream: string,
  expected: ExpectedVersion,
  ...events: NewEvent[]
): StreamWrite {
  return { stream, expected, events };
}

/** Appends `count` events to a new stream. */
export async function filled(
  store: EventStore,
  count: number,
): Promise<{ stream: string; events: NewEvent[] }> {
  const stream = newStream();
  const events = someEvents(count);
  await store.append([write(stream, 'no-stream', ...events)]);
  return { stream, events };
}

/** Pages of a subscription until one satisfies `enough`. */
export async function pagesUntil(
  store: EventStore,
  options: SubscribeOptions,
  enough: (page: Page, events: number) => boolean,
): Promise<Page[]> {
  const pages: Page[] = [];
  let events = 0;
  for await (const page of store.subscribe(options)) {
    pages.push(page);
    events += page.events.length;
    if (enough(page, events)) break;
  }
  return pages;
}

/** The ids of the pages' events, in their order. */
export function idsOf(pages: readonly Page[]): string[] {
  return pages.flatMap(({ events }) => events.map(({ id }) => id));
}
