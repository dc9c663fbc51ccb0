import type { Instant, Streams } from '@app/kernel';
import { Contexts, type AsOf } from '../contexts.js';
import type { RecordedEvent } from '../envelope.js';

/** Contexts whose streams stand as a test says, by their names. */
export class StatedContexts extends Contexts {
  /** The streams that were asked for, in their order. */
  readonly asked: string[] = [];

  /** @param stateOf a stream's state at a moment, and now where it gets none */
  constructor(private readonly stateOf: (stream: string, at?: Instant) => unknown) {
    super();
  }

  async read<State, Id>({ named }: Streams<State, Id>, id: Id): Promise<State> {
    this.asked.push(named(id));
    return this.stateOf(named(id)) as State;
  }

  async readAsOf<State, Id>(
    streams: Streams<State, Id>,
    id: Id,
    at: Instant,
  ): Promise<AsOf<State>> {
    const then = this.stateOf(streams.named(id), at) as State;
    return { then, now: await this.read(streams, id) };
  }

  /** Streams that stand as stated have forgotten nothing. */
  async recordedSince(): Promise<readonly RecordedEvent[]> {
    return [];
  }

  readMany<State, Id>(
    streams: Streams<State, Id>,
    ids: readonly Id[],
    knownAt?: Instant,
  ): Promise<readonly State[]> {
    if (knownAt === undefined) return Promise.all(ids.map((id) => this.read(streams, id)));
    return Promise.all(ids.map((id) => this.stateOf(streams.named(id), knownAt) as State));
  }
}
