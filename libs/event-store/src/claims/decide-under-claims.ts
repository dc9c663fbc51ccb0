import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError, type Decider, type DomainEvent } from '@app/kernel';
import type { NewEvent } from '../envelope.js';
import { StreamClaimed } from '../errors.js';
import { fingerprint } from '../fingerprint.js';
import { isHold, type Pending } from './claim-events.js';
import type { Folded } from '../folded.js';

/**
 * With more open claims of others than this one waits: each can be settled or withdrawn, so the
 * number of cases doubles with each.
 */
const MOST = 3;

/** How long somebody waits, in milliseconds, for claims that would change the answer. */
const PAUSES = [10, 20, 40, 80, 160, 320, 640];

/**
 * Decides while claims of others are open on the stream. Each of them may be settled or withdrawn,
 * so the command is decided in every combination. Only if all give the same answer is it taken, and
 * it is then right whatever becomes of the claims. While somebody holds the stream as it is, whatever
 * would change it waits.
 *
 * @param command id of the command that decides; its own claims are ignored
 * @throws StreamClaimed the answer depends on the claims of others
 */
export function decideUnderClaims<S, E extends DomainEvent>(
  decider: Pick<Decider<never, S, E>, 'evolve'>,
  { stream, state, pending }: Pick<Folded<S>, 'state' | 'pending'> & { readonly stream: string },
  command: string,
  decide: (state: S) => readonly E[],
): readonly E[] {
  const ofOthers = pending.filter(({ claim }) => claim.command !== command);
  const others = ofOthers.filter((each) => !isHold(each));
  const events = decideInEvery(decider, { stream, state, others }, decide);
  if (events.length > 0 && others.length < ofOthers.length) throw new StreamClaimed(stream);
  return events;
}

interface Claimed<S> {
  readonly stream: string;
  readonly state: S;
  /** What others may change. */
  readonly others: readonly Pending[];
}

function decideInEvery<S, E extends DomainEvent>(
  decider: Pick<Decider<never, S, E>, 'evolve'>,
  { stream, state, others }: Claimed<S>,
  decide: (state: S) => readonly E[],
): readonly E[] {
  if (others.length === 0) return decide(state);
  if (others.length > MOST) throw new StreamClaimed(stream);
  const worlds = others.reduce<S[]>(
    (states, { changes }) =>
      states.flatMap((each) => [each, changes.map(asRead<E>).reduce(decider.evolve, each)]),
    [state],
  );
  const answers = worlds.map((world) => answerOf(() => decide(world)));
  const [first] = answers;
  if (answers.some(({ says }) => says !== first!.says)) throw new StreamClaimed(stream);
  return first!.give();
}

/** As the fold will see it once it is made: when it happened, and who did it, stand beside what it says. */
function asRead<E extends DomainEvent>({ meta, ...change }: NewEvent): E {
  return { ...change, ...meta } as unknown as E;
}

/** Repeats an attempt that failed with StreamClaimed, after growing pauses: claims are settled within moments. */
export async function retryWhileClaimed<T>(attempt: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StreamClaimed)) throw error;
      await sleep(pause);
    }
  }
  return attempt();
}

interface Answer<E> {
  /** Equal for equal answers. */
  readonly says: string;
  readonly give: () => readonly E[];
}

function answerOf<E extends DomainEvent>(decide: () => readonly E[]): Answer<E> {
  try {
    const events = decide();
    return { says: fingerprintOf(events), give: () => events };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const give = () => {
      throw error;
    };
    return { says: error.code, give };
  }
}

/**
 * Fingerprint of the types and data of events, without who caused them and when.
 *
 * @param by default: one that is in memory alone; a store's own for what is stored
 */
export function fingerprintOf(
  events: readonly Pick<DomainEvent, 'type' | 'data'>[],
  by: (value: unknown) => string = fingerprint,
): string {
  return by(events.map(({ type, data }) => [type, data]));
}
