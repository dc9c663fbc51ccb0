/** A page of at least so many events means that many commands are being carried out; one command makes fewer. */
const RUSH = 8;

/** How many times as long as the page took the runner pauses then. */
const REST = 20;

const SHORTEST = 50;
const LONGEST = 2_000;

/** Whom nothing of a rush concerns looks on less often. */
const UNCONCERNED = 250;

export interface PageLookedAt {
  /** Events that the page went through. */
  readonly events: number;
  /** Those of them that the table needs. */
  readonly needed: number;
  /** Milliseconds that it took. */
  readonly took: number;
}

/**
 * Milliseconds a runner rests after a page. In a rush it lets more events gather, so that a row
 * that many of them touch is written once and the commands keep most of the machine; otherwise
 * what was stored is visible at once. Whoever waits to read their own write ends the rest.
 */
export function pauseAfterPage({ events, needed, took }: PageLookedAt): number {
  if (events < RUSH) return 0;
  return Math.min(LONGEST, Math.max(needed > 0 ? SHORTEST : UNCONCERNED, took * REST));
}
