import type { Instant } from '@app/kernel';
import { factsOfRound, type ClockFact } from './clock-facts.js';
import type { EventNamed, Pause, Reading, Verdict } from './clock.events.js';
import type { Deadline } from './deadline.js';
import { pausesOf } from './pauses.js';
import { lapseOf, minutesOf, ranFor } from './running-time.js';

/** How a clock stands at a moment, by all that is known of what happened. */
export interface Reckoning extends Reading {
  readonly verdict: Verdict;
  /** The event that met it. */
  readonly by?: EventNamed;
  /** It stands still at that moment. */
  readonly pause?: Pause;
}

/** What was set of a clock, which nothing that happens changes. */
type Set = Pick<
  Deadline,
  'clock' | 'round' | 'from' | 'minutes' | 'warnPercent' | 'noSooner' | 'terms' | 'working'
>;

/**
 * How one of the ticket's clocks stands at `now`: what its deadline is, what pauses it, and whether it
 * is met, by the order in which things happened, whatever the order in which they were told (B2).
 * What the ticket says of its clocks is what this function says.
 */
export function reckon(set: Set, facts: readonly ClockFact[], now: Instant): Reckoning {
  const told = factsOfRound(facts, set.round);
  const round = untilEnd(undisproved(set, told));
  const met = metBy(set, round);
  const end = met?.at ?? round.find(isEnd)?.at;
  const pauses = pausesOf(round).filter(
    ({ since }) => set.from <= since && (end === undefined || since < end),
  );
  const reading = readingAt(set, pauses, end !== undefined && end < now ? end : now);
  const pause = pauses.find(({ since, until }) => since <= now && (until === null || now < until));
  const verdict = verdictOf(reading, { met, end, now });
  return {
    ...reading,
    verdict,
    ...(verdict === 'met' && met && { by: { type: met.type, occurredAt: met.at } }),
    ...(verdict === 'running' && pause && { pause }),
  };
}

function readingAt(set: Set, pauses: readonly Pause[], now: Instant): Reading {
  const { minutes, warnPercent, noSooner, working } = set;
  const { at: ends, awaits } = ranFor(minutes, set, pauses, now);
  const due = noSooner !== undefined && ends < noSooner ? noSooner : ends;
  const warns = ranFor((minutes * warnPercent) / 100, set, pauses, now);
  const counted = pauses.filter(({ since }) => since < due);
  return {
    due,
    warnAt: warns.awaits === undefined && warns.at < due ? warns.at : due,
    paused: minutesOf(counted, now, working),
    pauses: counted,
    ...(awaits !== undefined && { awaits }),
  };
}

/** Of a clock that awaits a year nothing is said but what cannot turn out otherwise. */
function verdictOf(
  { due, awaits }: Reading,
  {
    met,
    end,
    now,
  }: {
    readonly met: ClockFact | undefined;
    readonly end: Instant | undefined;
    readonly now: Instant;
  },
): Verdict {
  const lapse = lapseOf(due);
  const late = awaits === undefined ? 'breached' : 'running';
  if (met) return met.at < lapse ? 'met' : late;
  if (end !== undefined) return end < lapse ? 'ended' : late;
  return now < lapse ? 'running' : late;
}

/**
 * What meets a clock (B2). Response: somebody is there, before a locked door too, or was there already.
 * Restoration: the last repair of the round passed its test, and none after it failed, nor did a later visit find the
 * fault again. Both: advice settled it. What was over before the clock began to count meets none.
 */
function metBy({ clock, from }: Set, round: readonly ClockFact[]): ClockFact | undefined {
  const since = round.filter(({ at }) => at >= from);
  if (clock === 'response')
    return (
      thereAlready(round, from) ??
      since.find(({ type, restored }) => type === 'TechnicianArrived' || isSettled(type, restored))
    );
  const said = since.filter(
    ({ type, restored }) => type === 'RepairCompleted' || isSettled(type, restored),
  );
  const sinceFailure = said.slice(said.findLastIndex(({ restored }) => !restored) + 1);
  return sinceFailure.reduce<ClockFact | undefined>(
    (held, next) => (held && !foundAgain(held, next, round) ? held : next),
    undefined,
  );
}

/** Somebody came to the next visit only after that repair, and repaired a fault all the same: the service had not been back. */
function foundAgain(held: ClockFact, next: ClockFact, round: readonly ClockFact[]): boolean {
  if (next.visit === held.visit || !next.foundFault) return false;
  const came = round.find(
    ({ type, visit }) => type === 'TechnicianArrived' && visit === next.visit,
  );
  return came !== undefined && came.at > held.at;
}

/** The arrival of somebody who was on site when the clock began to count, as where a visit turned out to be an emergency. */
function thereAlready(round: readonly ClockFact[], from: Instant): ClockFact | undefined {
  const before = round.filter(({ at }) => at < from);
  return before.findLast(
    ({ type, visit, at }) =>
      type === 'TechnicianArrived' &&
      !before.some((each) => each.visit === visit && each.at >= at && isLeaving(each)),
  );
}

function isLeaving({ type }: ClockFact): boolean {
  return type === 'TechnicianLeft' || type === 'CustomerAbsent';
}

function isSettled(type: ClockFact['type'], restored: boolean | undefined): boolean {
  return type === 'TicketResolved' && restored === true;
}

/**
 * Without a solution that is none: the last repair before it failed, or one after it did. What that
 * said of the service is taken back, and the clock goes on from the call.
 */
function undisproved({ clock }: Set, round: readonly ClockFact[]): readonly ClockFact[] {
  const repairs = round.filter(({ type }) => type === 'RepairCompleted');
  if (clock === 'response' || repairs.every(({ restored }) => restored)) return round;
  return round.filter(({ type, restored, at }) => {
    if (!isSettled(type, restored)) return true;
    const lastBefore = repairs.findLast((each) => each.at <= at);
    const failedAfter = repairs.some((each) => each.at > at && !each.restored);
    return lastBefore?.restored !== false && !failedAfter;
  });
}

/** What comes after the ticket's end meets no clock, and pauses none. */
function untilEnd(round: readonly ClockFact[]): readonly ClockFact[] {
  const end = round.findIndex(isEnd);
  return end < 0 ? round : round.slice(0, end + 1);
}

/** The ticket ended, with or without a repair. */
function isEnd({ type }: ClockFact): boolean {
  return type === 'TicketResolved' || type === 'TicketCancelled';
}
