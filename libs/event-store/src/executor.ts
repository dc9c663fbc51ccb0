import { LRUCache } from 'lru-cache';
import { DomainError, Invalid, NotPossible, type Command, type DomainEvent } from '@app/kernel';
import { companion, type Asks, type Companion } from './companion.js';
import {
  commandOf,
  type Aggregate,
  type CommandRequest,
  type Execution,
  type Folded,
  type Outcome,
} from './execution.js';
import { DuplicateEvent, VersionConflict } from './errors.js';
import { fingerprint } from './fingerprint.js';
import { newEvents } from './new-events.js';
import type { EventStore } from './port.js';
import { Reservation } from './reservation.js';
import { Turns } from './turns.js';
import { upcast } from './upcasters.js';

const ATTEMPTS = 10;

/** Streams whose state is kept; each takes some ten kilobytes of memory. */
const KEPT_STREAMS = 5_000;

/**
 * Carries a command out: load, decide, append at the version that was decided on; on a conflict
 * load and decide again. A command that was carried out before answers with what came of it then.
 *
 * The state of recent streams is kept. That is safe because the store checks the version of every
 * append, and because nothing is refused on kept knowledge: a refusal is decided again on a fresh load,
 * and leaves only when the command has not been carried out since by another process.
 * Commands for one stream take turns within a process, so that only other processes are raced.
 */
export class Executor {
  private readonly kept = new LRUCache<string, Folded<unknown>>({ max: KEPT_STREAMS });
  private readonly turns = new Turns();

  constructor(private readonly store: EventStore) {}

  /**
   * @throws DomainError the decider's own answer, on the newest state
   * @throws VersionConflict `expectedVersion` is not the stream's, or others kept winning the race
   * @throws NotPossible `differs-in-case-only`: the stream would begin beside a namesake
   * @throws Invalid the command's id was used for a different command
   */
  async execute<C extends Command, S, E extends DomainEvent>(
    execution: Execution<C, S, E>,
  ): Promise<Outcome> {
    const reservation = new Reservation(this.store, execution.request.commandId);
    try {
      const outcome = await this.turns.take(execution.stream.toLowerCase(), () =>
        this.carryThrough(execution, reservation),
      );
      await reservation.withdraw();
      return outcome;
    } catch (error) {
      if (isAnswer(error)) await reservation.withdraw();
      throw error;
    }
  }

  /** Carries out a request whose command needs to know nothing beyond the stream's state. */
  carryOut<C extends Command, S, E extends DomainEvent>(
    request: CommandRequest,
    stream: string,
    aggregate: Aggregate<C, S, E>,
  ): Promise<Outcome> {
    return this.execute({ request, stream, aggregate, command: () => commandOf<C>(request) });
  }

  /** The stream's state, version and the commands that made it, read from the store. */
  async load<C extends Command, S, E extends DomainEvent>(
    { decider, types }: Aggregate<C, S, E>,
    stream: string,
  ): Promise<Folded<S>> {
    const recorded = await this.store.readStream(stream);
    const commands: Folded<S>['commands'] = new Map();
    let state = decider.initialState();
    for (const event of recorded) {
      state = decider.evolve(state, upcast(event, types) as unknown as E);
      commands.set(event.commandId, {
        hash: event.commandHash,
        version: event.version,
        position: event.position,
      });
    }
    const last = recorded.at(-1);
    const folded = { state, version: last?.version ?? 0, position: last?.position ?? 0n, commands };
    if (folded.version > 0) this.kept.set(stream, folded);
    return folded;
  }

  /** Another stream that is to change with a command's own, for `alongside`. */
  companion<C extends Command, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    stream: string,
    asks: Asks<C, S>,
  ): Companion {
    return companion(aggregate, stream, asks, async () => {
      const folded = await this.load(aggregate, stream);
      this.kept.delete(stream);
      return folded;
    });
  }

  private async carryThrough<C extends Command, S, E extends DomainEvent>(
    execution: Execution<C, S, E>,
    reservation: Reservation,
  ): Promise<Outcome> {
    const { stream, aggregate } = execution;
    for (let attempt = 1; ; attempt++) {
      const kept = attempt === 1 ? (this.kept.get(stream) as Folded<S> | undefined) : undefined;
      const folded = kept ?? (await this.load(aggregate, stream));
      try {
        const outcome = await this.decideAndAppend(execution, folded, reservation);
        if (outcome) return outcome;
        if (!kept) return unchanged(stream, folded);
      } catch (error) {
        this.kept.delete(stream);
        if (!isAnswer(error)) throw error;
        if (kept || hasRaced(execution, error, attempt)) continue;
        return this.twinSince(folded.version, execution, error);
      }
    }
  }

  private async decideAndAppend<C extends Command, S, E extends DomainEvent>(
    execution: Execution<C, S, E>,
    folded: Folded<S>,
    reservation: Reservation,
  ): Promise<Outcome | undefined> {
    const { request, stream, aggregate } = execution;
    const { commandId, expectedVersion } = request;
    const earlier = folded.commands.get(commandId);
    if (earlier) return this.repeat(execution, earlier);
    if (expectedVersion !== undefined && expectedVersion !== folded.version) {
      throw new VersionConflict(stream, expectedVersion, folded.version);
    }
    const command = await execution.command(folded.state);
    const events = aggregate.decider.decide(command, folded.state);
    if (events.length === 0) return undefined;
    if (folded.version === 0) await this.refuseNamesake(stream);
    const hash = fingerprint(request.fingerprint);
    const write = {
      stream,
      expected: folded.version,
      events: newEvents(aggregate.types, stream, events, {
        commandId: command.id,
        commandHash: hash,
        origin: request,
        ...(!this.store.capabilities.idempotentAny && { place: (nth) => `${stream}/${nth}` }),
      }),
    };
    const companions = (await execution.alongside?.(events, folded)) ?? [];
    const { position, repeated } = await reservation.append(write, companions);
    if (repeated) return this.firstOutcome(execution);
    const version = folded.version + events.length;
    const { commands } = folded;
    commands.set(commandId, { hash, version, position });
    const state = events.reduce(aggregate.decider.evolve, folded.state);
    this.kept.set(stream, { state, version, position, commands });
    return { stream, version, position, events: events.map(brief), repeated: false };
  }

  /** The ids were stored already, which says nothing of their contents: another wish may have come under the same id. */
  private async firstOutcome<C extends Command, S, E extends DomainEvent>(
    execution: Execution<C, S, E>,
  ): Promise<Outcome> {
    const { commands } = await this.load(execution.aggregate, execution.stream);
    return this.repeat(execution, commands.get(execution.request.commandId)!);
  }

  /** What came of the command when it was first carried out. */
  private async repeat<C extends Command, S, E extends DomainEvent>(
    { stream, aggregate, request: { commandId, fingerprint: asked } }: Execution<C, S, E>,
    { hash, version, position }: { hash: string; version: number; position: bigint },
  ): Promise<Outcome> {
    if (hash !== fingerprint(asked)) throw reused();
    const events = (await this.store.readStream(stream))
      .filter((event) => event.commandId === commandId)
      .map((event) => brief(upcast(event, aggregate.types)));
    return { stream, version, position, events, repeated: true };
  }

  /**
   * `T-1` and `t-1` are one id to whoever reads it out: what there is under the one is not begun under
   * the other. Two that begin in the same instant in two processes may both pass.
   */
  private async refuseNamesake(stream: string): Promise<void> {
    const other = await this.store.namesakeOf(stream);
    if (other === undefined) return;
    const [wanted, there] = [stream, other].map((name) => name.slice(name.indexOf('-') + 1));
    throw new NotPossible('differs-in-case-only', {
      zh: `已有编号 ${there}，与 ${wanted} 仅大小写不同`,
      en: `there is ${there} already, which differs from ${wanted} in upper and lower case only`,
    });
  }

  /**
   * Before a refusal leaves: what came of the command, if another process carried it out since the
   * stream was at `version`. What that changed in another stream may be all that the refusal is for.
   */
  private async twinSince<C extends Command, S, E extends DomainEvent>(
    version: number,
    execution: Execution<C, S, E>,
    refusal: Error,
  ): Promise<Outcome> {
    const { stream, request } = execution;
    const since = await this.store.readStream(stream, { from: version + 1 });
    if (since.some(({ commandId }) => commandId === request.commandId))
      return this.firstOutcome(execution);
    throw refusal instanceof DuplicateEvent ? reused() : refusal;
  }
}

/** After a conflict on fresh knowledge: whether deciding once more could end otherwise. */
function hasRaced<C extends Command, S, E extends DomainEvent>(
  { stream, request: { expectedVersion } }: Execution<C, S, E>,
  error: Error,
  attempt: number,
): boolean {
  const lost =
    error instanceof VersionConflict && (expectedVersion === undefined || error.stream !== stream);
  return lost && attempt < ATTEMPTS;
}

/** Whether an error says something of the stream, of which kept knowledge may be wrong. */
function isAnswer(error: unknown): error is VersionConflict | DuplicateEvent | DomainError {
  return (
    error instanceof VersionConflict ||
    error instanceof DuplicateEvent ||
    error instanceof DomainError
  );
}

function unchanged(stream: string, { version, position }: Folded<unknown>): Outcome {
  return { stream, version, position, events: [], repeated: false };
}

function brief({ type, data }: DomainEvent): Pick<DomainEvent, 'type' | 'data'> {
  return { type, data };
}

function reused(): Invalid {
  return new Invalid('idempotency-key-reused', {
    zh: '此幂等键已用于另一请求',
    en: 'this idempotency key was already used for a different request',
  });
}
