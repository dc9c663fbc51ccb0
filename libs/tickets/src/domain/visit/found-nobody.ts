import type { Instant } from '@app/kernel';
import type { CustomerAbsent, TicketEvent } from '../ticket/ticket.events.js';
import { WITH_THE_CUSTOMER } from './came-back.js';
import { everOn } from './crew.js';
import { along, isByThemself, stayedOn, wayOf, wentInVain } from './own-way.js';
import {
  hasGone,
  isUnderWay,
  suspensionOf,
  type AbsentVisit,
  type LeftVisit,
  type OnSiteVisit,
  type Visit,
  type VisitSinceArrival,
} from './visit.state.js';

/**
 * Nobody was there, which ends the visit; told late, when the technician had left is known already. Where another of
 * the visit met the customer after it, it is the way of who is named alone, and the visit goes on.
 */
export function absent(visit: VisitSinceArrival, event: CustomerAbsent): VisitSinceArrival {
  const { data, occurredAt: at } = event;
  const gone = goneWith(visit, event);
  const own = wentInVain(visit, gone, at);
  if (data.technician !== undefined) {
    const present = visit.present.filter((each) => !gone.includes(each));
    const alone = { ...visit, ...own, present };
    return data.leftAt === undefined ? alone : { ...alone, status: 'left', leftAt: data.leftAt };
  }
  const leftAt = 'leftAt' in visit && visit.leftAt > at ? visit.leftAt : at;
  const suspension = suspensionOf(visit);
  const stoodStill = suspension ? [{ from: suspension.since, until: at }] : [];
  const interruptions = [...visit.interruptions, ...stoodStill];
  const over = { status: 'absent' as const, leftAt, present: [], absentAt: at };
  return { ...visit, ...own, interruptions, ...over };
}

/** Who found nobody: whoever says so, and, where that is the responsible technician, those who came along. */
function goneWith(visit: VisitSinceArrival, { data, actor }: CustomerAbsent): readonly string[] {
  if (data.technician !== undefined) return [data.technician];
  const { id, onBehalfOf } = actor;
  const person = [onBehalfOf, id].find(
    (each) => each !== undefined && everOn(visit).includes(each),
  );
  if (person !== undefined && person !== visit.technician && isByThemself(visit, person))
    return [person];
  const isBack = (each: string) => !isByThemself(visit, each) && !wayOf(visit, each).returning;
  return [visit.technician, ...along(visit)].filter((each) => each === person || isBack(each));
}

/** Somebody of the visit had stayed, or come since, and met the customer: it goes on with them (V7). */
export function metAfterAll(visit: Visit, event: TicketEvent): Visit {
  if (visit.status !== 'absent' || !MET.has(event.type)) return visit;
  const { occurredAt } = event;
  const there = everOn(visit).filter(
    (each) => stayedOn(visit, each) && (wayOf(visit, each).arrivedAt ?? '') <= occurredAt,
  );
  return there.length > 0 ? { ...goesOn(visit, occurredAt), present: there } : visit;
}

const MET: ReadonlySet<TicketEvent['type']> = new Set(WITH_THE_CUSTOMER);

/** Whoever had come before has gone, or found nobody; with who is there now the visit goes on. */
export function goesOn(visit: LeftVisit | AbsentVisit, cameAt: Instant): OnSiteVisit {
  const { leftAt: _, absentAt: __, ...made } = visit;
  const { suspension, returning: ___, ...rest } = made as Omit<LeftVisit, 'leftAt' | 'absentAt'>;
  const stoodStill =
    hasGone(visit) && suspension ? [{ from: suspension.since, until: cameAt }] : [];
  const interruptions = [...rest.interruptions, ...stoodStill];
  return { ...rest, interruptions, status: 'on-site', cameAt };
}

/**
 * When the customer was met first, the greeting included, where that was after somebody had found nobody; undefined:
 * nobody met them, or somebody had by then.
 */
export function metSince(
  { arrivedAt, firstAt }: VisitSinceArrival,
  at: Instant,
): Instant | undefined {
  const met = WITH_THE_CUSTOMER.flatMap((type) => firstAt[type] ?? [])
    .filter((each) => each >= arrivedAt)
    .sort()
    .at(0);
  return met !== undefined && met > at ? met : undefined;
}

/** When the last of the others had left, where nobody else is there; undefined: somebody is, or the visit is over already. */
export function othersLeftAt(visit: VisitSinceArrival, person: string): Instant | undefined {
  if (!isUnderWay(visit) || visit.present.some((each) => each !== person)) return undefined;
  const others = everOn(visit).filter((each) => each !== person);
  return others
    .flatMap((each) => wayOf(visit, each).leftAt ?? [])
    .sort()
    .at(-1);
}
