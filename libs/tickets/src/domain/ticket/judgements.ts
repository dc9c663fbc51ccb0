import type { Found } from '@app/findings';
import { broken, type Instant } from '@app/kernel';
import { duties as leavingDuties } from '../steps/leave-site.js';
import { workDuties } from '../steps/start-work.js';
import { crewOf } from '../visit/crew.js';
import { packingRules, studyRules } from '../visit/preparation-rules.js';
import { neededAt } from '../visit/preparation.js';
import { departureOf } from '../visit/setting-out.js';
import { standingAt } from '../visit/standing.js';
import { hasArrived, hasLeft, type Visit } from '../visit/visit.state.js';
import { found } from './found.js';
import type { OpenedTicket } from './ticket.state.js';

/** A moment at which a visit is judged. */
export interface Judgement {
  readonly what: 'departure' | 'arrival' | 'start' | 'leaving';
  readonly at: Instant;
  /** Whose part in it is judged; undefined: it is the visit's, and put to who is responsible for it. */
  readonly person?: string;
  /** What was found broken at it, or would be today. */
  readonly broken: () => readonly Found[];
}

/** The moments of a visit that have been judged, each by what is known by now of the time before it. */
export function judgementsOf(ticket: OpenedTicket, visit: Visit): Judgement[] {
  const departedAt = departureOf(visit);
  return [
    ...(departedAt === undefined ? [] : departures(ticket, visit, departedAt)),
    ...sinceArrival(visit),
  ];
}

/** Each of those who set out is judged for themself (V6), and who is responsible for what was packed (V5). */
function departures(ticket: OpenedTicket, visit: Visit, departedAt: Instant): Judgement[] {
  const { studies } = ticket;
  const { ready } = visit;
  const packed = () =>
    ready ? broken(packingRules, { ready, needed: neededAt(ticket, departedAt) }) : [];
  return crewOf(visit).map((technician) => ({
    what: 'departure',
    at: departedAt,
    person: technician,
    broken: () => [
      ...broken(studyRules, { studies, visit: visit.visit, technician, departedAt }),
      ...(technician === visit.technician ? packed() : []),
    ],
  }));
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
