import type { Instant, Streams } from '@app/kernel';
import type { Aggregate } from './aggregate.js';
import type { RecordedEvent } from './envelope.js';
import type { Executor } from './executor.js';
import { foldStream } from './folded.js';
import type { EventStore } from './port.js';
import { recordedSince } from './recorded-since.js';
import { upcast, type EventTypes } from './upcasters.js';

/** What a declaration says of how streams are read. */
export interface Readable {
  readonly category: string;
  readonly decider: {
    readonly initialState: () => unknown;
    readonly evolve: (state: never, event: never) => unknown;
  };
  readonly types: EventTypes;
}

/** What a stream was at a moment, by the events that had happened by then, and what it is now. */
export interface AsOf<State> {
  readonly then: State;
  readonly now: State;
}

/**
 * How contexts read one another: the state of a stream that another one's contract publishes, as it
 * is stored now. A stream that there is not has its initial state.
 */
export abstract class Contexts {
  abstract read<State, Id>(streams: Streams<State, Id>, id: Id): Promise<State>;

  /** As it was at a moment too, for what is judged by what held when it happened, however late it is told. */
  abstract readAsOf<State, Id>(
    streams: Streams<State, Id>,
    id: Id,
    at: Instant,
  ): Promise<AsOf<State>>;

  /**
   * Its events, the oldest first, that were recorded at an instant or after it, as the present code
   * knows them: what a state that is carried forward (ADR 24) has forgotten one by one.
   */
  abstract recordedSince<State, Id>(
    streams: Streams<State, Id>,
    id: Id,
    at: Instant,
  ): Promise<readonly RecordedEvent[]>;

  /**
   * Of several, in their order, in one round trip where the store can.
   *
   * @param knownAt as they were known then, by what had been recorded; default: as they are now
   */
  abstract readMany<State, Id>(
    streams: Streams<State, Id>,
    ids: readonly Id[],
    knownAt?: Instant,
  ): Promise<readonly State[]>;
}

/** Answers from the log. */
export class ContextsOfLog extends Contexts {
  private readonly declared: ReadonlyMap<string, Readable>;

  /** @param declared every aggregate that there is; what is read of another one is a fault of the program */
  constructor(
    private readonly store: EventStore,
    private readonly executor: Executor,
    declared: readonly Readable[],
  ) {
    super();
    this.declared = new Map(declared.map((each) => [each.category, each]));
  }

  async read<State, Id>(streams: Streams<State, Id>, id: Id): Promise<State> {
    return (await this.executor.load(this.declaredAs(streams), streams.named(id))).state;
  }

  async readAsOf<State, Id>(
    streams: Streams<State, Id>,
    id: Id,
    at: Instant,
  ): Promise<AsOf<State>> {
    const aggregate = this.declaredAs(streams);
    const events = await this.store.readStream(streams.named(id));
    const by = events.filter(({ occurredAt }) => occurredAt <= at);
    const stateAfter = (read: typeof events) => foldStream(aggregate, read).state;
    return { then: stateAfter(by), now: stateAfter(events) };
  }

  async recordedSince<State, Id>(
    streams: Streams<State, Id>,
    id: Id,
    at: Instant,
  ): Promise<readonly RecordedEvent[]> {
    const { types } = this.declaredAs(streams);
    const events = await recordedSince(this.store, streams.named(id), at);
    return events.map((event) => upcast(event, types));
  }

  async readMany<State, Id>(
    streams: Streams<State, Id>,
    ids: readonly Id[],
    knownAt?: Instant,
  ): Promise<readonly State[]> {
    const aggregate = this.declaredAs(streams);
    const names = [...new Set(ids.map(streams.named))];
    if (names.length === 0) return [];
    const read = await this.store.readStreams(names);
    return Promise.all(
      ids.map((id) => {
        const events = read.get(streams.named(id)) ?? [];
        if (knownAt !== undefined) return foldStream(aggregate, knownBy(events, knownAt)).state;
        const folded = foldStream(aggregate, events);
        // Open claims on the stream may be abandoned ones, which loading it settles.
        return folded.pending.length === 0 ? folded.state : this.read(streams, id);
      }),
    );
  }

  /**
   * The cast is safe: an aggregate's declaration ties its streams, which the contract exports, to
   * the state of its decider.
   */
  private declaredAs<State, Id>({ category }: Streams<State, Id>): Aggregate<never, State, never> {
    const aggregate = this.declared.get(category);
    if (!aggregate) throw new TypeError(`no aggregate declares the streams of ${category}`);
    return aggregate as unknown as Aggregate<never, State, never>;
  }
}

function knownBy(events: readonly RecordedEvent[], knownAt: Instant): readonly RecordedEvent[] {
  return events.filter(({ recordedAt }) => recordedAt <= knownAt);
}
