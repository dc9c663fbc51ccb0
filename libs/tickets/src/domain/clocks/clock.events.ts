import type { CalendarYear, DomainEvent, Instant, WorkingHours } from '@app/kernel';
import type { SlaClock } from '../ticket/ticket.values.js';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

type Event<Type extends string, Data> = DomainEvent<Type, Data>;

/** An event of the same stream, by its type and when it happened. */
export interface EventNamed {
  readonly type: string;
  readonly occurredAt: Instant;
}

/**
 * Why a clock stands still, each a reason on the customer's side: work was suspended for it (V19);
 * they want nobody sooner; nobody was there.
 */
export type PauseReason = 'work-suspended' | 'customers-wish' | 'customer-absent';

/** A span in which a clock stands still. */
export interface Pause {
  readonly since: Instant;
  /** When it ended, or is to end by what was agreed; null: nothing is agreed yet. */
  readonly until: Instant | null;
  readonly why: PauseReason;
  /** The customer's own words, where they are kept. */
  readonly words?: string;
  /** The event that began it. */
  readonly by: EventNamed;
}

/** One of the ticket's clocks: round 1 runs since the call, and each reopening begins another. */
export interface OfClock {
  readonly clock: SlaClock;
  readonly round: number;
}

/** What a clock shows, and what made it so. */
export interface Reading {
  /** Where a year is awaited, when it is due at the earliest. */
  readonly due: Instant;
  /** When the policy's share of the time is used up, and a warning is due; `due` where that awaits a year too. */
  readonly warnAt: Instant;
  /** Minutes of its time for which it has stood still, or is to by what was agreed. */
  readonly paused: number;
  readonly pauses: readonly Pause[];
  /** Year, `2027`, whose working calendar has to be published before it can be told when it is due; absent: it is known. */
  readonly awaits?: string;
}

/** A year of the working calendar, in the edition that was published. */
export interface PublishedDays extends CalendarYear {
  readonly year: string;
  readonly edition: number;
}

/** Hours of working days in which alone a clock's time passes, and which days those are. */
export interface WorkingTerms {
  readonly hours: readonly WorkingHours[];
  /** The calendar that judges the clock: a later edition of a year changes nothing, and a year that is not among them is awaited. */
  readonly years: readonly PublishedDays[];
}

/** The terms that judge a clock, as they were in the edition that set it. */
export interface ClockTerms {
  /** `default`, or the number of a contract. */
  readonly terms: string;
  /** The policy's version; of a contract's terms, from when on they held. */
  readonly edition: string;
  readonly minutes: number;
  /** After how many per cent of the time a warning is given. */
  readonly warnPercent: number;
  /** Default: the minutes count round the clock. */
  readonly working?: WorkingTerms;
}

export type SlaDeadlineSet = Event<
  'SlaDeadlineSet',
  OfClock &
    ClockTerms &
    Reading & {
      /** From when on it counts: the call, the reopening, or the raising to an emergency of what was no report. */
      readonly from: Instant;
      /** Other terms make no moment a breach that was none when it passed: it is due no sooner. Default: no bound. */
      readonly noSooner?: Instant;
      /** Why a supervisor put a running clock under other terms. */
      readonly reason?: string;
    }
>;
/** It stands still, or stands still until another hour than was agreed before. */
export type SlaPaused = Event<
  'SlaPaused',
  OfClock &
    Reading & {
      readonly pause: Pause;
      /** Minutes that are left; below 0 there are none. */
      readonly remaining: number;
    }
>;
export type SlaResumed = Event<'SlaResumed', OfClock & Reading & { readonly why: PauseReason }>;
export type SlaWarned = Event<'SlaWarned', OfClock & Pick<Reading, 'due' | 'awaits'>>;
export type SlaMet = Event<'SlaMet', OfClock & Reading & { readonly by: EventNamed }>;
/** The deadline has passed. It happened a second after it, as the second in which it is due still counts. */
export type SlaBreached = Event<'SlaBreached', OfClock & Reading>;
/** What was told later shows another verdict. The log keeps both. */
export type SlaCorrected = Event<
  'SlaCorrected',
  OfClock &
    Reading & {
      /** The event with the verdict that was wrong. */
      readonly corrects: EventNamed;
      /** `running`: there is none yet; `ended`: the ticket ended first, and there will be none. */
      readonly verdict: Verdict;
      /** The event that met it, where it is met. */
      readonly by?: EventNamed;
      /** What was told, and shows it. */
      readonly shownBy: EventNamed;
    }
>;

export type Verdict = 'running' | 'met' | 'breached' | 'ended';

/** What is said of the clocks, by whoever does a step and by the time that passes. */
export type ClockEvent =
  SlaDeadlineSet | SlaPaused | SlaResumed | SlaWarned | SlaMet | SlaBreached | SlaCorrected;
