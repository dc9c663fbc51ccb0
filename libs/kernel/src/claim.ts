import type { Instant } from './time.js';

/**
 * Something taken for a command before the command itself is stored, where the store cannot take
 * both at once: a technician's hour, a part out of their hands. Each request holds a claim of its
 * own, so that none gives back what another one, of the same command, goes by.
 */
export interface Claim {
  readonly id: string;
  /** The command that it was taken for: its events on its own stream say whether the claim stands. */
  readonly command: string;
  /** When it was taken, by the server's clock. */
  readonly at: Instant;
}

/**
 * No request goes by its claim for longer than a quarter of this, and no append of its is on its way
 * for longer than the rest. Not a number of the policy: it follows from how long a store is waited for.
 */
const CLAIM_HOLDS_MS = 60_000;

/** Whether a request may still go by its claim. */
export function isRelied({ at }: Claim, now: Instant): boolean {
  return Date.parse(now) - Date.parse(at) < CLAIM_HOLDS_MS / 4;
}

/** Whether nobody goes by the claim any more: if its command does not stand by now, it never will on this claim. */
export function hasLapsed({ at }: Claim, now: Instant): boolean {
  return Date.parse(now) - Date.parse(at) > CLAIM_HOLDS_MS;
}
