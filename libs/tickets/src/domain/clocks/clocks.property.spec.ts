import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { WorkingHours } from '@app/kernel';
import { telling, toldTicket, type Fact, type Telling } from '../../testing/clock-histories.js';
import { POLICY_TERMS } from '../../testing/intake.js';
import type { SlaClock } from '../ticket/ticket.values.js';
import type { RepairCompleted, VisitScheduled } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { PublishedDays } from './clock.events.js';
import { allDeadlines } from './deadline.js';

/** Long after everything. */
const HORIZON = 5_000;

const MINUTES = (instant: string) =>
  (Date.parse(instant) - Date.parse('2026-03-02T00:00:00.000Z')) / 60_000;

interface Hold {
  readonly why: 'suspended' | 'wish' | 'absent';
  readonly until: number | undefined;
  readonly visit: number;
}

/**
 * The verdict by going through the final history minute by minute, once it is all known: it shares
 * nothing with the code but the words of the policy.
 */
function verdictOf(
  clock: SlaClock,
  { start, history, whole = history }: Round,
  counts: (minute: number) => boolean = () => true,
  atWork: readonly number[] = [],
): string {
  const reached = reachedAt(clock, { start, history, whole });
  const end = history.find(isEnd)?.at;
  const until = reached ?? end ?? HORIZON;
  if (ranOut(POLICY_TERMS[clock], until, { start, history, whole, atWork }, counts))
    return 'breached';
  if (reached !== undefined) return 'met';
  return end === undefined ? 'running' : 'ended';
}

interface Round {
  readonly start: number;
  readonly history: readonly Fact[];
  /** With what was before it began to count; default: nothing was. */
  readonly whole?: readonly Fact[];
  /** Visits at which somebody was at work before. */
  readonly atWork?: readonly number[];
}

/** Whether so many minutes that count had passed before `end` in which nobody on the customer's side held it up, and it went on. */
function ranOut(
  minutes: number,
  end: number,
  { start, history, whole = history, atWork = [] }: Round,
  counts: (minute: number) => boolean,
): boolean {
  let used = 0;
  let hold: Hold | undefined;
  const working = new Set<number>(atWork);
  const expected = expectedBefore(start, whole);
  const facts = new Map(history.map((fact) => [fact.at, fact]));
  for (let now = 0; now < end; now += 1) {
    hold = lapsed(hold, now);
    const fact = facts.get(now);
    if (fact && !isEnd(fact)) hold = held(fact, hold, working, expected);
    if (hold || now < start) continue;
    if (used === minutes) return true;
    if (counts(now)) used += 1;
  }
  return false;
}

function lapsed(hold: Hold | undefined, now: number): Hold | undefined {
  return hold?.until !== undefined && hold.until <= now ? undefined : hold;
}

/** From when on the customer is to be there for each visit. */
type Expected = Map<number, number>;

type Change = (
  hold: Hold | undefined,
  fact: Fact,
  visit: number,
  expected: Expected,
) => Hold | undefined;

const waitsFor = (hold: Hold | undefined, visit: number) =>
  hold?.why === 'wish' && hold.visit === visit;
const called: Change = (hold, _, visit) => (waitsFor(hold, visit) ? undefined : hold);
const over: Change = () => undefined;

/** What each kind of event makes of the customer's holding things up; all others leave it as it is. */
const CHANGES: Readonly<Record<string, Change>> = {
  VisitScheduled: (hold, { event }, visit) => {
    const { window, wishedLater } = event.data as VisitScheduled['data'];
    const until = MINUTES(window.from);
    if (wishedLater) return { why: 'wish', until, visit };
    if (!hold || (hold.visit !== visit && hold.why !== 'absent')) return hold;
    // The house's own later hour waits for nobody of the customer's.
    return hold.until === undefined || until < hold.until ? { ...hold, until, visit } : hold;
  },
  VisitCancelled: called,
  TechnicianArrived: (hold) => (hold?.why === 'suspended' ? hold : undefined),
  CustomerAbsent: (hold, { at }, visit, expected) =>
    at < (expected.get(visit) ?? 0) ? hold : { why: 'absent', until: undefined, visit },
  WorkStarted: over,
  WorkResumed: over,
  RepairCompleted: over,
};

function expectedBefore(start: number, history: readonly Fact[]): Expected {
  const expected: Expected = new Map();
  for (const fact of history) if (fact.at < start) agreedBy(fact, expected);
  return expected;
}

/** What is agreed with an event of when somebody is to come. */
function agreedBy({ event }: Fact, expected: Expected): void {
  if (event.type === 'VisitScheduled')
    expected.set(event.data.visit, MINUTES(event.data.window.from));
  if (event.type === 'WorkSuspended') expected.set(event.data.visit, MINUTES(event.data.resumeAt));
}

function held(
  fact: Fact,
  hold: Hold | undefined,
  working: Set<number>,
  expected: Expected = new Map(),
): Hold | undefined {
  const { visit } = fact.event.data as { visit: number };
  agreedBy(fact, expected);
  if (['WorkStarted', 'WorkResumed'].includes(fact.event.type)) working.add(visit);
  if (['TechnicianLeft', 'WorkSuspended'].includes(fact.event.type)) working.delete(visit);
  if (fact.event.type !== 'WorkSuspended')
    return (CHANGES[fact.event.type] ?? ((same) => same))(hold, fact, visit, expected);
  if (working.size > 0) return undefined;
  const { customerSide, hoursAsked, reason, resumeAt } = fact.event.data;
  const asked = hoursAsked || reason !== 'rest-or-meal';
  return customerSide && asked ? { why: 'suspended', until: MINUTES(resumeAt), visit } : hold;
}

function isEnd({ event }: Fact): boolean {
  return event.type === 'TicketResolved' || event.type === 'TicketCancelled';
}

const isSolved = ({ event }: Fact) =>
  event.type === 'TicketResolved' && event.data.outcome === 'restored';

/** A solution is one of the service only where no repair had failed last, and none fails after it. */
function isTrue(fact: Fact, history: readonly Fact[]): boolean {
  let works = true;
  for (const { event, at } of history)
    if (event.type === 'RepairCompleted')
      works = event.data.restored ? works || at < fact.at : false;
  return works || !isSolved(fact);
}

/** When somebody was there, or the service was back for good. */
function reachedAt(clock: SlaClock, round: Round): number | undefined {
  if (clock === 'restoration') return backFor(round)?.at;
  const { history } = round;
  return history.find((fact) => fact.event.type === 'TechnicianArrived' || isSolved(fact))?.at;
}

function backFor({ history, whole = history }: Round): Fact | undefined {
  let back: Fact | undefined;
  for (const fact of history) {
    if (isSolved(fact)) back ??= fact;
    if (fact.event.type !== 'RepairCompleted') continue;
    if (!fact.event.data.restored) back = undefined;
    else if (!back || foundAgain(fact, back, whole)) back = fact;
  }
  return back;
}

/** Somebody came to another visit only after the service was back, and there was a fault to repair all the same. */
function foundAgain(repair: Fact, back: Fact, whole: readonly Fact[]): boolean {
  const { visit, cause } = repair.event.data as RepairCompleted['data'];
  if (cause === 'no-fault' || visit === visitOf(back)) return false;
  const came = whole.find(
    (fact) => fact.event.type === 'TechnicianArrived' && visitOf(fact) === visit,
  );
  return came !== undefined && came.at > back.at;
}

const visitOf = ({ event }: Fact) => (event.data as { readonly visit?: number }).visit;

/** The history of each round: until the ticket ended and was reopened, and since each reopening. */
function roundsOf(facts: readonly Fact[], clock: SlaClock): Round[] {
  const rounds: { start: number; history: Fact[] }[] = [{ start: 0, history: [] }];
  for (const fact of facts) {
    if (fact.event.type === 'TicketReopened') rounds.push({ start: fact.at, history: [] });
    else rounds.at(-1)!.history.push(fact);
  }
  return rounds.map(({ start, history }) => {
    const counted = history.filter((fact) => clock === 'response' || isTrue(fact, history));
    const end = counted.findIndex(isEnd);
    return { start, history: end < 0 ? counted : counted.slice(0, end + 1) };
  });
}

const verdictsOf = (ticket: OpenedTicket) =>
  allDeadlines(ticket).map(({ clock, round, verdict }) => `${clock} ${round}: ${verdict}`);

test('[B2] whatever the order in which things are told, the verdict is that of what happened', () => {
  fc.assert(
    fc.property(telling, ({ facts, told }) => {
      const ticket = toldTicket([...told, { look: HORIZON }]) as OpenedTicket;
      for (const { clock, round, verdict } of allDeadlines(ticket)) {
        const expected = verdictOf(clock, roundsOf(facts, clock)[round - 1]!);
        // Of a clock that the end of the ticket stopped nothing is said.
        if (expected === 'ended') expect(['running', 'ended']).toContain(verdict);
        else expect(`${clock} ${round}: ${verdict}`).toBe(`${clock} ${round}: ${expected}`);
      }
      expect(allDeadlines(ticket)).toHaveLength(roundsOf(facts, 'response').length * 2);
    }),
    { numRuns: 1_000 },
  );
});

/** The visits at which somebody is at work at a minute. */
function working(history: readonly Fact[], minute: number): number[] {
  const visits = new Set<number>();
  for (const fact of history) if (fact.at < minute) held(fact, undefined, visits);
  return [...visits];
}

/** Somebody came before that minute and had neither left nor stood before a locked door. */
function thereAt(minute: number, history: readonly Fact[]): boolean {
  const there = new Map<number, boolean>();
  for (const { event, at } of history) {
    if (at >= minute) break;
    const { visit } = event.data as { visit: number };
    if (event.type === 'TechnicianArrived') there.set(visit, true);
    if (event.type === 'TechnicianLeft' || event.type === 'CustomerAbsent') there.set(visit, false);
  }
  return [...there.values()].includes(true);
}

test('[B2, B3] of what is raised to an emergency the verdict is that of what happened since, whatever the order in which it is told', () => {
  fc.assert(
    fc.property(telling, fc.integer({ min: 1, max: 400 }), ({ facts, told }, latest) => {
      const first = facts.find(({ ofTicket }) => ofTicket)?.at ?? HORIZON;
      const raisedAt = Math.min(latest, first - 1);
      if (raisedAt < 1) return;
      const looks = told.filter((each) => !('look' in each) || each.look > raisedAt);
      const ticket = toldTicket([...looks, { look: HORIZON }], { raisedAt }) as OpenedTicket;
      for (const { clock, round, verdict } of allDeadlines(ticket)) {
        const rounds = roundsOf(facts, clock);
        const { start, history } = rounds[round - 1]!;
        const since = round > 1 ? start : raisedAt;
        const there = round === 1 && clock === 'response' && thereAt(raisedAt, history);
        const later = history.filter(({ at }) => at >= since);
        const expected = there
          ? 'met'
          : verdictOf(
              clock,
              { start: since, history: later, whole: history },
              undefined,
              working(history, since),
            );
        if (expected === 'ended') expect(['running', 'ended']).toContain(verdict);
        else expect(`${clock} ${round}: ${verdict}`).toBe(`${clock} ${round}: ${expected}`);
      }
    }),
    { numRuns: 500 },
  );
});

/** A Monday, of which the call is, with a day off behind it. */
const days = (...dates: string[]) => dates.map((date) => ({ date }));
const of2026: PublishedDays = {
  year: '2026',
  edition: 1,
  restDays: [6, 7],
  holidays: days('2026-03-03'),
  makeUpDays: [],
};

const workingHours = fc.constantFrom<readonly WorkingHours[]>(
  [
    { from: '08:30', until: '12:00' },
    { from: '13:30', until: '17:30' },
  ],
  [
    { days: [2, 3], from: '08:00', until: '18:00' },
    { days: [1, 4], from: '09:30', until: '10:15' },
    { days: [1], from: '19:00', until: '21:00' },
  ],
  [{ from: '10:00', until: '00:00' }],
);

/** By the written calendar and hours: 08:00 of that Monday is minute 0. */
function countsIn(hours: readonly WorkingHours[]): (minute: number) => boolean {
  return (minute) => {
    const day = Math.floor((minute + 480) / 1_440);
    const ofDay = (minute + 480) % 1_440;
    if (day === 1 || day % 7 > 4) return false;
    const inDay = ({ days: on, from, until }: WorkingHours) =>
      (on ?? [1, 2, 3, 4, 5]).includes((day % 7) + 1) &&
      ofDay >= clockMinute(from) &&
      ofDay < (clockMinute(until) || 1_440);
    return hours.some(inDay);
  };
}

function clockMinute(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return hour! * 60 + minute!;
}

test('[B2] within working hours the verdict is that of what happened, whenever the calendar was published', () => {
  fc.assert(
    fc.property(telling, workingHours, fc.option(fc.nat(20)), ({ facts, told }, hours, late) => {
      const years = late === null ? [of2026] : [];
      const sla = { ...POLICY_TERMS, working: { hours, years } };
      const all: Telling['told'] = [
        ...told.slice(0, late ?? 0),
        { published: true },
        ...told.slice(late ?? 0),
        { look: HORIZON },
      ];
      const ticket = toldTicket(all, { sla, years: [of2026] }) as OpenedTicket;
      const pending = allDeadlines(ticket).filter(({ awaits }) => awaits !== undefined);
      expect(pending.filter(({ round }) => round === 1)).toEqual([]);
      for (const { clock, round, verdict, awaits } of allDeadlines(ticket)) {
        if (awaits !== undefined) continue;
        const expected = verdictOf(clock, roundsOf(facts, clock)[round - 1]!, countsIn(hours));
        if (expected === 'ended') expect(['running', 'ended']).toContain(verdict);
        else expect(`${clock} ${round}: ${verdict}`).toBe(`${clock} ${round}: ${expected}`);
      }
    }),
    { numRuns: 200 },
  );
});

test('[B2] what stands as found is what was not met, each once', () => {
  fc.assert(
    fc.property(telling, ({ told }) => {
      const ticket = toldTicket([...told, { look: HORIZON }]) as OpenedTicket;
      const standing = ticket.findings
        .filter(({ status }) => status !== 'withdrawn')
        .map(({ clock, round }) => `${clock} ${round}: breached`);
      const breached = verdictsOf(ticket).filter((each) => each.endsWith('breached'));
      expect(standing.sort()).toEqual(breached.sort());
    }),
    { numRuns: 300 },
  );
});

test('[B2] a clock that is looked at twice says nothing twice', () => {
  fc.assert(
    fc.property(telling, ({ told }) => {
      const looked = [...told, { look: HORIZON }];
      expect(toldTicket(looked, { looksTwice: true })).toEqual(toldTicket(looked));
    }),
    { numRuns: 300 },
  );
});
