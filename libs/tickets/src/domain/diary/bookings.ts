import type { Span } from '@app/kernel';
import type { DiaryCommand } from './diary.decider.js';
import { onEachDate, type From } from './diary.dates.js';
import { awaitsAnother, crewOf } from '../visit/crew.js';
import { hasArrived, type Visit } from '../visit/visit.state.js';

type Planned = Pick<Visit, 'visit' | 'technician' | 'window'>;

/** Where somebody has come, what is free of their day is said by when they left. */
export function pendingOf(visits: readonly Visit[]): Visit[] {
  return visits.filter((visit) => !hasArrived(visit));
}

/** The visits to which a technician is to come back. */
export function awaited(visits: readonly Visit[]): number[] {
  return visits.filter(({ status }) => status === 'away').map(({ visit }) => visit);
}

/** Whoever left had been replaced, and the other is still to come. */
export function isLeftForAnother(visit: Visit): boolean {
  return hasArrived(visit) && awaitsAnother(visit);
}

/** The visits that are over when somebody leaves. */
export function settledBy(visits: readonly Visit[]): Visit[] {
  return visits.filter((visit) => !isLeftForAnother(visit));
}

/** On every date that the window touches. */
export function book(from: From, { visit, technician, window }: Planned): DiaryCommand[] {
  return onEachDate(from, { visit, technician, span: window }, (entry) => ({
    type: 'BookVisit',
    data: { ...entry, window },
  }));
}

/** What is booked of a visit, for everybody who makes it, is free again. */
export function release(from: From, visits: readonly Visit[], number: number): DiaryCommand[] {
  return visits
    .filter(({ visit }) => visit === number)
    .flatMap(everyone)
    .flatMap(({ visit, technician, booked: span }) =>
      onEachDate(from, { visit, technician, span }, (data) => ({ type: 'ReleaseVisit', data })),
    );
}

/** The same, for one of them alone. */
export function releaseOf(
  from: From,
  visits: readonly Visit[],
  { visit, technician }: Pick<Planned, 'visit' | 'technician'>,
): DiaryCommand[] {
  const theirs = visits.map((each) => ({ ...each, technician, others: [] }));
  return release(from, theirs, visit);
}

/** The hour of a later promise, in place of the window. */
export function rebook(
  from: From,
  visits: readonly Visit[],
  { visit: number, booked: window }: { readonly visit: number; readonly booked?: Span },
): DiaryCommand[] {
  if (!window) return [];
  return visits
    .filter(({ visit }) => visit === number)
    .flatMap(everyone)
    .flatMap(({ visit, technician }) => book(from, { visit, technician, window }));
}

/** The visit as each of those who make it sees it. */
function everyone<V extends Visit>(visit: V): V[] {
  return crewOf(visit).map((technician) => ({ ...visit, technician }));
}

/** The others come at the new hour as well. */
export function alsoBook(
  from: From,
  visits: readonly Visit[],
  { visit: number, technician: responsible, window }: Planned,
): DiaryCommand[] {
  return visits
    .filter(({ visit }) => visit === number)
    .flatMap(({ visit, others }) => others.map((technician) => ({ visit, technician, window })))
    .filter(({ technician }) => technician !== responsible)
    .flatMap((each) => book(from, each));
}
