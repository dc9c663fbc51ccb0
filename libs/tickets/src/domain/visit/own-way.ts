import type { Instant } from '@app/kernel';
import type { PreparationCorrected, VisitPrepared } from './planning.events.js';
import type { OwnWay } from './own-way.state.js';
import type { Prepared } from './preparation.js';
import type { CustomerGreeted } from '../ticket/ticket.events.js';
import { crewOf, everOn } from './crew.js';
import {
  hasArrived,
  hasGone,
  type BrokenOff,
  type Suspension,
  type Visit,
  type VisitSinceArrival,
} from './visit.state.js';

type WithWays = Pick<Visit, 'own'>;

/** What somebody did for themself; nothing where they went along. */
export function wayOf({ own }: WithWays, person: string): OwnWay {
  return own[person] ?? {};
}

/** When it was recorded that somebody did not come, who is not known to have come since (V7). */
export function missedAt(visit: WithWays, person: string): Instant | undefined {
  const { noShowAt, arrivedAt } = wayOf(visit, person);
  return arrivedAt === undefined ? noShowAt : undefined;
}

/** With something more of it. */
export function wentAlone(
  { own }: WithWays,
  person: string,
  more: OwnWay,
): { readonly own: Visit['own'] } {
  return { own: { ...own, [person]: { ...own[person], ...more } } };
}

/** What is corrected was made ready when it was put down first. */
export function readyAfter(
  before: Prepared | undefined,
  { data, occurredAt: changedAt }: VisitPrepared | PreparationCorrected,
): Prepared {
  const { badge, uniform, tools, parts } = data;
  return { badge, uniform, tools, parts, at: before?.at ?? changedAt, changedAt };
}

/** What somebody of a visit made ready. */
export function readyOf(visit: Visit, person: string): Prepared | undefined {
  return person === visit.technician ? visit.ready : wayOf(visit, person).ready;
}

/** Whose visit it is, and the work to which they come back, where they do. */
type Going = Pick<Visit, 'others' | 'own'> & {
  readonly status?: Visit['status'];
  readonly suspension?: Suspension | undefined;
  readonly returning?: BrokenOff | undefined;
};

/**
 * Those of the others who come and go with the responsible technician: they did not set out by themselves, nor
 * fail to come. To a return they come again with the others, unless they had left by themselves, for good or not, or
 * it was recorded that they did not come back.
 */
export function along(visit: Going): string[] {
  const agreed = visit.status === 'away' ? visit.suspension : visit.returning?.suspension;
  return visit.others.filter((each) => {
    const { departedAt, leftAt, noShowAt, backs = [] } = wayOf(visit, each);
    if (departedAt !== undefined) return false;
    if (!agreed) return noShowAt === undefined;
    return leftAt === undefined && !backs.some(({ since }) => since === agreed.since);
  });
}

/** Whoever has come by now with an arrival that is nobody's alone. */
export function cameTogether(visit: Going & Pick<Visit, 'technician'>): string[] {
  return [visit.technician, ...along(visit)];
}

/** Who stays when somebody leaves: with the responsible technician go those who came along. */
export function remaining(
  visit: Pick<Visit, 'technician' | 'others' | 'own'> & { readonly present: readonly string[] },
  person: string,
): string[] {
  return visit.present.filter(
    (each) => each !== person && (person !== visit.technician || isByThemself(visit, each)),
  );
}

/** Everybody has left: also whoever had come by themself and said nothing more, to come back or for good. */
export function allLeft(visit: WithWays, leftAt: Instant, returning = false): WithWays {
  const left = { leftAt, ...(returning && { returning }) };
  return Object.keys(visit.own)
    .filter((each) => stayedOn(visit, each))
    .reduce<WithWays>((after, each) => wentAlone(after, each, left), { own: visit.own });
}

/** Whoever was there to the end does not come back, though another does. */
export function leftForGood(visit: WithWays, people: readonly string[], leftAt: Instant): WithWays {
  return people.reduce<WithWays>(
    (after, each) => wentAlone(after, each, { leftAt, returning: undefined }),
    { own: visit.own },
  );
}

/** Who greeted the customer: whoever took the step, or the responsible technician where it is nobody's of the visit. */
export function greeted(
  visit: Visit,
  event: { readonly type: string; readonly actor: CustomerGreeted['actor'] },
): Partial<WithWays> {
  if (event.type !== 'CustomerGreeted') return {};
  const { id, onBehalfOf = id } = event.actor;
  const person = [onBehalfOf, id].find((each) => everOn(visit).includes(each));
  return wentAlone(visit, person ?? visit.technician, { greeted: true });
}

/** Whoever came by themself. */
export function cameAlone({ own }: WithWays, person: string): boolean {
  return own[person]?.arrivedAt !== undefined;
}

/** They came by themself, or came back so to work that was interrupted: they leave by themself, too. */
export function isByThemself(visit: WithWays, person: string): boolean {
  return lastCameAt(visit, person) !== undefined;
}

/** When somebody came last by themself. */
export function lastCameAt(visit: WithWays, person: string): Instant | undefined {
  const { arrivedAt, backs = [] } = wayOf(visit, person);
  const times = [arrivedAt, ...backs.map(({ cameAt }) => cameAt)];
  return times
    .filter((each) => each !== undefined)
    .sort()
    .at(-1);
}

/** Somebody stood before a locked door, and has not come again: they owe nothing to a customer whom another met. */
export function foundNobody(visit: WithWays, person: string): boolean {
  return wayOf(visit, person).absentAt !== undefined;
}

/**
 * Who answers for what is owed at a visit: the responsible technician; where they never came, or had found
 * nobody, whoever came first of those who met the customer.
 */
export function answerable(visit: Visit): string {
  const { technician } = visit;
  const there = !foundNobody(visit, technician);
  if (!hasArrived(visit) || (there && (!visit.apart || cameAlone(visit, technician))))
    return technician;
  const [first] = Object.entries(visit.own)
    .flatMap(([person, { arrivedAt }]) => (arrivedAt === undefined ? [] : [{ person, arrivedAt }]))
    .filter(({ person }) => !foundNobody(visit, person))
    .sort((a, b) => a.arrivedAt.localeCompare(b.arrivedAt));
  const met = there ? undefined : along(visit).find((each) => !foundNobody(visit, each));
  return first?.person ?? met ?? technician;
}

/** Whoever found nobody has gone, and whoever came with them and did not come alone, unless they went on without them. */
export function wentInVain(
  visit: Pick<Visit, 'technician' | 'others' | 'own'>,
  people: readonly string[],
  at: Instant,
): WithWays {
  const way = { leftAt: at, absentAt: at };
  return people.reduce((after, each) => wentAlone(after, each, way), { own: visit.own });
}

/**
 * Who answers for what is owed when all have gone: the responsible technician; where they had left before the
 * others, whoever of those stayed to the end.
 */
export function endedBy(visit: VisitSinceArrival): string {
  const end = hasGone(visit) ? visit.leftAt : undefined;
  const leftBefore = (person: string) => {
    const { leftAt } = wayOf(visit, person);
    return leftAt !== undefined && (end === undefined || leftAt < end);
  };
  const person = answerable(visit);
  if (!leftBefore(person)) return person;
  return crewOf(visit).find((each) => isByThemself(visit, each) && !leftBefore(each)) ?? person;
}

/**
 * The greeting as far as it is somebody's: their own where they came by themself, else that of those who
 * came together (V8).
 */
export function greetingOf(
  visit: VisitSinceArrival,
  person: string,
): Pick<VisitSinceArrival, 'greeting'> {
  const group = cameAlone(visit, person)
    ? [person]
    : everOn(visit).filter((each) => !cameAlone(visit, each));
  const { greeting } = visit;
  const theirs = group.some((each) => wayOf(visit, each).greeted);
  return theirs && greeting ? { greeting } : {};
}

/** Somebody came, or came back, by themself, and nobody has told yet when they left: they are there, also when the others have gone. */
export function stayedOn(visit: WithWays, person: string): boolean {
  return isByThemself(visit, person) && wayOf(visit, person).leftAt === undefined;
}
