import { NotCapable, OutcomeUnknown } from '../errors.js';
import {
  EventStore,
  type Appended,
  type Capabilities,
  type Page,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoreMetrics,
  type StreamWrite,
  type SubscribeOptions,
} from '../port.js';
import type { RecordedEvent } from '../envelope.js';

/** A real store with one capability less: it refuses several streams in one append, as EventStoreDB does. */
export class SingleStreamStore extends EventStore {
  readonly capabilities: Capabilities;
  /** Asked before each append; once it says so, the process is as good as dead: nothing more is written. */
  crashesAt: (write: StreamWrite) => boolean | Promise<boolean> = () => false;
  private crashed = false;

  constructor(private readonly inner: EventStore) {
    super();
    this.capabilities = { ...inner.capabilities, atomicMultiStream: false };
  }

  get logId(): string {
    return this.inner.logId;
  }

  get metrics(): StoreMetrics {
    return this.inner.metrics;
  }

  async append(writes: readonly StreamWrite[]): Promise<Appended> {
    const [first, ...others] = writes;
    if (others.length > 0) throw new NotCapable('one stream in one append');
    this.crashed ||= first !== undefined && (await this.crashesAt(first));
    if (this.crashed) throw new OutcomeUnknown('the process has crashed');
    return this.inner.append(writes);
  }

  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    return this.inner.readStream(stream, options);
  }

  readStreams(streams: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    return this.inner.readStreams(streams);
  }

  caseCollisionOf(stream: string): Promise<string | undefined> {
    return this.inner.caseCollisionOf(stream);
  }

  readAll(options?: ReadAllOptions): Promise<Page> {
    return this.inner.readAll(options);
  }

  subscribe(options?: SubscribeOptions): AsyncIterable<Page> {
    return this.inner.subscribe(options);
  }

  head(): Promise<bigint> {
    return this.inner.head();
  }

  onAdvance(listener: (head: bigint) => void): void {
    this.inner.onAdvance(listener);
  }

  advance(head: bigint): void {
    this.inner.advance(head);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
