import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { telling, toldTicket, type Fact } from '../../testing/clock-histories.js';
import { POLICY_TERMS } from '../../testing/intake.js';
import type { SlaClock } from '../ticket/ticket.values.js';
import type { VisitScheduled } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
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
function verdictOf(clock: SlaClock, history: readonly Fact[], start: number): string {
  const reached = reachedAt(clock, history);
  const end = history.find(isEnd)?.at;
  const until = reached ?? end ?? HORIZON;
  if (usedUntil(until, history, start) > POLICY_TERMS[clock]) return 'breached';
  if (reached !== undefined) return 'met';
  return end === undefined ? 'running' : 'ended';
}

/** The minutes in which nobody on the customer's side held it up. */
function usedUntil(end: number, history: readonly Fact[], start: number): number {
  let used = 0;
  let hold: Hold | undefined;
  const working = new Set<number>();
  const facts = new Map(history.map((fact) => [fact.at, fact]));
  for (let now = 0; now < end; now += 1) {
    if (hold?.until !== undefined && hold.until <= now) hold = undefined;
    const fact = facts.get(now);
    if (fact && !isEnd(fact)) hold = held(fact, hold, working);
    if (!hold && now >= start) used += 1;
  }
  return used;
}

type Change = (hold: Hold | undefined, fact: Fact, visit: number) => Hold | undefined;

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
    if (hold?.why === 'absent') return { why: 'absent', until, visit };
    return called(hold, { event, at: 0, ofTicket: false }, visit);
  },
  VisitCancelled: called,
  TechnicianArrived: (hold) => (hold?.why === 'suspended' ? hold : undefined),
  CustomerAbsent: (_, __, visit) => ({ why: 'absent', until: undefined, visit }),
  WorkStarted: over,
  WorkResumed: over,
  RepairCompleted: over,
};

function held(fact: Fact, hold: Hold | undefined, working: Set<number>): Hold | undefined {
  const { visit } = fact.event.data as { visit: number };
  if (['WorkStarted', 'WorkResumed'].includes(fact.event.type)) working.add(visit);
  if (['TechnicianLeft', 'WorkSuspended'].includes(fact.event.type)) working.delete(visit);
  if (fact.event.type !== 'WorkSuspended')
    return (CHANGES[fact.event.type] ?? ((same) => same))(hold, fact, visit);
  if (working.size > 0) return undefined;
  const { customerSide, resumeAt } = fact.event.data;
  return customerSide ? { why: 'suspended', until: MINUTES(resumeAt), visit } : hold;
}

function isEnd({ event }: Fact): boolean {
  return event.type === 'TicketResolved' || event.type === 'TicketCancelled';
}

/** When somebody was there, or the service was back for good. */
function reachedAt(clock: SlaClock, history: readonly Fact[]): number | undefined {
  const settled = ({ event }: Fact) =>
    event.type === 'TicketResolved' && event.data.outcome === 'restored';
  if (clock === 'response')
    return history.find((fact) => fact.event.type === 'TechnicianArrived' || settled(fact))?.at;
  let since: number | undefined;
  for (const fact of history) {
    if (settled(fact)) since ??= fact.at;
    if (fact.event.type !== 'RepairCompleted') continue;
    since = fact.event.data.restored ? (since ?? fact.at) : undefined;
  }
  return since;
}

/** The history of each round: until the ticket ended and was reopened, and since each reopening. */
function roundsOf(facts: readonly Fact[]): { start: number; history: Fact[] }[] {
  const rounds: { start: number; history: Fact[] }[] = [{ start: 0, history: [] }];
  for (const fact of facts) {
    if (fact.event.type === 'TicketReopened') rounds.push({ start: fact.at, history: [] });
    else if (!rounds.at(-1)!.history.some(isEnd)) rounds.at(-1)!.history.push(fact);
  }
  return rounds;
}

const verdictsOf = (ticket: OpenedTicket) =>
  allDeadlines(ticket).map(({ clock, round, verdict }) => `${clock} ${round}: ${verdict}`);

test('[B2] whatever the order in which things are told, the verdict is that of what happened', () => {
  fc.assert(
    fc.property(telling, ({ facts, told }) => {
      const ticket = toldTicket([...told, { look: HORIZON }]) as OpenedTicket;
      const rounds = roundsOf(facts);
      for (const { clock, round, verdict } of allDeadlines(ticket)) {
        const { start, history } = rounds[round - 1]!;
        const expected = verdictOf(clock, history, start);
        // Of a clock that the end of the ticket stopped nothing is said.
        if (expected === 'ended') expect(['running', 'ended']).toContain(verdict);
        else expect(`${clock} ${round}: ${verdict}`).toBe(`${clock} ${round}: ${expected}`);
      }
      expect(allDeadlines(ticket)).toHaveLength(rounds.length * 2);
    }),
    { numRuns: 1_000 },
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
      expect(toldTicket(looked, true)).toEqual(toldTicket(looked));
    }),
    { numRuns: 300 },
  );
});
