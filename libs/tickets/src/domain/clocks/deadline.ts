import type { Instant } from '@app/kernel';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { SlaClock } from '../ticket/ticket.values.js';
import type {
  ClockEvent,
  ClockTerms,
  EventNamed,
  OfClock,
  Pause,
  Reading,
  Verdict,
} from './clock.events.js';

/** What has been said of one of the ticket's clocks: the terms, what it shows, and how it was judged. */
export interface Deadline extends OfClock, ClockTerms, Reading {
  readonly from: Instant;
  readonly noSooner?: Instant;
  /** It stands still; absent: it runs, or is over. */
  readonly pause?: Pause;
  readonly warnedAt?: Instant;
  /** The latest moment of which it has spoken. */
  readonly spokeAt: Instant;
  readonly verdict: Verdict;
  /** The event with the verdict; absent: there is none yet. */
  readonly judgedBy?: EventNamed;
  /** The event that met it, where it is met. */
  readonly by?: EventNamed;
  /** Verdicts that turned out to be wrong, oldest first. */
  readonly corrected: readonly EventNamed[];
}

/** The ticket's clocks, as far as anything was said of them. */
export interface Deadlines {
  /** Those that run since the call or the last reopening. */
  readonly deadlines: Readonly<Partial<Record<SlaClock, Deadline>>>;
  /** Those of the rounds before, oldest first: a reopening erases no verdict. */
  readonly earlierDeadlines: readonly Deadline[];
}

export const NO_DEADLINES: Deadlines = { deadlines: {}, earlierDeadlines: [] };

const OF_CLOCK: Readonly<Record<ClockEvent['type'], true>> = {
  SlaDeadlineSet: true,
  SlaPaused: true,
  SlaResumed: true,
  SlaWarned: true,
  SlaMet: true,
  SlaBreached: true,
  SlaCorrected: true,
};

export function isOfClock<E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: ClockEvent['type'] }> {
  return Object.hasOwn(OF_CLOCK, event.type);
}

/** The clocks after one more event; one that says nothing of them changes nothing. */
export function deadlinesAfter(before: Deadlines, event: TicketEvent): Deadlines {
  const { deadlines, earlierDeadlines } = before;
  if (endsClocks(event)) return { deadlines: ended(deadlines), earlierDeadlines };
  if (!isOfClock(event)) return { deadlines, earlierDeadlines };
  const { clock, round } = event.data;
  const current = deadlines[clock];
  if (event.type === 'SlaDeadlineSet' && (!current || current.round < round)) {
    const over = current ? [...earlierDeadlines, current] : earlierDeadlines;
    return {
      deadlines: { ...deadlines, [clock]: deadlineAfter(undefined, event) },
      earlierDeadlines: over,
    };
  }
  if (current?.round === round)
    return {
      deadlines: { ...deadlines, [clock]: deadlineAfter(current, event) },
      earlierDeadlines,
    };
  return {
    deadlines,
    earlierDeadlines: earlierDeadlines.map((each) =>
      each.clock === clock && each.round === round ? deadlineAfter(each, event) : each,
    ),
  };
}

/** The ticket ends, and nothing that still ran will be met. */
export function endsClocks(event: TicketEvent): boolean {
  return (
    event.type === 'TicketCancelled' ||
    (event.type === 'TicketResolved' && event.data.outcome !== 'restored')
  );
}

function ended({ response, restoration }: Deadlines['deadlines']): Deadlines['deadlines'] {
  return {
    ...(response && { response: over(response) }),
    ...(restoration && { restoration: over(restoration) }),
  };
}

function over(deadline: Deadline): Deadline {
  return isUnjudged(deadline) ? { ...running(deadline), verdict: 'ended' } : deadline;
}

/** It has no verdict yet, or none will come unless what is told late brings one. */
export function isUnjudged({ verdict, judgedBy }: Deadline): boolean {
  return verdict === 'running' || (verdict === 'ended' && judgedBy === undefined);
}

/** All of them, those of earlier rounds first. */
export function allDeadlines({ deadlines, earlierDeadlines }: Deadlines): readonly Deadline[] {
  const now = [deadlines.response, deadlines.restoration];
  return [...earlierDeadlines, ...now.filter((each) => each !== undefined)];
}

function deadlineAfter(before: Deadline | undefined, event: ClockEvent): Deadline {
  const after = changed(before, event);
  return event.type === 'SlaDeadlineSet' || event.type === 'SlaCorrected'
    ? after
    : { ...after, spokeAt: later(after.spokeAt, event.occurredAt) };
}

function later(one: Instant, other: Instant): Instant {
  return one < other ? other : one;
}

function changed(before: Deadline | undefined, event: ClockEvent): Deadline {
  const named = { type: event.type, occurredAt: event.occurredAt };
  if (event.type === 'SlaDeadlineSet') {
    const { reason: _, ...set } = event.data;
    const { verdict, judgedBy, by, warnedAt, corrected, spokeAt } = before ?? {
      verdict: 'running' as const,
      corrected: [],
      spokeAt: set.from,
    };
    return {
      ...set,
      verdict,
      spokeAt,
      corrected,
      ...(judgedBy && { judgedBy }),
      ...(by && { by }),
      ...(warnedAt !== undefined && { warnedAt }),
    };
  }
  // Of a clock that was never set nothing is said.
  const known = before!;
  switch (event.type) {
    case 'SlaPaused':
      return { ...reads(known, event.data), pause: event.data.pause };
    case 'SlaWarned':
      return { ...known, warnedAt: event.occurredAt };
    case 'SlaResumed':
      return reads(running(known), event.data);
    case 'SlaMet':
      return {
        ...reads(running(known), event.data),
        verdict: 'met',
        judgedBy: named,
        by: event.data.by,
      };
    case 'SlaBreached':
      return {
        ...reads(running(known), event.data),
        verdict: 'breached',
        judgedBy: named,
      };
    case 'SlaCorrected': {
      const { by: _, judgedBy: __, ...rest } = running(known);
      const { verdict, by, corrects } = event.data;
      return {
        ...reads(rest, event.data),
        verdict,
        judgedBy: named,
        ...(by && { by }),
        corrected: [...known.corrected, corrects],
      };
    }
  }
}

function running({ pause: _, ...rest }: Deadline): Deadline {
  return rest;
}

/** What it shows takes the place of what it showed. */
function reads<D extends Reading>({ awaits: _, ...known }: D, reading: Reading) {
  return { ...known, ...readingOf(reading) };
}

export function readingOf({ due, warnAt, paused, pauses, awaits }: Reading): Reading {
  return { due, warnAt, paused, pauses, ...(awaits !== undefined && { awaits }) };
}
