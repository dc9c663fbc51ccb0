import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError, type Decider, type DomainEvent } from '@app/kernel';
import { StreamClaimed } from '../errors.js';
import { fingerprint } from '../fingerprint.js';
import type { Folded } from '../folded.js';

/** Claims of others that are thought through, each kept and given up; beyond them one waits. */
const MOST = 3;

/** How long somebody waits, in milliseconds, for claims that would change the answer. */
const PAUSES = [10, 20, 40, 80, 160, 320, 640];

/**
 * Decides where others' claims are open. Each may come to stand or not; what is decided must come
 * out the same in every case, so that it is right whatever becomes of them, and they stay right.
 *
 * @param command whose own claims do not stand in its way
 * @throws StreamClaimed it depends on them
 */
export function decideUnderClaims<S, E extends DomainEvent>(
  decider: Pick<Decider<never, S, E>, 'evolve'>,
  { stream, state, pending }: Pick<Folded<S>, 'state' | 'pending'> & { readonly stream: string },
  command: string,
  decide: (state: S) => readonly E[],
): readonly E[] {
  const others = pending.filter(({ claim }) => claim.command !== command);
  if (others.length === 0) return decide(state);
  if (others.length > MOST) throw new StreamClaimed(stream);
  const worlds = others.reduce<S[]>(
    (states, { changes }) =>
      states.flatMap((each) => [each, (changes as unknown as E[]).reduce(decider.evolve, each)]),
    [state],
  );
  const answers = worlds.map((world) => answerOf(() => decide(world)));
  const [first] = answers;
  if (answers.some(({ says }) => says !== first!.says)) throw new StreamClaimed(stream);
  return first!.give();
}

/** Tries again, after ever longer pauses, what depends on claims that are soon to be settled. */
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

/** Of what events say happened, whoever caused them and whenever. */
export function fingerprintOf(events: readonly Pick<DomainEvent, 'type' | 'data'>[]): string {
  return fingerprint(events.map(({ type, data }) => [type, data]));
}
