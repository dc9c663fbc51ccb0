import { derivedId, newId } from '@app/kernel';
import type { NewEvent } from '../envelope.js';
import { DuplicateEvent, StoreOverloaded, VersionConflict } from '../errors.js';
import type { Folded } from '../folded.js';
import type { Appended, EventStore, StreamWrite } from '../port.js';
import { claimEventTypes, isHold, isRelied, type Claim, type Pending } from './claim-events.js';
import type { Participant } from './participant.js';
import { fingerprintOf } from './decide-under-claims.js';

/** Streams that are written at a time: one after the other, those of four hundred lines take longer than a claim holds. */
const AT_ONCE = 16;

/** Times that a claim is settled or withdrawn anew because others wrote first. */
const ATTEMPTS = 10;

/**
 * Appends one request's events to several streams. A store that can append to several streams at
 * once does so. On any other the changes of the participants are claimed first, then the command's
 * own events are stored, then the changes are made (ADR 14). What a crash interrupts is finished by
 * whoever loads the stream next: `settleAbandonedClaims`.
 */
export class Reservation {
  private mine: Pick<Claim, 'id' | 'at'> | undefined;
  /** Streams that may hold the claim. */
  private readonly held = new Map<string, Participant>();

  constructor(
    private readonly store: EventStore,
    private readonly commandId: string,
  ) {}

  /**
   * Stores the command's own events, and with them what they ask of the participants. The command's
   * own come last: the position of the append is theirs, and its repeat finds it on their stream.
   *
   * @throws StoreOverloaded the claims took so long that nobody may go by them
   */
  async append(own: StreamWrite, participants: readonly Participant[]): Promise<Appended> {
    if (participants.length === 0) return this.store.append([own]);
    const cause = own.events[0]!;
    if (this.store.capabilities.atomicMultiStream) {
      const plans = await Promise.all(participants.map((each) => each.plan()));
      return this.store.append([...plans.map(({ write }) => causedBy(cause.id, write)), own]);
    }
    const mine = (this.mine ??= { id: newId(), at: now() });
    const of = fingerprintOf(own.events, (value) => this.store.fingerprint(value));
    const claim = { ...mine, command: this.commandId, stream: own.stream, of };
    // All requests claim in the order of the streams' names, so that no two wait for each other.
    for (const some of inTurns(participants.toSorted(byStream)))
      await this.claimTogether(some, (each) => this.claim(each, claim, cause));
    if (!isRelied(claim, now()))
      throw new StoreOverloaded(`the claims of ${this.commandId} took too long`);
    const appended = await this.store.append([own]);
    await this.makeGood(appended.repeated ? withdrawal : settlement);
    return appended;
  }

  /** Withdraws the claims of a command that was not stored; does nothing where there are none. */
  withdraw(): Promise<void> {
    return this.makeGood(withdrawal);
  }

  /** Where one has to wait, it waits with no claim on those that come behind it in the order. */
  private async claimTogether(
    some: readonly Participant[],
    claim: (participant: Participant) => Promise<void>,
  ): Promise<void> {
    const claimed = await Promise.allSettled(some.map(claim));
    const first = claimed.findIndex(({ status }) => status === 'rejected');
    if (first < 0) return;
    const behind = some.slice(first + 1).map(({ stream }) => stream);
    await this.makeGood(withdrawal, (stream) => behind.includes(stream));
    throw (claimed[first] as PromiseRejectedResult).reason;
  }

  /** Claims what is to change now, in the place of what an earlier attempt claimed. */
  private async claim(participant: Participant, claim: Claim, cause: NewEvent): Promise<void> {
    const { write, folded } = await participant.plan();
    const place = { stream: participant.stream, version: folded.version };
    const { events } = causedBy(cause.id, write);
    const changes = asClaimed(participant, events, () => hold(claim, cause, place));
    const before = pendingOf(folded, claim.id);
    const unchanged = before?.claim.of === claim.of && equal(before.changes, changes);
    if (unchanged || folded.commands.has(this.commandId)) return;
    if (changes.length === 0 && !before) return;
    this.held.set(participant.stream, participant);
    const [like = before!.changes[0]!] = changes;
    const event =
      changes.length > 0
        ? onClaims('ChangeClaimed', { claim, changes }, like, place)
        : withdrawn(before!, place);
    const stored = await isStored(this.store, place, [event]);
    if (!stored) throw new VersionConflict(participant.stream, folded.version, folded.version + 1);
  }

  /**
   * Ends the claims of this request, by default all of them. Whether the command is stored is certain by now, so a failure
   * here does no harm: whoever loads the stream next ends the claim.
   */
  private async makeGood(
    outcome: Outcome,
    isMeant: (stream: string) => boolean = () => true,
  ): Promise<void> {
    const { mine } = this;
    if (!mine) return;
    const held = [...this.held.values()].filter(({ stream }) => isMeant(stream));
    for (const { stream } of held) this.held.delete(stream);
    for (const some of inTurns(held))
      await Promise.all(some.map((each) => conclude(this.store, each, mine.id, outcome)));
  }
}

/** A stream, and the version at which it is written. */
interface Place {
  readonly stream: string;
  readonly version: number;
}

/** What is written to a stream to end a claim. */
export type Outcome = (pending: Pending, place: Place) => NewEvent[];

/** The changes are made; where there are none, the claim ends. */
export const settlement: Outcome = (pending, place) =>
  isHold(pending) ? withdrawal(pending, place) : [...pending.changes];

/** Nothing of it is changed. */
export const withdrawal: Outcome = (...which) => [withdrawn(...which)];

/**
 * Ends a claim, unless it has ended. It is tried again where others wrote first; any other failure
 * is left to whoever loads the stream next. Changes that the stream holds already were made for an
 * earlier request of the command, before this one claimed them again: such a claim is withdrawn.
 */
export async function conclude(
  store: EventStore,
  { stream, read }: Pick<Participant, 'stream' | 'read'>,
  claim: string,
  outcome: Outcome,
): Promise<void> {
  let ending = outcome;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      const folded = await read();
      const pending = pendingOf(folded, claim);
      if (!pending) return;
      const place = { stream, version: folded.version };
      if (await isStored(store, place, ending(pending, place))) return;
      ending = withdrawal;
    } catch (error) {
      if (!(error instanceof VersionConflict)) return;
    }
  }
}

function pendingOf({ pending }: Folded<unknown>, id: string): Pending | undefined {
  return pending.find(({ claim }) => claim.id === id);
}

function withdrawn({ claim, changes }: Pending, place: Place): NewEvent {
  return onClaims('ChangeWithdrawn', { claim: claim.id }, changes[0]!, place);
}

/** Where nothing of it changes, and it is to stay so, that is what is claimed. */
function asClaimed(
  { holds = false }: Participant,
  changes: readonly NewEvent[],
  held: () => NewEvent,
): readonly NewEvent[] {
  return changes.length === 0 && holds ? [held()] : changes;
}

/** Stands for a change where there is none: the end of the claim itself. */
function hold({ id: claim }: Claim, cause: NewEvent, place: Place): NewEvent {
  return onClaims('ChangeWithdrawn', { claim }, cause, place);
}

/** An event that follows from the claim's command, as a change does. */
function onClaims(
  type: keyof typeof claimEventTypes,
  data: object,
  { meta }: NewEvent,
  { stream, version }: Place,
): NewEvent {
  const id = derivedId(meta.commandId, `${stream}@${version + 1}`);
  return { id, type, ...claimEventTypes[type], data, meta: { ...meta, articles: [] } };
}

/**
 * False: another request of the same command was first, which shows because ids are derived from
 * the command and the place.
 */
async function isStored(
  store: EventStore,
  { stream, version }: Place,
  events: readonly NewEvent[],
): Promise<boolean> {
  try {
    return !(await store.append([{ stream, expected: version, events }])).repeated;
  } catch (error) {
    if (error instanceof DuplicateEvent) return false;
    throw error;
  }
}

function causedBy(causationId: string, write: StreamWrite): StreamWrite {
  const events = write.events.map((event) => ({ ...event, meta: { ...event.meta, causationId } }));
  return { ...write, events };
}

function equal(a: readonly NewEvent[], b: readonly NewEvent[]): boolean {
  return fingerprintOf(a) === fingerprintOf(b);
}

function byStream(a: Participant, b: Participant): number {
  return a.stream < b.stream ? -1 : 1;
}

function now(): string {
  return new Date().toISOString();
}

function inTurns(participants: readonly Participant[]): (readonly Participant[])[] {
  const turns = Math.ceil(participants.length / AT_ONCE);
  return Array.from({ length: turns }, (_, turn) =>
    participants.slice(turn * AT_ONCE, (turn + 1) * AT_ONCE),
  );
}
