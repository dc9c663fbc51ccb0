import type { Contexts } from '@app/event-store';
import { localDate, yearOf, type Bilingual, type Instant } from '@app/kernel';
import { policyAt } from '@app/policy';
import { calendarOf } from './calendar-of.js';

/**
 * The first year whose working calendar should be published by now and is not: this one, and from
 * the day that the policy names on the next one too. Undefined where nothing is missing.
 */
export async function missingYear(contexts: Contexts, now: Instant): Promise<string | undefined> {
  const today = localDate(now);
  const year = yearOf(today);
  const next = String(Number(year) + 1);
  const wanted = today.slice(5) >= policyAt(now).nextCalendarFrom ? [year, next] : [year];
  const calendar = await calendarOf(contexts, wanted);
  return wanted.find((each) => !calendar.has(each));
}

/** What the operator is told of it. */
export function yearIsMissing(year: string): Bilingual {
  return {
    zh: `${year} 年工作日历尚未公布：请用 seed --calendar 或 POST /api/v1/calendar 公布`,
    en: `the working calendar of ${year} is not published yet: seed --calendar or POST /api/v1/calendar does it`,
  };
}
