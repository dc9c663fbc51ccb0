import { setTimeout as sleep } from 'node:timers/promises';
import { leaderToldBy, type Asking, type Endpoint } from './gossip.js';
import { NotSent } from './not-sent.js';

/** How the leader of a cluster is looked for. */
export interface Search extends Omit<Asking, 'signal'> {
  /** Nodes that may be asked, or one name in the DNS for all of them. */
  readonly seeds: readonly Endpoint[];
  /** How often all are asked before the search has failed, and the milliseconds between. */
  readonly attempts: number;
  readonly intervalMs: number;
}

/**
 * Where the leader of a cluster listens, by the first of its nodes that knows.
 *
 * The client has a discovery of its own, whose failure it keeps as the promise of its channel and
 * then awaits where nobody listens: that ends the process. It is therefore only ever given the
 * address of one node, found here.
 *
 * @throws NotSent none of them answers, or none knows of a leader, or the signal says to stop
 */
export async function findLeader(search: Search, signal: AbortSignal): Promise<Endpoint> {
  let reason: unknown;
  for (let attempt = 1; attempt <= search.attempts && !signal.aborted; attempt++) {
    try {
      return await askAll(search, signal);
    } catch (error) {
      reason = error;
    }
    if (attempt < search.attempts)
      await sleep(search.intervalMs, undefined, { signal }).catch(() => undefined);
  }
  throw new NotSent('the connection was lost: no node is known to lead', { cause: reason });
}

/** @throws Error that nobody leads, from nodes that answer, or why the first of them does not */
async function askAll({ seeds, ...asking }: Search, signal: AbortSignal): Promise<Endpoint> {
  const nobody = new Error('no node of the cluster leads');
  const told = seeds.map(async (seed) => {
    const leader = await leaderToldBy(seed, { ...asking, signal });
    if (!leader) throw nobody;
    return leader;
  });
  try {
    return await Promise.any(told);
  } catch (error) {
    const { errors } = error as AggregateError;
    throw errors.includes(nobody) ? nobody : errors[0];
  }
}
