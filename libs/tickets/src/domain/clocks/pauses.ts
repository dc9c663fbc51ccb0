import type { Instant } from '@app/kernel';
import type { Pause, PauseReason } from './clock.events.js';
import type { ClockFact } from './clock-facts.js';

/** A pause that goes on, and the visit that it waits for. */
type Held = Pause & { readonly visit: number | undefined };

interface Holding {
  readonly ended: readonly Pause[];
  readonly held?: Held | undefined;
  /** Visits at which somebody is at work. */
  readonly working: ReadonlySet<number>;
  /** To when visits were moved. */
  readonly moved: ReadonlyMap<number, Instant>;
}

/**
 * The spans in which the clocks of a round stand still, by its facts in their order: from an
 * agreement that the customer wants nobody sooner, from standing before a locked door, or from an
 * interruption on the customer's side, each until the agreed hour or until work goes on, whichever
 * comes first. One that goes on has the agreed end, or none.
 */
export function pausesOf(facts: readonly ClockFact[]): readonly Pause[] {
  const end = facts.reduce<Holding>(after, { ended: [], working: new Set(), moved: new Map() });
  return end.held ? [...end.ended, pauseOf(end.held)] : end.ended;
}

function after(before: Holding, fact: ClockFact): Holding {
  const holding = lapsed(before, fact.at);
  const { visit } = fact;
  switch (fact.type) {
    case 'VisitScheduled':
      return agreed(holding, fact);
    case 'VisitRescheduled':
      return agreed({ ...holding, moved: new Map([...holding.moved, [visit!, fact.from!]]) }, fact);
    case 'VisitCancelled':
      return waitsFor(holding, 'customers-wish', visit) ? ends(holding, fact.at) : holding;
    case 'TechnicianArrived':
      return holding.held?.why === 'work-suspended' ? holding : ends(holding, fact.at);
    case 'CustomerAbsent':
      return wasExpectedLater(holding, fact)
        ? holding
        : begins(holding, fact, 'customer-absent', null);
    case 'WorkStarted':
    case 'WorkResumed':
      return { ...ends(holding, fact.at), working: new Set([...holding.working, visit!]) };
    case 'WorkSuspended':
      return suspended({ ...holding, working: without(holding.working, visit!) }, fact);
    case 'TechnicianLeft':
      return { ...holding, working: without(holding.working, visit!) };
    case 'RepairCompleted':
    case 'TicketResolved':
    case 'TicketCancelled':
      return ends(holding, fact.at);
    default:
      return holding;
  }
}

/** Nobody had to be there before the hour to which the visit had been moved. */
function wasExpectedLater({ moved }: Holding, { at, visit }: ClockFact): boolean {
  return at < (moved.get(visit!) ?? '');
}

/** Who waits for a new appointment waits until it; another wish takes the place of the one before. */
function agreed(holding: Holding, fact: ClockFact): Holding {
  const { held } = holding;
  if (fact.until !== undefined) return begins(holding, fact, 'customers-wish', fact.until);
  if (held?.why === 'customer-absent')
    return { ...holding, held: { ...held, visit: fact.visit, until: fact.from! } };
  return waitsFor(holding, 'customers-wish', fact.visit) ? ends(holding, fact.at) : holding;
}

/** While somebody else is at work there is no pause; it begins when the last of them stops for the customer. */
function suspended(holding: Holding, fact: ClockFact): Holding {
  if (holding.working.size > 0) return ends(holding, fact.at);
  return fact.until === undefined ? holding : begins(holding, fact, 'work-suspended', fact.until);
}

function waitsFor({ held }: Holding, why: PauseReason, visit: number | undefined): boolean {
  return held?.why === why && held.visit === visit;
}

function begins(
  holding: Holding,
  { type, at, visit, words }: ClockFact,
  why: PauseReason,
  until: Instant | null,
): Holding {
  if (until !== null && until <= at) return holding;
  const by = { type, occurredAt: at };
  const held = { since: at, until, why, ...(words !== undefined && { words }), by, visit };
  return { ...ends(holding, at), held };
}

/** What was agreed has come before this. */
function lapsed(holding: Holding, at: Instant): Holding {
  const { held } = holding;
  return held && held.until !== null && held.until <= at ? ends(holding, held.until) : holding;
}

function ends({ held, ...rest }: Holding, at: Instant): Holding {
  if (!held || held.since >= at) return rest;
  return { ...rest, ended: [...rest.ended, { ...pauseOf(held), until: at }] };
}

function pauseOf({ visit: _, ...pause }: Held): Pause {
  return pause;
}

function without(visits: ReadonlySet<number>, visit: number): ReadonlySet<number> {
  return new Set([...visits].filter((each) => each !== visit));
}
