import {
  EventStore,
  type Appended,
  type Capabilities,
  type Page,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type StoreMetrics,
  type StreamWrite,
  type SubscribeOptions,
} from '@app/event-store';
import type { Privacy } from './privacy.js';
import { SealedEvents } from './sealed-events.js';
import type { PersonalFields } from './personal-fields.js';

/**
 * A log whose personal texts are sealed before any store sees them, and opened as they are read (ADR 37).
 * Whoever decides, tells or reacts works on this one; whoever copies into tables on what is `stored`.
 */
export class SealedEventStore extends EventStore {
  private readonly events: SealedEvents;

  /** @param stored the log as it is stored: sealed */
  constructor(
    readonly stored: EventStore,
    readonly privacy: Privacy,
    fields: PersonalFields,
  ) {
    super();
    this.events = new SealedEvents(fields, privacy.keyring, privacy.files);
  }

  get capabilities(): Capabilities {
    return this.stored.capabilities;
  }

  get logId(): string {
    return this.stored.logId;
  }

  get metrics(): StoreMetrics {
    return this.stored.metrics;
  }

  override fingerprint(value: unknown): string {
    return this.privacy.fingerprint(value);
  }

  async append(writes: readonly StreamWrite[]): Promise<Appended> {
    return this.stored.append(await this.events.sealed(writes));
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    return this.events.opened(await this.stored.readStream(stream, options));
  }

  async readStreams(
    streams: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    const read = await this.stored.readStreams(streams);
    const all = await this.events.opened([...read.values()].flat());
    let from = 0;
    return new Map(
      [...read].map(([stream, { length }]) => [stream, all.slice(from, (from += length))]),
    );
  }

  caseCollisionOf(stream: string): Promise<string | undefined> {
    return this.stored.caseCollisionOf(stream);
  }

  async readAll(options?: ReadAllOptions): Promise<Page> {
    return this.events.openedPage(await this.stored.readAll(options));
  }

  async *subscribe(options?: SubscribeOptions): AsyncIterable<Page> {
    for await (const page of this.stored.subscribe(options))
      yield await this.events.openedPage(page);
  }

  head(): Promise<bigint> {
    return this.stored.head();
  }

  onAdvance(listener: (head: bigint) => void): void {
    this.stored.onAdvance(listener);
  }

  advance(head: bigint): void {
    this.stored.advance(head);
  }

  async close(): Promise<void> {
    await this.stored.close();
    await this.privacy.close();
  }
}

/** The log as it is stored, whether what is at hand opens it or not. */
export function storedIn(store: EventStore): EventStore {
  return store instanceof SealedEventStore ? store.stored : store;
}
