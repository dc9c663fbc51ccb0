import { LRUCache } from 'lru-cache';
import type { Command, DomainEvent } from '@app/kernel';
import type { Aggregate } from './aggregate.js';
import {
  participant,
  type Following,
  type Participant,
  type ParticipantCommands,
} from './claims/participant.js';
import type { Origin } from './command-request.js';
import { settleAbandonedClaims } from './claims/abandoned-claims.js';
import { Reservation } from './claims/reservation.js';
import { readTogether } from './claims/read-together.js';
import { retryWhileClaimed } from './claims/decide-under-claims.js';
import { decide, isRejection, mayRetry } from './deciding.js';
import type { Execution, Outcome } from './execution.js';
import { DuplicateEvent } from './errors.js';
import { fingerprint } from './fingerprint.js';
import { idempotencyKeyReused } from './idempotency-key-reused.js';
import type { CarriedOut, Folded } from './folded.js';
import { readStream } from './read-stream.js';
import { refuseCaseCollision } from './case-collision.js';
import { eventsOf, holdsUnread } from './look-back.js';
import { newEvents } from './new-events.js';
import type { EventStore, StreamWrite } from './port.js';
import { PerStreamQueue } from './per-stream-queue.js';
import { upcast } from './upcasters.js';

/** Streams whose state is kept; each takes some ten kilobytes of memory. */
const KEPT_STREAMS = 5_000;

/**
 * Carries a command out, in five steps: what was carried out before is answered again (repeat); the
 * stream is folded, the command decided, the events appended at the version that was decided on, and
 * the new state remembered. On a conflict it folds and decides again.
 *
 * The state of recent streams is kept. That is safe because the store checks the version of every
 * append, and because nothing is refused on kept knowledge: a refusal is decided again on a fresh load,
 * and leaves only when the command has not been carried out since by another process.
 * Commands for one stream take turns within a process, so that only other processes are raced.
 */
export class Executor {
  private readonly kept = new LRUCache<string, Folded<unknown>>({ max: KEPT_STREAMS });
  private readonly queue = new PerStreamQueue();

  constructor(private readonly store: EventStore) {}

  /**
   * @throws DomainError the decider's own answer, on the newest state
   * @throws VersionConflict `expectedVersion` is not the stream's, or others kept winning the race
   * @throws NotPossible `differs-in-case-only`: there is a stream whose name differs in case only
   * @throws Invalid the command's id was used for a different command
   * @throws StreamClaimed the answer depends on a command under way, on a store that takes one stream at a time
   */
  async execute<C extends Command, S, E extends DomainEvent>(
    execution: Execution<C, S, E>,
  ): Promise<Outcome> {
    const reservation = new Reservation(this.store, execution.request.commandId);
    try {
      const outcome = await this.queue.run(execution.stream.toLowerCase(), () =>
        retryWhileClaimed(() => this.executeWithRetries(execution, reservation)),
      );
      await reservation.withdraw();
      return outcome;
    } catch (error) {
      if (isRejection(error)) await reservation.withdraw();
      throw error;
    }
  }

  /**
   * The stream's state, version and the last commands that made it, read from the store: from the newest
   * event that carries its state, so that it does not grow with the years.
   */
  async load<C extends Command, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    stream: string,
  ): Promise<Folded<S>> {
    const read = () => readStream(this.store, aggregate, stream);
    return settleAbandonedClaims(this.store, stream, read);
  }

  /** Another stream that is to change with a command's own, for `participants`. */
  participant<C extends Command, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    stream: string,
    asks: ParticipantCommands<C, S>,
  ): Participant {
    const { store } = this;
    const load = () => this.load(aggregate, stream);
    const read = () => readStream(store, aggregate, stream);
    return participant(aggregate, stream, asks, { load, read, store });
  }

  /**
   * Several streams of one kind that are to change with a command's own, for `participants`: they are
   * read in one round trip where the store can.
   */
  participants<C extends Command, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    asked: readonly { readonly stream: string; readonly commands: Following<C> }[],
    origin: Origin,
  ): Participant[] {
    const together = readTogether(
      this.store,
      aggregate,
      asked.map(({ stream }) => stream),
    );
    return asked.map(({ stream, commands }) => {
      const load = async () => (await together(stream)) ?? this.load(aggregate, stream);
      const { store } = this;
      const read = () => readStream(store, aggregate, stream);
      return participant(aggregate, stream, { origin, commands }, { load, read, store });
    });
  }

  /** Forgets the states that it keeps: what they hold in the clear may have been erased. */
  forget(): void {
    this.kept.clear();
  }

  private async executeWithRetries<C extends Command, S, E extends DomainEvent>(
    execution: Execution<C, S, E>,
    reservation: Reservation,
  ): Promise<Outcome> {
    const { stream, aggregate } = execution;
    for (let attempt = 1; ; attempt++) {
      const kept = this.kept.get(stream) as Folded<S> | undefined;
      const folded = kept ?? (await this.load(aggregate, stream));
      if (folded.version > 0) this.kept.set(stream, folded);
      try {
        const outcome = await this.attemptOn(folded, execution, reservation);
        if (outcome) return outcome;
        if (!kept) return this.unchanged(folded, execution);
        this.kept.delete(stream);
      } catch (error) {
        this.kept.delete(stream);
        if (!isRejection(error)) throw error;
        if (kept || mayRetry(execution, error, attempt)) continue;
        return this.repeatedSince(folded, execution, error);
      }
    }
  }

  /** Undefined: by this state the command changes nothing. */
  private async attemptOn<C extends Command, S, E extends DomainEvent>(
    folded: Folded<S>,
    execution: Execution<C, S, E>,
    reservation: Reservation,
  ): Promise<Outcome | undefined> {
    const before = folded.commands.get(execution.request.commandId);
    if (before) return this.repeat(execution, before);
    const events = await decide(execution, folded);
    if (events.length === 0) return undefined;
    return this.append(execution, folded, events, reservation);
  }

  /**
   * What came of the command when it was first carried out; a different one under its id is refused.
   *
   * @param first default: looked up, where only the store knew that there was one
   */
  private async repeat<C extends Command, S, E extends DomainEvent>(
    { stream, aggregate, request: { commandId, fingerprint: asked } }: Execution<C, S, E>,
    first?: CarriedOut,
  ): Promise<Outcome> {
    const events = await eventsOf(this.store, stream, commandId, first?.version);
    const { commandHash, version, position } = events.at(-1)!;
    // One that was stored before fingerprints were keyed has the other.
    if (![this.store.fingerprint(asked), fingerprint(asked)].includes(commandHash))
      throw idempotencyKeyReused();
    const summaries = events.map((event) => summaryOf(upcast(event, aggregate.types)));
    return { stream, version, position, events: summaries, repeated: true };
  }

  private async append<C extends Command, S, E extends DomainEvent>(
    execution: Execution<C, S, E>,
    folded: Folded<S>,
    events: readonly E[],
    reservation: Reservation,
  ): Promise<Outcome> {
    const { stream } = execution;
    if (folded.version === 0) await refuseCaseCollision(this.store, stream);
    const hash = this.store.fingerprint(execution.request.fingerprint);
    const write = this.writeOf(execution, folded, events, hash);
    const participants = (await execution.participants?.(events, folded)) ?? [];
    const { position, repeated } = await reservation.append(write, participants);
    if (repeated) return this.repeat(execution);
    const version = folded.version + events.length;
    this.remember(execution, folded, events, { hash, version, position });
    return { stream, version, position, events: events.map(summaryOf), repeated: false };
  }

  private writeOf<C extends Command, S, E extends DomainEvent>(
    { request, stream, aggregate }: Execution<C, S, E>,
    { version }: Folded<S>,
    events: readonly E[],
    commandHash: string,
  ): StreamWrite {
    const { commandId } = request;
    const { idempotentAny } = this.store.capabilities;
    const place = idempotentAny ? undefined : (n: number) => `${stream}/${n}`;
    const cause = { commandId, commandHash, origin: request, place };
    return { stream, expected: version, events: newEvents(aggregate.types, stream, events, cause) };
  }

  private remember<C extends Command, S, E extends DomainEvent>(
    { stream, aggregate, request }: Execution<C, S, E>,
    { state, begins, commands, pending }: Folded<S>,
    events: readonly E[],
    carriedOut: CarriedOut,
  ): void {
    const { version, position } = carriedOut;
    this.kept.set(stream, {
      state: events.reduce(aggregate.decider.evolve, state),
      version,
      position,
      begins,
      commands: commands.with(request.commandId, carriedOut),
      pending,
    });
  }

  /**
   * Looks, before a refusal is given, whether the same command has been carried out without being
   * among what was read: by another process since then, to whose change of another stream alone the
   * refusal may be due, or before the state was carried forward. Then what came of it is answered.
   */
  private async repeatedSince<C extends Command, S, E extends DomainEvent>(
    folded: Folded<S>,
    execution: Execution<C, S, E>,
    refusal: Error,
  ): Promise<Outcome> {
    const { stream, request } = execution;
    // A command whose events are there already may be older than anything that is looked at.
    const isStored =
      refusal instanceof DuplicateEvent
        ? (await eventsOf(this.store, stream, request.commandId)).length > 0
        : await holdsUnread(this.store, stream, folded, request.commandId);
    if (isStored) return this.repeat(execution);
    throw refusal instanceof DuplicateEvent ? idempotencyKeyReused() : refusal;
  }

  /** By its state the command changes nothing; perhaps because it was carried out before what was read. */
  private async unchanged<C extends Command, S, E extends DomainEvent>(
    folded: Folded<S>,
    execution: Execution<C, S, E>,
  ): Promise<Outcome> {
    const { stream, request } = execution;
    const { begins, version, position } = folded;
    if (begins > 1 && (await holdsUnread(this.store, stream, folded, request.commandId)))
      return this.repeat(execution);
    return { stream, version, position, events: [], repeated: false };
  }
}

function summaryOf({ type, data }: DomainEvent): Pick<DomainEvent, 'type' | 'data'> {
  return { type, data };
}
