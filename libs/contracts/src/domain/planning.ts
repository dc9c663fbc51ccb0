import {
  instantOf,
  isUnknown,
  isWorkingDay,
  localDate,
  plusDays,
  yearOf,
  type Instant,
  type LocalDate,
  type UnknownYear,
  type WorkingCalendar,
} from '@app/kernel';
import { happened } from '@app/policy';
import { idsOf } from './preconditions.js';
import type { PlanMaintenance, RuleDates } from './contract.commands.js';
import type { ContractEvent } from './contract.events.js';
import { planOn, type Contract, type DrawnContract } from './contract.state.js';
import type { PlannedRound, RoundDay } from './contract.values.js';
import { sameRound } from './round.state.js';
import type { MaintenancePlan } from './terms.js';

/** When tickets are opened on their day. */
const OPENS_AT = '08:00';

/**
 * Every round that is agreed on gets its day, as far as the working calendar is published; a round that
 * has one keeps it, whatever becomes of the calendar. Those that are no longer agreed on are dropped,
 * unless a ticket was opened (B2). Asked again, it has nothing to say.
 */
export function planMaintenance(command: PlanMaintenance, contract: Contract): ContractEvent[] {
  if (contract.status === 'none' || contract.status === 'drafted') return [];
  const since = plannedSince(contract, command.occurredAt);
  const { rules, calendar } = command.known;
  const dated = rules.flatMap((each) => roundsOf(contract, each, calendar));
  const fresh = dated
    .filter((each): each is PlannedRound => 'day' in each)
    .filter((each) => !contract.rounds.some((known) => sameRound(known, each)));
  const dropped = contract.rounds
    .filter(({ status, tickets }) => status === 'planned' && tickets === 0)
    .filter((known) => !isAgreed(known, contract, rules))
    .map(({ plan, round }) => ({ plan, round }));
  const hasPlans = contract.versions.some(({ terms }) => terms.maintenance.length > 0);
  const awaits = hasPlans ? awaitedYear(contract, since, calendar) : undefined;
  const isNews = contract.awaits !== awaits || (hasPlans && contract.plannedSince === undefined);
  if (!isNews && fresh.length + dropped.length === 0) return [];
  const planned = { since, rounds: fresh, dropped, ...(awaits !== undefined && { awaits }) };
  return [happened(command, 'MaintenancePlanned', { ...idsOf(contract), ...planned }, ['B2'])];
}

/** What lay before a contract was known to both is none of its rounds; from then on none is left out. */
export function plannedSince(
  { from, plannedSince: known }: Pick<DrawnContract, 'from' | 'plannedSince'>,
  at: Instant,
): LocalDate {
  const today = localDate(at);
  return known ?? (from > today ? from : today);
}

/** The first year of the term whose calendar is not published. */
function awaitedYear(
  { until }: DrawnContract,
  since: LocalDate,
  calendar: WorkingCalendar,
): string | undefined {
  for (let year = Number(yearOf(since)); year <= Number(yearOf(until)); year += 1)
    if (!calendar.has(String(year))) return String(year);
  return undefined;
}

function isAgreed(
  { plan, round }: PlannedRound,
  contract: DrawnContract,
  rules: readonly RuleDates[],
): boolean {
  if (!planOn(contract, plan, round)) return false;
  return rules.some((each) => each.plan === plan && each.dates.includes(round));
}

/** The rounds of a plan, or the year that has to be published before one has its day. */
function roundsOf(
  contract: DrawnContract,
  { plan: name, since, dates }: RuleDates,
  calendar: WorkingCalendar,
): readonly (PlannedRound | UnknownYear)[] {
  const plan = planOn(contract, name, since);
  if (!plan) return [];
  const { site } = plan;
  const { from, until } = contract;
  let last: LocalDate | undefined;
  return dates.map((round, index) => {
    const within = { from, until, last, next: dates[index + 1] };
    const day = dayOf(plan, round, within, calendar);
    if (isUnknown(day)) return day;
    last = day;
    return { plan: name, round, ...dayOn(plan, day), site };
  });
}

/** When the ticket of a day is opened, and until when it is done in time. */
export function dayOn(
  { noticeDays }: Pick<MaintenancePlan, 'noticeDays'>,
  day: LocalDate,
): RoundDay {
  const opens = instantOf(plusDays(day, -noticeDays), OPENS_AT);
  return { day, opens, due: instantOf(plusDays(day, 1), '00:00') };
}

/** The term, the day of the round before, and the date that the rule names next. */
interface Within {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly last?: LocalDate | undefined;
  readonly next: LocalDate | undefined;
}

/**
 * The day on which a date of the rule is done: where that is a day off, the next working day or the one
 * before. It goes the other way where it would leave the term, come to the next date of the rule or to the
 * day of the round before, so that no two rounds fall on one day.
 */
export function dayOf(
  { onDaysOff }: Pick<MaintenancePlan, 'onDaysOff'>,
  date: LocalDate,
  { from, until, last, next }: Within,
  calendar: WorkingCalendar,
): LocalDate | UnknownYear {
  if (onDaysOff === 'kept') return date;
  const latest = next === undefined || next > until ? until : plusDays(next, -1);
  const earliest = last === undefined || last < from ? from : plusDays(last, 1);
  const ahead = () => workingDayFrom(calendar, date, 1, latest);
  const back = () => workingDayFrom(calendar, date, -1, earliest);
  return (onDaysOff === 'next' ? (ahead() ?? back()) : (back() ?? ahead())) ?? date;
}

/** The first working day from a date on, in that direction; undefined where there is none up to `end`. */
function workingDayFrom(
  calendar: WorkingCalendar,
  date: LocalDate,
  step: 1 | -1,
  end: LocalDate,
): LocalDate | UnknownYear | undefined {
  for (let day = date; step > 0 ? day <= end : day >= end; day = plusDays(day, step)) {
    const works = isWorkingDay(calendar, day);
    if (isUnknown(works)) return works;
    if (works) return day;
  }
  return undefined;
}
