import type { DomainEvent, Instant } from '@app/kernel';
import type { NewEvent, RecordedEvent } from '../envelope.js';
import type { EventTypes } from '../upcasters.js';

/**
 * Something that a command is to change beside its own stream, on a store that takes one stream at
 * a time (ADR 14). Each request of the command holds a claim of its own.
 */
export interface Claim {
  readonly id: string;
  readonly command: string;
  /** The stream that the command is for: what it holds says whether the claim stands. */
  readonly stream: string;
  /** Fingerprint of the events that the command is to store there. */
  readonly of: string;
  /** When the request began to claim, by the server's clock. */
  readonly at: Instant;
}

/** Changes that will be made once the claim is known to stand. */
export interface Pending {
  readonly claim: Claim;
  readonly changes: readonly NewEvent[];
}

/*
 * These names and shapes are stored for ever, in streams of every category.
 */

/** It takes the place of an earlier one under the same claim. */
type ChangeClaimed = DomainEvent<'ChangeClaimed', Pending>;
/** The claim, by its id, will not come to stand; nothing of it was changed. */
type ChangeWithdrawn = DomainEvent<'ChangeWithdrawn', { readonly claim: string }>;

/** The schema version of each event that says something of claims. */
export const claimEventTypes = {
  ChangeClaimed: { schemaVersion: 1 },
  ChangeWithdrawn: { schemaVersion: 1 },
} as const satisfies EventTypes;

/** Whether an event is about a claim, and so changes nothing of the aggregate's state. */
export function isOfClaims({ type }: { readonly type: string }): boolean {
  return Object.hasOwn(claimEventTypes, type);
}

/** Whether it is claimed that the stream stays as it is: all that would be made of it is its own end. */
export function isHold({ changes }: Pending): boolean {
  return changes.every(isOfClaims);
}

/** What is still open after an event; a command's own changes end all of its claims. */
export function pendingAfter(
  pending: readonly Pending[],
  event: Pick<RecordedEvent, 'type' | 'data' | 'commandId'>,
): readonly Pending[] {
  if (event.type === 'ChangeClaimed') {
    const claimed = event.data as ChangeClaimed['data'];
    return [...pending.filter(({ claim }) => claim.id !== claimed.claim.id), claimed];
  }
  if (event.type === 'ChangeWithdrawn') {
    const { claim: withdrawn } = event.data as ChangeWithdrawn['data'];
    return pending.filter(({ claim }) => claim.id !== withdrawn);
  }
  return pending.length === 0
    ? pending
    : pending.filter(({ claim }) => claim.command !== event.commandId);
}

/**
 * Milliseconds after which a claim without its command has lapsed. A request stops relying on its
 * claim after a quarter of this, and an append that it has sent by then is answered within the
 * rest, so after it the command cannot be stored any more. It is no number of the policy: it
 * follows from how long the store is waited for.
 */
const CLAIM_HOLDS_MS = 60_000;

/** Whether a request may still append its command's events relying on the claim. */
export function isRelied({ at }: Pick<Claim, 'at'>, now: Instant): boolean {
  return Date.parse(now) - Date.parse(at) < CLAIM_HOLDS_MS / 4;
}

/** Whether no request relies on the claim any more: a command that is not stored by now never will be under it. */
export function hasLapsed({ at }: Pick<Claim, 'at'>, now: Instant): boolean {
  return Date.parse(now) - Date.parse(at) > CLAIM_HOLDS_MS;
}
