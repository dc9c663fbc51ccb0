import type { RecordedEvent } from '../envelope.js';
import type { EventStore } from '../port.js';
import type { Folded } from '../folded.js';
import { hasLapsed, type Claim } from './claim-events.js';
import { conclude, settlement, withdrawal, type Outcome } from './reservation.js';
import { fingerprintOf } from './decide-under-claims.js';

/**
 * Ends the claims on a stream that their requests did not end, because of a crash: a claim whose
 * command was stored is settled, one whose command can no longer be stored is withdrawn, and one
 * whose request may still be running is left alone.
 *
 * @param load reads the stream from the store
 * @returns the stream after that
 */
export async function settleAbandonedClaims<S>(
  store: EventStore,
  stream: string,
  load: () => Promise<Folded<S>>,
): Promise<Folded<S>> {
  const folded = await load();
  if (folded.pending.length === 0) return folded;
  for (const { claim } of folded.pending) {
    const outcome = outcomeOf(claim, await ofCommand(store, claim), store);
    if (outcome) await conclude(store, { stream, load }, claim.id, outcome);
  }
  return load();
}

function outcomeOf(
  claim: Claim,
  stored: readonly RecordedEvent[],
  store: EventStore,
): Outcome | undefined {
  if (stored.length > 0) {
    const of = fingerprintOf(stored, (value) => store.fingerprint(value));
    return of === claim.of ? settlement : withdrawal;
  }
  return hasLapsed(claim, new Date().toISOString()) ? withdrawal : undefined;
}

async function ofCommand(store: EventStore, { stream, command }: Claim) {
  return (await store.readStream(stream)).filter(({ commandId }) => commandId === command);
}
