import type { RecordedEvent } from '../envelope.js';
import type { EventStore } from '../port.js';
import type { Folded } from '../folded.js';
import { hasLapsed, type Claim } from './claim-events.js';
import { conclude, settlement, withdrawal, type Outcome } from './reservation.js';
import { fingerprintOf } from './decide-under-claims.js';

/**
 * Ends the claims on a stream that their requests have left: a claim whose command stands is
 * settled, one that will never stand is withdrawn, and one that a request may still go by is let be.
 *
 * @param load reads the stream from the store
 * @returns what it holds then
 */
export async function settleAbandonedClaims<S>(
  store: EventStore,
  stream: string,
  load: () => Promise<Folded<S>>,
): Promise<Folded<S>> {
  const folded = await load();
  if (folded.pending.length === 0) return folded;
  for (const { claim } of folded.pending) {
    const outcome = outcomeOf(claim, await ofCommand(store, claim));
    if (outcome) await conclude(store, { stream, load }, claim.id, outcome);
  }
  return load();
}

function outcomeOf(claim: Claim, stored: readonly RecordedEvent[]): Outcome | undefined {
  if (stored.length > 0) return fingerprintOf(stored) === claim.of ? settlement : withdrawal;
  return hasLapsed(claim, new Date().toISOString()) ? withdrawal : undefined;
}

async function ofCommand(store: EventStore, { stream, command }: Claim) {
  return (await store.readStream(stream)).filter(({ commandId }) => commandId === command);
}
