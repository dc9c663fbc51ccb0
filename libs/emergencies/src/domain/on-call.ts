import {
  localDate,
  localTime,
  plusMinutes,
  type DailySpan,
  type Instant,
  type LocalDate,
} from '@app/kernel';
import type { Roster, RosterEdition, Weekday } from './roster.values.js';

const DAY_MINUTES = 24 * 60;

/** The edition in force at an instant, the last of those whose time has come; undefined before the first. */
export function editionAt({ editions }: Roster, at: Instant): RosterEdition | undefined {
  return editions
    .filter(({ inForceFrom }) => inForceFrom <= at)
    .toSorted((a, b) => a.inForceFrom.localeCompare(b.inForceFrom) || a.edition - b.edition)
    .at(-1);
}

/** The edition of a number; undefined where there is none, or it is no longer remembered. */
export function editionOf({ editions }: Roster, number: number): RosterEdition | undefined {
  return editions.find(({ edition }) => edition === number);
}

/**
 * Who is on call on a rung at an instant: by the last exception for that hour, and otherwise by the
 * weekly hours of the edition, in their order, each once.
 *
 * @param rung its number, from 1
 */
export function onCall(
  { exceptions }: Roster,
  { rungs }: RosterEdition,
  rung: number,
  at: Instant,
): readonly string[] {
  const exception = exceptions.findLast(
    (each) => each.rung === rung && holds(each, (date) => date === each.date, at),
  );
  if (exception) return exception.employees;
  const { shifts = [] } = rungs[rung - 1] ?? {};
  const now = shifts.filter((shift) =>
    holds(shift, (date) => shift.days.includes(weekday(date)), at),
  );
  return [...new Set(now.flatMap(({ employees }) => employees))];
}

/** Everybody who stands anywhere on the ladder, whenever their hours are. */
export function onLadder(
  { exceptions }: Roster,
  { rungs, generalManager }: RosterEdition,
): ReadonlySet<string> {
  const weekly = rungs.flatMap(({ shifts }) => shifts.flatMap(({ employees }) => employees));
  return new Set([...weekly, ...exceptions.flatMap(({ employees }) => employees), generalManager]);
}

/** Whether hours that begin on days that `begins` names hold at an instant; their ends are full minutes. */
function holds({ from, until }: DailySpan, begins: (date: LocalDate) => boolean, at: Instant) {
  const time = localTime(at);
  if (begins(localDate(at)) && from <= time && (time < until || until <= from)) return true;
  const dayBefore = localDate(plusMinutes(at, -DAY_MINUTES));
  return until <= from && time < until && begins(dayBefore);
}

function weekday(date: LocalDate): Weekday {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() || 7) as Weekday;
}
