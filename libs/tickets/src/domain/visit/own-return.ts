import type { Instant } from '@app/kernel';
import { awaitsNext, crewOf } from './crew.js';
import { missedAt, stayedOn, wayOf, wentAlone } from './own-way.js';
import type { OwnReturn, OwnWay } from './own-way.state.js';
import {
  brokenOffAt,
  hasArrived,
  suspensionOf,
  type Return,
  type Visit,
  type VisitAt,
  type VisitSinceArrival,
} from './visit.state.js';

/** The hour agreed for going on with work that stood still, and when the first came back to it, where anybody has. */
export type AgreedReturn = Pick<Return, 'since' | 'resumeAt' | 'returnBy'> &
  Partial<Pick<Return, 'cameAt' | 'apart'>>;

/** Nobody is there, and somebody is to come back; or was, and is not known to have. */
export function awaitsBack(visit: Visit): boolean {
  return visit.status === 'away' || brokenOffAt(visit) !== undefined;
}

/** It is to that interruption that somebody is to come back now. */
export function isAwaited(visit: Visit, { since }: AgreedReturn): boolean {
  const { suspension } = visit.status === 'away' ? visit : (brokenOffAt(visit) ?? {});
  return suspension?.since === since;
}

/** Others are there yet, and somebody has left to come back to work that stands still. */
export function awaitsOne(visit: Visit): visit is VisitAt<'working'> {
  const left = Object.values(visit.own).some(({ returning }) => returning);
  return visit.status === 'working' && visit.suspension !== undefined && left;
}

/** What was agreed of the last interruption that had begun by then. */
export function agreedReturnAt(visit: Visit, at: Instant): AgreedReturn | undefined {
  const returns = (hasArrived(visit) && visit.returns) || [];
  const still = suspensionOf(visit) ?? brokenOffAt(visit)?.suspension;
  const known = returns.some(({ since }) => since === still?.since);
  const all: readonly AgreedReturn[] = still && !known ? [...returns, still] : returns;
  return all
    .filter(({ since }) => since <= at)
    .sort((a, b) => a.since.localeCompare(b.since))
    .at(-1);
}

/** What somebody did for themself of that interruption; undefined: nothing that is known. */
export function backOf(visit: Pick<Visit, 'own'>, person: string, since: Instant) {
  return wayOf(visit, person).backs?.find((each) => each.since === since);
}

/**
 * The return on which somebody comes by then, or did not come: they had left for it, by themself or with the others,
 * and have not come back by themself. Undefined: they come for the first time, or after they had left for good.
 */
export function returnOf(visit: Visit, person: string, at: Instant): AgreedReturn | undefined {
  if (!hasArrived(visit) || awaitsNext(visit) || stayedOn(visit, person)) return undefined;
  const agreed = agreedReturnAt(visit, at);
  if (!agreed || missedAt(visit, person) !== undefined) return undefined;
  if (backOf(visit, person, agreed.since)?.cameAt !== undefined) return undefined;
  return hadLeftFor(visit, person, agreed) ? agreed : undefined;
}

function hadLeftFor(visit: Visit, person: string, { since, cameAt }: AgreedReturn): boolean {
  const { leftAt, joinedAt = '', returning = false } = wayOf(visit, person);
  if (leftAt !== undefined)
    return since <= leftAt && (returning || cameAt === undefined || leftAt <= cameAt);
  return cameAt === undefined ? awaitsBack(visit) : joinedAt <= cameAt;
}

/** The customer was told of them as well: they are on the visit, and did not leave for good. */
export function isDueBack(visit: Visit, person: string): boolean {
  const { leftAt, returning = false } = wayOf(visit, person);
  return crewOf(visit).includes(person) && (leftAt === undefined || returning);
}

/** When it was recorded that somebody had not come back, who is not known to have since; of an interruption before then. */
export function missedBackAt(
  visit: Pick<Visit, 'own'>,
  person: string,
  at: Instant,
): Instant | undefined {
  return wayOf(visit, person).backs?.findLast(
    ({ since, cameAt, noShowAt }) => noShowAt !== undefined && cameAt === undefined && since <= at,
  )?.noShowAt;
}

/** With what somebody did of an interruption, and what was known of it before. */
export function withBack(
  visit: Pick<Visit, 'own'>,
  person: string,
  back: OwnReturn,
  more: OwnWay = {},
): Pick<Visit, 'own'> {
  const { backs = [] } = wayOf(visit, person);
  const others = backs.filter(({ since }) => since !== back.since);
  const known = backOf(visit, person, back.since);
  const all = [...others, { ...known, ...back }].sort((a, b) => a.since.localeCompare(b.since));
  return wentAlone(visit, person, { ...more, backs: all });
}

/**
 * Somebody has come back by themself: the first, or told late before the first. Where it was taken that all had come
 * together, the responsible technician had come when that was told.
 */
export function returnsApart(
  visit: VisitSinceArrival,
  { since, resumeAt, returnBy }: AgreedReturn,
  cameAt: Instant,
): VisitSinceArrival {
  const { returns = [] } = visit;
  const known = returns.find((each) => each.since === since);
  if (!known)
    return {
      ...visit,
      returns: [...returns, { since, resumeAt, returnBy, cameAt, apart: true }],
    };
  if (known.cameAt <= cameAt) return visit;
  const together = { since, cameAt: known.cameAt, due: true };
  const own = known.apart ? {} : withBack(visit, visit.technician, together);
  const first = { ...known, cameAt, apart: true as const };
  return { ...visit, ...own, returns: returns.map((each) => (each === known ? first : each)) };
}
