import { RRuleTemporal } from 'rrule-temporal';
import { plusDays, yearOf, type LocalDate, type WorkingCalendar } from '@app/kernel';
import type { RuleDates } from '../domain/contract.commands.js';
import { spansOf, type DrawnContract } from '../domain/contract.state.js';
import type { MaintenancePlan } from '../domain/terms.js';

/**
 * The dates that a plan's rule names from one day until another, both included. In a month that lacks
 * the day of `first` it is its last, as RFC 7529 says with `SKIP=BACKWARD`: no month goes without.
 */
export function datesOf(
  { rule, first }: Pick<MaintenancePlan, 'rule' | 'first'>,
  from: LocalDate,
  until: LocalDate,
): LocalDate[] {
  const starts = `DTSTART;TZID=UTC:${first.replaceAll('-', '')}T000000`;
  const rrule = new RRuleTemporal({
    rruleString: `${starts}\nRRULE:RSCALE=GREGORIAN;SKIP=BACKWARD;${rule}`,
  });
  return rrule
    .between(midnight(from), midnight(until), true)
    .map((at) => at.toString().slice(0, 10));
}

/**
 * The dates of every plan of a contract, each by the terms that hold then, as far ahead as the working
 * calendar is published without a gap.
 */
export function rulesOf(
  contract: DrawnContract,
  since: LocalDate,
  calendar: WorkingCalendar,
): RuleDates[] {
  const end = publishedUntil(since, calendar);
  return spansOf(contract).flatMap(({ from, until, terms }) => {
    const begins = from > since ? from : since;
    const ends = until < end ? until : end;
    if (ends < begins) return [];
    return terms.maintenance.map((plan) => ({
      plan: plan.plan,
      since: from,
      dates: datesOf(plan, begins, ends),
    }));
  });
}

function publishedUntil(since: LocalDate, calendar: WorkingCalendar): LocalDate {
  let year = Number(yearOf(since));
  while (calendar.has(String(year))) year += 1;
  return plusDays(`${year}-01-01`, -1);
}

function midnight(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}
