import { datesOf, plusMinutes, type Instant } from '@app/kernel';
import { returnOf } from '../visit/own-return.js';
import { cameTogether, lastCameAt, stayedOn, wayOf } from '../visit/own-way.js';
import { hasArrived, type Visit, type VisitSinceArrival } from '../visit/visit.state.js';
import { onEachDate, type From, type OnDates } from './diary.dates.js';
import type { DiaryCommand } from './diary.decider.js';

/** Who it is of, where it is of one alone. */
export interface Alone {
  readonly visit: number;
  readonly technician?: string;
}

/** A stay stands in the diary of the date on which it began. Told only when they had left, it is over. */
export function beginStay(
  from: From,
  visits: readonly Visit[],
  { visit: number, technician: alone }: Alone,
): DiaryCommand[] {
  const span = { from: from.occurredAt, until: from.occurredAt };
  return visits
    .filter(({ visit }) => visit === number)
    .flatMap((visit) =>
      alone === undefined ? cameTogether(visit) : newcomer(visit, alone, from.occurredAt),
    )
    .flatMap((technician) =>
      onEachDate(from, { visit: number, technician, span }, (data) => ({
        type: 'BeginStay',
        data,
      })),
    );
}

/** Who was taken to have come back with the others came back by themself. */
export function cameBackApart(from: From, visits: readonly Visit[], alone: Alone): DiaryCommand[] {
  const { visit: number, technician } = alone;
  if (technician === undefined) return [];
  const taken = visits.filter(
    (visit) => visit.visit === number && isTakenAlong(visit, technician, from.occurredAt),
  );
  return withdrawStay(from, taken, { visit: number, technician, ofReturn: true });
}

function isTakenAlong(visit: Visit, person: string, cameAt: Instant): boolean {
  const present = hasArrived(visit) && visit.present.includes(person);
  return present && returnOf(visit, person, cameAt) !== undefined;
}

/** Nobody's stay begins twice, nor where nobody was let in. */
function newcomer(visit: Visit, alone: string, cameAt: Instant): string[] {
  const there =
    hasArrived(visit) &&
    (stayedOn(visit, alone) ||
      (visit.present.includes(alone) && !isTakenAlong(visit, alone, cameAt)));
  const inVain = visit.status === 'absent' && cameAt <= visit.leftAt;
  return there || inVain ? [] : [alone];
}

export function endStay(from: From, visits: readonly Visit[], number: number): DiaryCommand[] {
  return visits
    .filter(hasArrived)
    .filter(({ visit }) => visit === number)
    .flatMap((visit) => visit.present.flatMap((each) => endOf(from, visit, each)));
}

/** One leaves, or sets out only now though they were taken to be there. */
export function endOwnStay(
  from: From,
  visits: readonly Visit[],
  { visit: number, technician = '' }: Alone,
): DiaryCommand[] {
  return visits
    .filter(hasArrived)
    .filter(({ visit }) => visit === number)
    .filter((visit) => visit.present.includes(technician) || stayedOn(visit, technician))
    .flatMap((visit) => endOf(from, visit, technician));
}

/**
 * Whoever joined later than the first, and did not say when, perhaps began their stay on a later date. Until it
 * was told that they had left, they were taken to be there into the next date, on which others may have met them.
 */
function endOf(from: From, visit: VisitSinceArrival, technician: string): DiaryCommand[] {
  const { visit: number, cameAt } = visit;
  const { leftAt } = wayOf(visit, technician);
  const alone = leftAt === undefined ? lastCameAt(visit, technician) : undefined;
  if (alone === undefined && technician !== visit.technician)
    return endOnDates(from, joinedSince(number, technician, cameAt, from));
  const since = alone ?? cameAt;
  const { toldAt = from.occurredAt } = from;
  const dayLater = plusMinutes(since, 24 * 60);
  const occurredAt = toldAt < dayLater ? toldAt : dayLater;
  return endOnDates(from, joinedSince(number, technician, since, { occurredAt }));
}

/** Whoever was taken to have come or come back with the others, or to have joined them, was not there. */
export function withdrawStay(
  from: From,
  visits: readonly Visit[],
  { visit: number, technician, ofReturn = false }: Required<Alone> & { ofReturn?: boolean },
): DiaryCommand[] {
  return visits
    .filter(hasArrived)
    .filter(({ visit }) => visit === number)
    .flatMap((visit) => {
      const { joinedAt = '' } = wayOf(visit, technician);
      const last = ofReturn || visit.returns === undefined;
      const came = last ? visit.cameAt : visit.arrivedAt;
      const occurredAt = joinedAt > came ? joinedAt : came;
      const span = { from: occurredAt, until: occurredAt };
      return onEachDate({ ...from, occurredAt }, { visit: number, technician, span }, (data) => ({
        type: 'WithdrawStay',
        data,
      }));
    });
}

/** The stay stands on the first date; others that began on a later one may have been taken to meet it. */
export function endOnDates(from: From, stay: OnDates): DiaryCommand[] {
  const [begun] = datesOf(stay.span);
  return onEachDate(from, stay, (entry) => ({
    type: 'EndStay',
    data: entry.date === begun ? entry : { ...entry, since: stay.span.from },
  }));
}

export function joinedSince(
  visit: number,
  technician: string,
  from: Instant,
  { occurredAt }: Pick<From, 'occurredAt'>,
): OnDates {
  return { visit, technician, span: { from, until: from < occurredAt ? occurredAt : from } };
}
