import type { TechnicianArrived, TechnicianDeparted } from './planning.events.js';
import { cameTogether, wayOf, wentAlone } from './own-way.js';
import { arrived } from './visit.evolve.js';
import { crewOf, madeByFormer } from './crew.js';
import { goesOn } from './found-nobody.js';
import {
  awaitsBack,
  isAwaited,
  isDueBack,
  returnOf,
  returnsApart,
  withBack,
  type AgreedReturn,
} from './own-return.js';
import {
  hasArrived,
  hasGone,
  isUnderWay,
  type AbsentVisit,
  type LeftVisit,
  type Visit,
  type VisitSinceArrival,
} from './visit.state.js';
import type { Instant } from '@app/kernel';

/** Whoever joins those who are there is taken to be there, until they tell when they came themselves. */
export function joined(visit: Visit, technician: string): Visit {
  return isUnderWay(visit) ? { ...visit, present: [...visit.present, technician] } : visit;
}

export function gone(visit: Visit, technician: string): Visit {
  if (!hasArrived(visit)) return visit;
  return { ...visit, present: visit.present.filter((each) => each !== technician) };
}

const HERE_AGAIN = { leftAt: undefined, absentAt: undefined, returning: undefined };

/** Whoever had left before the others and comes with them now. */
function hereAgain(visit: Visit, present: readonly string[]): Pick<Visit, 'own'> {
  const left = present.filter((each) => wayOf(visit, each).leftAt !== undefined);
  return left.reduce((after, each) => wentAlone(after, each, HERE_AGAIN), { own: visit.own });
}

/** Whoever had left for an interruption comes back by themself; what they did before it stays as it was. */
function cameBackAlone(
  visit: VisitSinceArrival,
  technician: string,
  agreed: AgreedReturn,
  cameAt: Instant,
): Visit {
  const back = { since: agreed.since, cameAt, due: isDueBack(visit, technician) };
  const own = (of: Visit) => withBack(of, technician, back, HERE_AGAIN);
  if (isAwaited(visit, agreed)) {
    const first = firstBack(arrived(visit, cameAt));
    return { ...first, ...own(first), present: [technician] };
  }
  const made = returnsApart(visit, agreed, cameAt);
  if (isMadeOn(made, technician, cameAt))
    return { ...goesOn(made, cameAt), ...own(made), present: [technician] };
  const present = isUnderWay(made) ? [...new Set([...made.present, technician])] : made.present;
  return { ...made, ...own(made), present };
}

function firstBack<V extends VisitSinceArrival>(visit: V): V {
  const { returns = [] } = visit;
  const last = returns.length - 1;
  const apart = returns.map((each, i) => (i === last ? { ...each, apart: true as const } : each));
  return { ...visit, returns: apart };
}

/** Whoever comes by themself to those who are there, or told only afterwards, moves nothing but themself. */
export function came(visit: Visit, event: TechnicianArrived): Visit {
  const { data, occurredAt: arrivedAt } = event;
  const { technician } = data;
  if (technician === undefined) {
    const there = arrived(visit, arrivedAt);
    const present = cameTogether(visit);
    return { ...there, ...hereAgain(visit, present), present, apart: false };
  }
  const agreed = returnOf(visit, technician, arrivedAt);
  if (agreed && hasArrived(visit)) return cameBackAlone(visit, technician, agreed, arrivedAt);
  const own = wentAlone(visit, technician, { arrivedAt, ...HERE_AGAIN });
  if (isMadeOn(visit, technician, arrivedAt))
    return { ...goesOn(visit, arrivedAt), ...own, present: [technician] };
  if (hasArrived(visit) && !comesBack(visit, arrivedAt)) {
    const first = arrivedAt < visit.arrivedAt ? { arrivedAt } : {};
    const present = isUnderWay(visit)
      ? [...new Set([...visit.present, technician])]
      : visit.present;
    return { ...visit, ...own, ...first, present };
  }
  const there = arrived(visit, arrivedAt);
  const apart = hasArrived(visit) ? there.apart : technician !== visit.technician;
  return { ...there, ...own, present: [technician], apart };
}

/** Told late, they may have come before those who are to come back had left. */
function comesBack(visit: VisitSinceArrival, arrivedAt: Instant): boolean {
  return awaitsBack(visit) && hasGone(visit) && visit.leftAt <= arrivedAt;
}

/** Who was to come next comes, when whoever had been replaced has left, or somebody after others had found nobody. */
function isMadeOn(
  visit: Visit,
  technician: string,
  arrivedAt: Instant,
): visit is LeftVisit | AbsentVisit {
  if (visit.status === 'absent') return arrivedAt > visit.leftAt;
  return visit.status === 'left' && crewOf(visit).includes(technician) && madeByFormer(visit);
}

/** What is told late moves no visit back on its way. */
export function departed(
  visit: Visit,
  { data: { technician }, occurredAt: departedAt }: TechnicianDeparted,
): Visit {
  if (technician !== undefined)
    return { ...gone(visit, technician), ...wentAlone(visit, technician, { departedAt }) };
  return visit.status === 'scheduled'
    ? { ...visit, status: 'departed', departedAt }
    : { ...visit, departedAt };
}
