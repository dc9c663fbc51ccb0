import type { Contexts } from '@app/event-store';
import { employeeStreams, type Employee } from '@app/department';
import { instantOf, localDate, plusDays, plusMinutes, type Instant } from '@app/kernel';
import { before, lastMomentOf, monthsOf } from '../domain/case/figures.js';
import type { PersonThen } from '../domain/case/facts.js';
import { clausesOf, longestOf } from '../domain/evaluation/judge.js';
import type { Days } from '../domain/figures/days.js';
import { figuresStreams } from '../domain/figures/figures.state.js';
import type { KnownOfPeriod, OfStanding } from '../domain/standing.commands.js';
import { isDismissed, standingStreams } from '../domain/standing.state.js';
import { editionThen, knownCalendar } from './known.js';

/** What must be known to evaluate a period: targets, results and employment, back to where a streak may begin. */
export async function knownOfPeriod(
  request: {
    readonly data: OfStanding & { readonly period: string };
    readonly occurredAt: Instant;
    readonly receivedAt: Instant;
  },
  contexts: Contexts,
): Promise<KnownOfPeriod> {
  const { data } = request;
  const { employee, period } = data;
  const until = lastMomentOf(period);
  const [edition, calendar] = await Promise.all([
    editionThen(contexts, until),
    knownCalendar(request, contexts),
  ]);
  const stays = await staysOf(contexts, employee, firstMomentOf(period), until);
  const stay = stays.at(-1);
  const none = {
    ...calendar,
    edition,
    dismissed: false,
    beside: [],
    kept: { figures: new Map(), presence: [] },
  };
  if (!stay || typeof edition === 'string') return none;
  const subject = personOf(stay.file);
  const longest = longestOf(clausesOf(period, edition.text, subject));
  const [first, last] = [longest - 1, 1 - longest].map((count) => before(period, count)) as [
    string,
    string,
  ];
  const years = yearsFrom(first, period);
  const [figures, all, standings] = await Promise.all([
    contexts.readMany(
      figuresStreams,
      years.map((year) => ({ employee, year })),
    ),
    staysOf(contexts, employee, firstMomentOf(first), until),
    contexts.readMany(
      standingStreams,
      besideOf(data.year, first, last).map((year) => ({ employee, year })),
    ),
  ]);
  return {
    ...calendar,
    edition,
    subject,
    kept: {
      figures: new Map(years.map((year, index) => [year, figures[index]!])),
      presence: presenceOf(all, subject.department),
    },
    beside: standings.flatMap(({ cases }) => cases),
    dismissed: standings.some(isDismissed),
  };
}

/** From when until when a file said the same of somebody who worked here. */
interface Stay {
  readonly file: Exclude<Employee, { status: 'none' }>;
  readonly from: Instant;
  readonly until: Instant;
}

/** How somebody was employed between two moments, in order. */
async function staysOf(
  contexts: Contexts,
  employee: string,
  from: Instant,
  until: Instant,
): Promise<readonly Stay[]> {
  const stays: Stay[] = [];
  for (let at = until; at >= from;) {
    const { then: file } = await contexts.readAsOf(employeeStreams, employee, at);
    if (file.status === 'none') break;
    if (file.status === 'active') stays.unshift({ file, from: file.since, until: at });
    at = plusMinutes(file.since, -1 / 60_000);
  }
  return stays;
}

/** The days in a department: that of a change is the new one's, and the last one is worked. */
function presenceOf(stays: readonly Stay[], department: string): readonly Days[] {
  return stays
    .map(({ file, from, until }, index) => {
      const next = stays[index + 1];
      const last = localDate(until);
      const changed = next && localDate(next.from) === last;
      return { file, from: localDate(from), until: changed ? plusDays(last, -1) : last };
    })
    .filter(({ file, from, until }) => file.department === department && from <= until)
    .map(({ from, until }) => ({ from, until }));
}

function personOf({ department, supervisor, reportsTo }: Stay['file']): PersonThen {
  return { department, supervisor, ...(reportsTo && { reportsTo }) };
}

function firstMomentOf(period: string): Instant {
  return instantOf(`${monthsOf(period)[0]}-01`, '00:00');
}

function yearsFrom(first: string, last: string): readonly string[] {
  const [from, until] = [first, last].map((period) => Number(period.slice(0, 4))) as [
    number,
    number,
  ];
  return Array.from({ length: until - from + 1 }, (_, index) => String(from + index));
}

/** The years that streaks can have in common with one that ends here, and those right before and after; not this one. */
function besideOf(year: string, first: string, last: string): readonly string[] {
  const [from, until] = [before(year, 1), before(year, -1)];
  const all = yearsFrom(first < from ? first : from, last > until ? last : until);
  return all.filter((each) => each !== year);
}
