import { Contexts, type AsOf, type RecordedEvent } from '@app/event-store';
import type { Instant, Streams } from '@app/kernel';

/** What contexts say, each asked for once: what is looked up of many periods is mostly the same. */
export class Remembering extends Contexts {
  private readonly said = new Map<string, Promise<unknown>>();

  constructor(private readonly contexts: Contexts) {
    super();
  }

  read<State, Id>(streams: Streams<State, Id>, id: Id): Promise<State> {
    return this.once(streams.named(id), () => this.contexts.read(streams, id));
  }

  readAsOf<State, Id>(streams: Streams<State, Id>, id: Id, at: Instant): Promise<AsOf<State>> {
    return this.once(`${streams.named(id)} ${at}`, () => this.contexts.readAsOf(streams, id, at));
  }

  recordedSince<State, Id>(
    streams: Streams<State, Id>,
    id: Id,
    at: Instant,
  ): Promise<readonly RecordedEvent[]> {
    return this.contexts.recordedSince(streams, id, at);
  }

  readMany<State, Id>(
    streams: Streams<State, Id>,
    ids: readonly Id[],
    knownAt?: Instant,
  ): Promise<readonly State[]> {
    if (knownAt !== undefined) return this.contexts.readMany(streams, ids, knownAt);
    return Promise.all(ids.map((id) => this.read(streams, id)));
  }

  private once<Said>(of: string, ask: () => Promise<Said>): Promise<Said> {
    const before = this.said.get(of) as Promise<Said> | undefined;
    if (before) return before;
    const now = ask();
    this.said.set(of, now);
    return now;
  }
}
