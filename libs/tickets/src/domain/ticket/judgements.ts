import type { Found } from '@app/findings';
import { broken, type Instant } from '@app/kernel';
import { duties as leavingDuties } from '../steps/leave-site.js';
import { workDuties } from '../steps/start-work.js';
import { crewOf, everOn } from '../visit/crew.js';
import { introduced, unintroduced } from '../visit/introductions.js';
import { endedBy, wayOf } from '../visit/own-way.js';
import { packingRules, studyRules } from '../visit/preparation-rules.js';
import { neededAt } from '../visit/preparation.js';
import { billOf } from '../visit/money.js';
import { promisedAt } from '../visit/promised.js';
import { billThen } from '../visit/settled.js';
import { departureJudged } from '../visit/judged-departure.js';
import { standingAt } from '../visit/standing.js';
import { hasArrived, hasLeft, type Visit, type VisitSinceArrival } from '../visit/visit.state.js';
import { premature } from '../visit/work.preconditions.js';
import { found } from './found.js';
import type { OpenedTicket } from './ticket.state.js';

/** A moment at which a visit is judged. */
export interface Judgement {
  readonly what: 'departure' | 'arrival' | 'start' | 'work' | 'end' | 'leaving' | 'paper';
  readonly at: Instant;
  /** Whose part in it is judged; undefined: it is the visit's, and put to who is responsible for it. */
  readonly person?: string;
  /** Who is found to have missed it, where it is the visit's; default: who answers for it. */
  readonly answers?: string;
  /** What was found broken at it, or would be today. */
  readonly broken: () => readonly Found[];
}

/** The moments of a visit that have been judged, each by what is known by now of the time before it. */
export function judgementsOf(ticket: OpenedTicket, visit: Visit): Judgement[] {
  return [
    ...departures(ticket, visit),
    ...sinceArrival(visit),
    ...firstWork(ticket, visit),
    ...paper(ticket, visit),
  ];
}

/** What was still to be paid when the paper was in order (V23). */
function paper(ticket: OpenedTicket, visit: Visit): Judgement[] {
  if (!hasArrived(visit) || !visit.settled) return [];
  const { money, settled } = visit;
  const bill = billThen(settled, billOf(ticket, { money, progress: 'completed' }));
  const unpaid = () => broken([found.chargeIsCollected], bill);
  return [{ what: 'paper', at: settled.by, broken: unpaid }];
}

/** What had not come before the first hour or part of each of them (V11, V13, R10). */
function firstWork({ entries }: OpenedTicket, visit: Visit): Judgement[] {
  if (!hasArrived(visit)) return [];
  const first = new Map<string, Instant>();
  for (const each of entries) {
    if (each.visit !== visit.visit || each.withdrawn) continue;
    const from = each.kind === 'labour' ? each.span.from : each.at;
    const known = first.get(each.technician);
    if (known === undefined || from < known) first.set(each.technician, from);
  }
  return [...first].map(([person, at]) => ({
    what: 'work' as const,
    at,
    person,
    broken: () => premature(visit, at),
  }));
}

/**
 * Each of those who set out is judged for themself (V6), and who is responsible for what was packed
 * (V5); where nobody told when they set out, by when they came.
 */
function departures(ticket: OpenedTicket, visit: Visit): Judgement[] {
  const { studies } = ticket;
  const { ready } = visit;
  return crewOf(visit).flatMap((technician) => {
    const at = departureJudged(visit, technician);
    if (at === undefined) return [];
    const packed = () =>
      ready ? broken(packingRules, { ready, needed: neededAt(ticket, at) }) : [];
    return [
      {
        what: 'departure' as const,
        at,
        person: technician,
        broken: () => [
          ...broken(studyRules, { studies, visit: visit.visit, technician, departedAt: at }),
          ...(technician === visit.technician ? packed() : []),
        ],
      },
    ];
  });
}

function sinceArrival(visit: Visit): Judgement[] {
  if (!hasArrived(visit)) return [];
  const { arrivedAt, returns = [] } = visit;
  const { expectedBy } = promisedAt(visit, arrivedAt);
  return [
    arrival(arrivedAt, expectedBy),
    ...returns.flatMap(({ cameAt, returnBy, apart }) => (apart ? [] : arrival(cameAt, returnBy))),
    ...backs(visit).map(({ person, at, by }) => arrival(at, by, person)),
    ...joining(visit).map(({ person, at }) => arrival(at, expectedBy, person)),
    ...ofWork(visit),
    ...leavings(visit),
  ];
}

/** Who was to come from the beginning, and came to those who were there: each is late for themself (V7). */
function joining(visit: VisitSinceArrival): { readonly person: string; readonly at: Instant }[] {
  return crewOf(visit).flatMap((person) => {
    const { arrivedAt: at, joinedAt = '' } = wayOf(visit, person);
    const joined = at !== undefined && at !== visit.arrivedAt && joinedAt <= visit.arrivedAt;
    return joined ? [{ person, at }] : [];
  });
}

/** Who was to come back at the hour agreed, and came by themself: each is late for themself (V7). */
function backs(visit: VisitSinceArrival) {
  return everOn(visit).flatMap((person) =>
    (wayOf(visit, person).backs ?? []).flatMap(({ since, cameAt: at, due }) => {
      const agreed = visit.returns?.findLast((each) => each.since === since);
      return due && at !== undefined && agreed ? [{ person, at, by: agreed.returnBy }] : [];
    }),
  );
}

/** What was owed when all had gone, and of whoever left before them the greeting (V8). */
function leavings(visit: VisitSinceArrival): Judgement[] {
  const end = hasLeft(visit) && !visit.returning ? visit.leftAt : undefined;
  const greetings = introduced(visit).flatMap((person) => {
    const at = wayOf(visit, person).leftAt ?? end;
    const missed = () => unintroduced(visit, person);
    return at === undefined ? [] : [{ what: 'leaving' as const, at, person, broken: missed }];
  });
  if (end === undefined) return greetings;
  const owed = () => broken(leavingDuties, visit);
  return [...greetings, { what: 'leaving', at: end, answers: endedBy(visit), broken: owed }];
}

function arrival(arrivedAt: Instant, expectedBy: Instant, person?: string): Judgement {
  const when = { arrivedAt, expectedBy };
  return {
    what: 'arrival',
    at: arrivedAt,
    ...(person !== undefined && { person }),
    broken: () => broken([found.arrivesWhenExpected], when),
  };
}

/** What the work waited for, as it began and as it ended (V11, V13, V17). */
function ofWork(visit: VisitSinceArrival): Judgement[] {
  const start = visit.firstAt.WorkStarted;
  const end = visit.stepsAt.RepairCompleted;
  const began = (at: Instant) => broken(workDuties, standingAt(visit, at));
  const ended = (at: Instant) => broken([found.discrepancyIsAcknowledged], standingAt(visit, at));
  return [
    ...(start ? [{ what: 'start' as const, at: start, broken: () => began(start) }] : []),
    ...(end ? [{ what: 'end' as const, at: end, broken: () => ended(end) }] : []),
  ];
}
