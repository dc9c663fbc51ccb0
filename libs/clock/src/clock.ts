/** What time it is for the service: the one time by which it receives, records and finds things late. */
export abstract class Clock {
  /** Unix milliseconds; never less than what it said before. */
  abstract readonly now: number;
}

/** This machine's own clock, for whoever has no database to ask: tools and tests of a store alone. */
export const ownClock: Clock = {
  get now(): number {
    return Date.now();
  },
};
