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
  /** Visits at which somebody is with the customer. */
  readonly met: ReadonlySet<number>;
  /** From when on the customer is to be there for a visit. */
  readonly expected: ReadonlyMap<number, Instant>;
}

const NOTHING: Holding = { ended: [], working: new Set(), met: new Set(), expected: new Map() };

/**
 * The spans in which the clocks of a round stand still, by its facts in their order: from an
 * agreement that the customer wants nobody sooner, from standing before a locked door, or from an
 * interruption on the customer's side, each until the agreed hour or until work goes on, whichever
 * comes first. A later hour extends it where the customer wishes it; what the house moves extends
 * nothing. One that goes on has the agreed end, or none.
 */
export function pausesOf(facts: readonly ClockFact[]): readonly Pause[] {
  const end = facts.reduce<Holding>(after, NOTHING);
  return end.held ? [...end.ended, pauseOf(end.held)] : end.ended;
}

function after(before: Holding, fact: ClockFact): Holding {
  const holding = expecting(lapsed(before, fact.at), fact);
  const { visit } = fact;
  switch (fact.type) {
    case 'VisitScheduled':
    case 'VisitRescheduled':
      return agreed(holding, fact);
    case 'VisitCancelled':
      return calledOff(holding, fact);
    case 'TechnicianArrived':
      return holding.held?.why === 'work-suspended' ? holding : ends(holding, fact.at);
    case 'CustomerGreeted':
      return { ...found(holding, fact.at), met: new Set([...holding.met, visit!]) };
    case 'CustomerAbsent':
      return isMissed(holding, fact) ? begins(holding, fact, 'customer-absent', null) : holding;
    case 'WorkStarted':
    case 'WorkResumed':
      return { ...ends(holding, fact.at), working: new Set([...holding.working, visit!]) };
    case 'WorkSuspended':
      return suspended({ ...holding, working: without(holding.working, visit!) }, fact);
    case 'TechnicianLeft':
      return {
        ...holding,
        working: without(holding.working, visit!),
        met: without(holding.met, visit!),
      };
    case 'RepairCompleted':
    case 'TicketResolved':
    case 'TicketCancelled':
      return ends(holding, fact.at);
    default:
      return holding;
  }
}

function expecting(holding: Holding, { visit, from }: ClockFact): Holding {
  if (visit === undefined || from === undefined) return holding;
  return { ...holding, expected: new Map([...holding.expected, [visit, from]]) };
}

/** Whoever is greeted is there, though another had stood before a locked door. */
function found(holding: Holding, at: Instant): Holding {
  return holding.held?.why === 'customer-absent' ? ends(holding, at) : holding;
}

/** Nobody has to be there before the hour that they were told, nor is anybody absent whom somebody is with. */
function isMissed({ expected, met }: Holding, { at, visit }: ClockFact): boolean {
  return !met.has(visit!) && at >= (expected.get(visit!) ?? '');
}

/** Who waits for a new appointment waits until it; another wish takes the place of the one before. */
function agreed(holding: Holding, fact: ClockFact): Holding {
  const { held } = holding;
  if (fact.until !== undefined) return begins(holding, fact, 'customers-wish', fact.until);
  if (!held || (held.visit !== fact.visit && held.why !== 'customer-absent')) return holding;
  const hour = hourOf(held, fact);
  if (hour <= fact.at) return ends(holding, fact.at);
  const next = hour === held.until ? held.visit : fact.visit;
  return { ...holding, held: { ...held, visit: next, until: hour } };
}

/** Until when it stands still: a later hour counts where none was agreed yet, or it is the customer's own. */
function hourOf({ until, why }: Held, { from, wished }: ClockFact): Instant {
  const hour = from!;
  if (until === null || hour < until) return hour;
  return wished && why !== 'customers-wish' ? hour : until;
}

/** Who calls off what was agreed after a locked door is waited for again. */
function calledOff(holding: Holding, { at, visit, wished = false }: ClockFact): Holding {
  const { held } = holding;
  if (held?.visit !== visit) return holding;
  if (held?.why === 'customers-wish') return ends(holding, at);
  const again = held?.why === 'customer-absent' && wished;
  return again ? { ...holding, held: { ...held, visit: undefined, until: null } } : holding;
}

/** While somebody else is at work there is no pause; it begins when the last of them stops for the customer. */
function suspended(holding: Holding, fact: ClockFact): Holding {
  if (holding.working.size > 0) return ends(holding, fact.at);
  return fact.until === undefined ? holding : begins(holding, fact, 'work-suspended', fact.until);
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
