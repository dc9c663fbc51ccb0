/** Events of a page from which on there is a rush. */
const RUSH = 4;

/** How much longer than the page took a runner rests in a rush. */
const REST = 20;

const LONGEST = 2_000;

/**
 * Milliseconds a runner rests after a page. In a rush it lets more events gather, so that a row
 * that many of them touch is written once and the commands keep most of the machine; otherwise
 * what was stored is visible at once. Whoever waits to read their own write ends the rest.
 *
 * @param events of the page
 * @param took milliseconds that the page took
 */
export function breather(events: number, took: number): number {
  return events < RUSH ? 0 : Math.min(LONGEST, took * REST);
}
