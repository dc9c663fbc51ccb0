import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { telling, toldTicket, type Fact } from '../../testing/clock-histories.js';
import { POLICY_TERMS } from '../../testing/intake.js';
import type { SlaClock } from '../ticket/ticket.values.js';
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
  let used = 0;
  let hold: Hold | undefined;
  const working = new Set<number>();
  const facts = new Map(history.map((fact) => [fact.at, fact]));
  for (let now = 0; now <= HORIZON; now += 1) {
    if (hold?.until !== undefined && hold.until <= now) hold = undefined;
    const fact = facts.get(now);
    if (now === reached) return used > POLICY_TERMS[clock] ? 'breached' : 'met';
    if (fact && isEnd(fact)) return used > POLICY_TERMS[clock] ? 'breached' : 'ended';
    if (fact) hold = held(fact, hold, working);
    if (!hold && now >= start) used += 1;
  }
  return used > POLICY_TERMS[clock] ? 'breached' : 'running';
}

function held({ at, event }: Fact, hold: Hold | undefined, working: Set<number>): Hold | undefined {
  if (!('visit' in event.data) || event.data.visit === undefined) return hold;
  const { visit } = event.data;
  switch (event.type) {
    case 'VisitScheduled': {
      const from = MINUTES(event.data.window.from);
      if (event.data.wishedLater) return { why: 'wish', until: from, visit };
      if (hold?.why === 'absent') return { why: 'absent', until: from, visit };
      return hold?.why === 'wish' && hold.visit === visit ? undefined : hold;
    }
    case 'VisitCancelled':
      return hold?.why === 'wish' && hold.visit === visit ? undefined : hold;
    case 'TechnicianArrived':
      return hold?.why === 'suspended' ? hold : undefined;
    case 'CustomerAbsent':
      return { why: 'absent', until: undefined, visit };
    case 'WorkStarted':
    case 'WorkResumed':
      working.add(visit);
      return undefined;
    case 'TechnicianLeft':
      working.delete(visit);
      return hold;
    case 'RepairCompleted':
      return undefined;
    case 'WorkSuspended': {
      working.delete(visit);
      if (working.size > 0) return undefined;
      const until = MINUTES(event.data.resumeAt);
      return event.data.customerSide ? { why: 'suspended', until, visit } : hold;
    }
    default:
      expect(at).toBeLessThan(HORIZON);
      return hold;
  }
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
