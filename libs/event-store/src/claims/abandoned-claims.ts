import type { RecordedEvent } from '../envelope.js';
import { eventsOf } from '../look-back.js';
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
 * @param read reads the stream from the store
 * @returns the stream after that
 */
export async function settleAbandonedClaims<S>(
  store: EventStore,
  stream: string,
  read: () => Promise<Folded<S>>,
): Promise<Folded<S>> {
  const folded = await read();
  if (folded.pending.length === 0) return folded;
  for (const { claim } of folded.pending) {
    const ofCommand = await eventsOf(store, claim.stream, claim.command);
    const outcome = outcomeOf(claim, ofCommand, store);
    if (outcome) await conclude(store, { stream, read }, claim.id, outcome);
  }
  return read();
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
