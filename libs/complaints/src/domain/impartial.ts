import { complainedOf, type Begun, type JudgedPoint } from './complaint.state.js';

/**
 * Whoever turns out to be complained of had no part in it: they investigate no more, nor does whom they chose,
 * and what they found and decided is to be found and decided anew (R9).
 */
export function withoutPartOfAccused(complaint: Begun): Begun {
  const accused = complainedOf(complaint);
  const isTheirs = (by: readonly string[] = []) => by.some((each) => accused.includes(each));
  const { investigator, assignedBy, investigation, points, ...rest } = complaint;
  const stays = investigator !== undefined && !isTheirs([investigator, ...(assignedBy ?? [])]);
  const investigated = investigation && !isTheirs(investigation.by);
  return {
    ...rest,
    ...(stays && { investigator, assignedBy: assignedBy ?? [] }),
    ...(investigated && { investigation }),
    points: points.map((point) => (isTheirs(point.verdict?.by) ? unjudged(point) : point)),
  };
}

function unjudged({ verdict: _, ...point }: JudgedPoint): JudgedPoint {
  return point;
}
