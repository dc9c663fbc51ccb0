import fc from 'fast-check';
import { plusMinutes, type Instant } from '@app/kernel';
import { evolve } from '../domain/ticket/ticket.evolve.js';
import { deadlineSet } from '../domain/clocks/setting.js';
import { timekept } from '../domain/clocks/timekeeping.js';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { SlaTerms } from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import type { PublishedDays } from '../domain/clocks/clock.events.js';
import { ticketDecider } from '../domain/ticket/ticket.decider.js';
import { suspended } from './on-site.past.js';
import { POLICY_TERMS } from './intake.js';
import { at, command, event, HOTLINE } from './ticket.builders.js';
import {
  arrived,
  cancelled,
  customerAbsent,
  left,
  opened,
  reopened,
  repaired,
  resolved,
  scheduled,
  visitCancelled,
  workStarted,
} from './past.js';

/** Minutes since the call at 08:00 as an instant. */
export const minute = (minutes: number): Instant => plusMinutes(at('08:00'), minutes);

/** Something that happened so many minutes after the call; of a reopening, with its clocks. */
export interface Fact {
  readonly at: number;
  readonly event: TicketEvent;
  /** The ticket ends or is reopened: nobody tells these in another order than they happen. */
  readonly ofTicket: boolean;
}

type Made = (time: Instant, visit: number, length: number) => TicketEvent;

const AT_VISITS: readonly Made[] = [
  (time, visit) => arrived(time, visit),
  (time, visit) => customerAbsent(time, visit),
  (time, visit) => workStarted(time, visit),
  (time, visit) => event('WorkResumed', { visit }, time),
  (time, visit) => left(time, visit),
  (time, visit, length) => repaired({ visit, restored: length % 2 === 0 }, time),
  (time, visit) => visitCancelled(time, visit),
  (time, visit, length) => suspended({ visit, resumeAt: plusMinutes(time, length) }, time),
  (time, visit, length) =>
    suspended({ visit, customerSide: false, resumeAt: plusMinutes(time, length) }, time),
  (time, visit, length) => scheduled({ visit, window: windowFrom(time, length) }, time),
  (time, visit, length) =>
    scheduled({ visit, window: windowFrom(time, length), wishedLater: '晚点来' }, time),
];

function windowFrom(time: Instant, length: number) {
  return { from: plusMinutes(time, length), until: plusMinutes(time, length + 60) };
}

const ENDS: readonly ((time: Instant) => TicketEvent)[] = [
  (time) => resolved(time),
  (time) => resolved(time, 'declined'),
  (time) => cancelled(time),
];

/** No two things happen in the same minute. */
const minutes = (count: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: count, maxLength: count });

const visitFact = fc.record({
  made: fc.constantFrom(...AT_VISITS),
  visit: fc.integer({ min: 1, max: 3 }),
  length: fc.integer({ min: 1, max: 200 }),
});

/** What happened on a ticket, in the order in which it happened. */
const facts: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(
    fc.array(visitFact, { maxLength: 14 }),
    fc.array(fc.constantFrom(...ENDS), { maxLength: 3 }),
    fc.boolean(),
  )
  .chain(([visits, ends, over]) =>
    minutes(visits.length + ends.length * 2).map((times) => {
      const ticketTimes = times.slice(visits.length).toSorted((a, b) => a - b);
      const made = ends.flatMap((end, index) => [
        { at: ticketTimes[index * 2]!, event: end(minute(ticketTimes[index * 2]!)) },
        {
          at: ticketTimes[index * 2 + 1]!,
          event: reopened(minute(ticketTimes[index * 2 + 1]!)),
        },
      ]);
      const ofTicket = (over ? made.slice(0, -1) : made).map((fact) => ({
        ...fact,
        ofTicket: true,
      }));
      const atVisits = visits.map((each, index) => ({
        at: times[index]!,
        event: each.made(minute(times[index]!), each.visit, each.length),
        ofTicket: false,
      }));
      return [...atVisits, ...ofTicket].toSorted((a, b) => a.at - b.at);
    }),
  );

/** The same facts in the order in which they are told, and moments at which somebody looks at the clocks. */
export interface Telling {
  readonly facts: readonly Fact[];
  readonly told: readonly (Fact | { readonly look: number } | { readonly published: true })[];
}

/** What happened, told in any order, but for the ticket's own ends and reopenings. */
export const telling: fc.Arbitrary<Telling> = facts.chain((all) =>
  fc
    .tuple(
      fc.shuffledSubarray([...all], { minLength: all.length }),
      fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 900 })), { maxLength: 5 }),
    )
    .map(([shuffled, looks]) => {
      const inOrder = all.filter(({ ofTicket }) => ofTicket);
      const told: (Fact | { look: number })[] = shuffled.map((fact) =>
        fact.ofTicket ? inOrder.shift()! : fact,
      );
      for (const [place, look] of looks) told.splice(place, 0, { look });
      return { facts: all, told };
    }),
);

interface Told {
  readonly looksTwice?: boolean;
  /** Default: the policy's. */
  readonly sla?: SlaTerms;
  /** What is published meanwhile of the working calendar. */
  readonly years?: readonly PublishedDays[];
  /** Minute at which a walk-in is raised to an emergency, told before all else; default: a fault is called in at minute 0. */
  readonly raisedAt?: number;
}

/** Both clocks, from then on. */
function clocksAt(sla: SlaTerms, round: number, from: Instant): readonly TicketEvent[] {
  return (['response', 'restoration'] as const).map((clock) =>
    deadlineSet(command('WatchClocks', {}, from), clock, sla, { round, from }),
  );
}

/** A fault is called in at minute 0, or a walk-in is raised to an emergency. */
function reported(sla: SlaTerms, raisedAt: number | undefined): Ticket {
  if (raisedAt === undefined)
    return clocksAt(sla, 1, minute(0)).reduce(evolve, evolve({ status: 'none' }, opened()));
  const walkIn = evolve({ status: 'none' }, opened({ source: 'walk-in' }));
  const raise = command('RaiseToEmergency', { reason: '冒烟' }, minute(raisedAt), {
    by: HOTLINE,
    known: { sla },
  });
  return ticketDecider.decide(raise, walkIn).reduce(evolve, walkIn);
}

/** The ticket after everything was told, as its decider keeps its clocks, and all that was said of them. */
export function toldTicket(
  told: Telling['told'],
  { looksTwice = false, sla = POLICY_TERMS, years = [], raisedAt }: Told = {},
): Ticket {
  let ticket = reported(sla, raisedAt);
  const say = (events: readonly TicketEvent[]) => {
    ticket = events.reduce(evolve, ticket);
  };
  let round = 1;
  for (const each of told) {
    if ('published' in each) {
      const watch = command('WatchClocks', {}, minute(0), { known: { years } });
      say(ticketDecider.decide(watch, ticket));
      continue;
    }
    if ('look' in each) {
      const look = command('WatchClocks', {}, minute(each.look));
      say(timekept(look, ticket));
      if (looksTwice) say(timekept(look, ticket));
      continue;
    }
    const step = command('WatchClocks', {}, each.event.occurredAt);
    say(timekept(step, ticket));
    say([each.event]);
    if (each.event.type === 'TicketReopened') say(clocksAt(sla, ++round, each.event.occurredAt));
    say(timekept(step, ticket, each.event));
  }
  return ticket;
}
