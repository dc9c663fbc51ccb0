/** A page of at least so many events means that many commands are being carried out; one command makes fewer. */
const RUSH = 8;

/** How many times as long as the page took the runner pauses then. */
const REST = 20;

const SHORTEST = 50;
const LONGEST = 2_000;

/**
 * Milliseconds a runner rests after a page. In a rush it lets more events gather, so that a row
 * that many of them touch is written once and the commands keep most of the machine; otherwise
 * what was stored is visible at once. Whoever waits to read their own write ends the rest.
 *
 * @param events that the page looked at, also those that the table needs nothing of
 * @param took milliseconds that the page took
 */
export function pauseAfterPage(events: number, took: number): number {
  return events < RUSH ? 0 : Math.min(LONGEST, Math.max(SHORTEST, took * REST));
}
