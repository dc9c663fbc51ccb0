import type { Found } from '@app/findings';
import { broken, type Instant } from '@app/kernel';
import { duties as leavingDuties } from '../steps/leave-site.js';
import { workDuties } from '../steps/start-work.js';
import { standingAt } from '../visit/standing.js';
import { hasArrived, hasLeft, type Visit } from '../visit/visit.state.js';
import { found } from './found.js';
import type { OpenedTicket } from './ticket.state.js';

/** A moment at which a visit is judged. */
export interface Judgement {
  readonly what: 'departure' | 'arrival' | 'start' | 'leaving';
  readonly at: Instant;
  /** What was found broken at it, or would be today. */
  readonly broken: () => readonly Found[];
}

/** The moments of a visit that have been judged, each by what is known by now of the time before it. */
export function judgementsOf(ticket: OpenedTicket, visit: Visit): Judgement[] {
  const { departedAt } = 'departedAt' in visit ? visit : {};
  const departure = departedAt !== undefined && {
    what: 'departure' as const,
    at: departedAt,
    broken: () =>
      broken([found.customerFileWasReviewed, found.faultWasAnalysed], { ...ticket, departedAt }),
  };
  return [...(departure ? [departure] : []), ...sinceArrival(visit)];
}

function sinceArrival(visit: Visit): Judgement[] {
  if (!hasArrived(visit)) return [];
  const { arrivedAt, expectedBy, firstAt } = visit;
  const start = firstAt.WorkStarted;
  return [
    {
      what: 'arrival',
      at: arrivedAt,
      broken: () => broken([found.arrivesWhenExpected], { arrivedAt, expectedBy }),
    },
    ...(start === undefined
      ? []
      : [
          {
            what: 'start' as const,
            at: start,
            broken: () => broken(workDuties, standingAt(visit, start)),
          },
        ]),
    ...(hasLeft(visit) && !visit.returning
      ? [{ what: 'leaving' as const, at: visit.leftAt, broken: () => broken(leavingDuties, visit) }]
      : []),
  ];
}
