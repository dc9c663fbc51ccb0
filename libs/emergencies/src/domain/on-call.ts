import {
  localDate,
  localTime,
  plusMinutes,
  type DailySpan,
  type Instant,
  type LocalDate,
  type Span,
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
export function editionOf(
  { editions }: Roster,
  number: number | undefined,
): RosterEdition | undefined {
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

/**
 * The edition whose ladder somebody can be called on at an instant: its own as soon as somebody is on
 * call on any of its rungs, else the one in force then; undefined where nobody is on call on either.
 */
export function reachable(
  roster: Roster,
  own: RosterEdition | undefined,
  at: Instant,
): RosterEdition | undefined {
  return [own, editionAt(roster, at)].find(
    (edition) => edition && edition.rungs.some((_, i) => onCall(roster, edition, i + 1, at).length),
  );
}

/**
 * When somebody comes on call between two instants, by the roster as it stands: with a full minute, as
 * hours and exceptions begin, or with an edition. Undefined: nobody does.
 */
export function comesOnCall(
  roster: Roster,
  own: RosterEdition | undefined,
  { from, until }: Span,
): Instant | undefined {
  const changes = roster.editions.map(({ inForceFrom }) => inForceFrom);
  const first = `${from.slice(0, 'yyyy-mm-ddThh:mm'.length)}:00.000Z`;
  for (let minute = first; minute < until; minute = plusMinutes(minute, 1)) changes.push(minute);
  return changes
    .filter((at) => from < at && at < until)
    .toSorted()
    .find((at) => reachable(roster, own, at));
}

/** When the next edition comes into force; undefined where none is planned. */
export function nextEdition({ editions }: Roster, after: Instant): Instant | undefined {
  const ahead = editions.map(({ inForceFrom }) => inForceFrom).filter((from) => from > after);
  return ahead.toSorted()[0];
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
