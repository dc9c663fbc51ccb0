import type { Command, DomainEvent } from '@app/kernel';
import { isOfClaims, pendingAfter, type Pending } from './claims/claim-events.js';
import type { RecordedEvent } from './envelope.js';
import type { Aggregate } from './aggregate.js';
import { upcast } from './upcasters.js';

/** A command that was carried out, as its stream remembers it. */
export interface CarriedOut {
  /** Fingerprint of what was asked. */
  readonly hash: string;
  /** The stream's version and the log's position after it. */
  readonly version: number;
  readonly position: bigint;
}

/**
 * The commands that were carried out on a stream, up to a version. All versions share one map, to
 * which commands are only added; each looks no further than its own version, so an older state is
 * not changed by a newer one.
 */
export class CommandIndex {
  static readonly none = new CommandIndex(new Map(), 0);

  constructor(
    private readonly all: Map<string, CarriedOut>,
    private readonly upTo: number,
  ) {}

  get(command: string): CarriedOut | undefined {
    const found = this.all.get(command);
    return found && found.version <= this.upTo ? found : undefined;
  }

  has(command: string): boolean {
    return this.get(command) !== undefined;
  }

  /** The index after one command more, which was stored at the version that this one reaches. */
  with(command: string, carriedOut: CarriedOut): CommandIndex {
    const all = this.upTo === 0 ? new Map<string, CarriedOut>() : this.all;
    all.set(command, carriedOut);
    return new CommandIndex(all, carriedOut.version);
  }
}

/** A stream folded up to a version, with the commands that brought it there. */
export interface Folded<S> {
  readonly state: S;
  readonly version: number;
  readonly position: bigint;
  /** The version of the first event that was read: 1, or that of one that carries the state. */
  readonly begins: number;
  readonly commands: CommandIndex;
  /**
   * Changes that are claimed, and neither made nor withdrawn yet; none on a store that appends to
   * several streams at once.
   */
  readonly pending: readonly Pending[];
}

/** Folds a stream, from its first event or from one that carries its whole state. */
export function foldStream<C extends Command, S, E extends DomainEvent>(
  { decider, types }: Aggregate<C, S, E>,
  recorded: readonly RecordedEvent[],
): Folded<S> {
  const commands = new Map<string, CarriedOut>();
  let state = decider.initialState();
  let pending: readonly Pending[] = [];
  for (const event of recorded) {
    pending = pendingAfter(pending, event);
    if (isOfClaims(event)) continue;
    state = decider.evolve(state, upcast(event, types) as unknown as E);
    const { commandHash: hash, version, position } = event;
    commands.set(event.commandId, { hash, version, position });
  }
  const last = recorded.at(-1);
  const version = last?.version ?? 0;
  return {
    state,
    version,
    position: last?.position ?? 0n,
    begins: recorded[0]?.version ?? 1,
    commands: version === 0 ? CommandIndex.none : new CommandIndex(commands, version),
    pending,
  };
}
