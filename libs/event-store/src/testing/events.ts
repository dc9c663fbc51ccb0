import { newId } from '@app/kernel';
import type { NewEvent } from '../envelope.js';
import type { EventStore, ExpectedVersion, Page, StreamWrite, SubscribeOptions } from '../port.js';

/** A stream that nobody else writes to. */
export function newStream(category = 'test'): string {
  return `${category}-${newId()}`;
}

/** An event with all that an event of the service carries. */
export function someEvent(data: unknown = { n: 1 }, type = 'SomethingHappened'): NewEvent {
  const commandId = newId();
  return {
    id: newId(),
    type,
    schemaVersion: 1,
    data,
    meta: {
      occurredAt: '2026-03-02T01:00:00.000Z',
      actor: { id: 'employee-7', role: 'technician' },
      articles: ['V11'],
      commandId,
      commandHash: 'cGFyc2ltb255',
      correlationId: newId(),
      causationId: commandId,
      policyVersion: '2026-01',
    },
  };
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
