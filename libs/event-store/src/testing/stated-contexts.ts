import type { Streams } from '@app/kernel';
import { Contexts } from '../contexts.js';

/** Contexts whose streams stand as a test says, by their names. */
export class StatedContexts extends Contexts {
  /** The streams that were asked for, in their order. */
  readonly asked: string[] = [];

  constructor(private readonly stateOf: (stream: string) => unknown) {
    super();
  }

  async read<State, Id>({ named }: Streams<State, Id>, id: Id): Promise<State> {
    this.asked.push(named(id));
    return this.stateOf(named(id)) as State;
  }

  readMany<State, Id>(streams: Streams<State, Id>, ids: readonly Id[]): Promise<readonly State[]> {
    return Promise.all(ids.map((id) => this.read(streams, id)));
  }
}
