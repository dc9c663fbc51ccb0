import type { DomainEvent, Instant, Span } from '@app/kernel';
import type { Told } from '../ticket/ticket.values.js';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

type Event<Type extends string, Data> = DomainEvent<Type, Data>;

export type VisitScheduled = Event<
  'VisitScheduled',
  {
    visit: number;
    technician: string;
    window: Span;
    /** The customer asked for this time although it lies in their quiet hours (V19). */
    atCustomersWish: boolean;
    /**
     * The customer's own words, where it is they who want nobody before this window, or keep to their
     * rest hours though asked: the clocks stand still until it begins (B2).
     */
    wishedLater?: string;
    /** Nothing is booked for it: it was told when the window was over, or somebody had come. */
    unbooked?: boolean;
    /**
     * The visit of this window for which somebody had come before it, or before it was moved to it, and had found
     * nobody (V7): the customer expects somebody all the same.
     */
    appointmentOf?: number;
  }
>;
export type VisitRescheduled = Event<
  'VisitRescheduled',
  {
    visit: number;
    technician: string;
    window: Span;
    /** The customer themself asked for the change, also into their quiet hours (V7, V19). */
    atCustomersWish: boolean;
    /**
     * The customer's own words, where it is they who want nobody before this window, or keep to their
     * rest hours though asked: the clocks stand still until it begins (B2).
     */
    wishedLater?: string;
    /** Nothing is booked for it: it was told when the window was over, or somebody had come. */
    unbooked?: boolean;
    /** The hour is that at which somebody comes back to work that was interrupted (V19). */
    ofReturn?: boolean;
    /** When it was entered, where that was later than it was made: nobody heard of it before (V7). */
    enteredAt?: Instant;
    reason: string;
    /** How the customer learned of it; absent: nobody told them, or they asked for it themselves. */
    told?: Told;
  }
>;
/** Told after the visit, or the return to it, had been moved again or called off: the hour stood until then. What holds now stays as it is. */
export type SupersededMoveRecorded = Event<
  'SupersededMoveRecorded',
  {
    visit: number;
    technician: string;
    window: Span;
    /** The customer themself asked for the change (V7). */
    atCustomersWish: boolean;
    /** The customer's own words, where it is they who wanted nobody before that window. */
    wishedLater?: string;
    /** The hour was that at which somebody was to come back to work that was interrupted (V19). */
    ofReturn?: boolean;
    reason: string;
    /** How the customer learned of it; absent: nobody told them, or they asked for it themselves. */
    told?: Told;
    /** When it was moved again, or called off. */
    followedAt: Instant;
    /** It was called off then; absent: moved again. */
    calledOff?: boolean;
  }
>;
export type VisitCancelled = Event<
  'VisitCancelled',
  {
    visit: number;
    /** The customer asked for it; absent: they did not. */
    atCustomersWish?: boolean;
    /** When it was entered, where that was later than it was made: nobody heard of it before (V7). */
    enteredAt?: Instant;
    reason: string;
    /** How the customer learned of it; absent: nobody told them, or they asked for it themselves. */
    told?: Told;
  }
>;
/** One more than the responsible technician comes along. */
export type TechnicianAdded = Event<'TechnicianAdded', { visit: number; technician: string }>;
export type TechnicianRemoved = Event<
  'TechnicianRemoved',
  { visit: number; technician: string; reason: string }
>;
export type VisitPrepared = Event<
  'VisitPrepared',
  {
    visit: number;
    /** Whose it is, of the others; absent: the responsible technician's. */
    technician?: string;
    badge: boolean;
    uniform: boolean;
    tools: readonly string[];
    parts: readonly { sku: string; quantity: number }[];
  }
>;
/** What was made ready for a visit. */
export type PreparationSaid = Omit<VisitPrepared['data'], 'visit' | 'technician'>;

/** This was made ready, and not what was put down before. */
export type PreparationCorrected = Event<
  'PreparationCorrected',
  PreparationSaid & {
    visit: number;
    technician?: string;
    before: PreparationSaid;
    reason: string;
  }
>;
export type TechnicianDeparted = Event<
  'TechnicianDeparted',
  {
    visit: number;
    /** Who of the others sets out by themself; absent: the responsible technician, and whoever comes along. */
    technician?: string;
  }
>;
export type DelayNotified = Event<
  'DelayNotified',
  {
    visit: number;
    reason: string;
    apologised: boolean;
    newArrival: Instant;
    /** What the diary keeps free from then on; absent where it was told only when that was over. */
    booked?: Span;
    /** The customer's own words, where they want it although it lies in their rest or meal hours (V19). */
    customerWishes?: string;
  }
>;
export type TechnicianArrived = Event<
  'TechnicianArrived',
  {
    visit: number;
    /** Who comes by themself; absent: the responsible technician, and whoever comes along. */
    technician?: string;
    /** Before the agreed window, the customer was asked and agreed. */
    agreedEarlier?: boolean;
    /** The customer's own words, where they want it although they rest or eat then (V19). */
    customerWishes?: string;
  }
>;
export type NoShowRecorded = Event<'NoShowRecorded', { visit: number; reason?: string }>;
/** Somebody did come: what was told late shows it. It names the no-show that it corrects, by its time. */
export type NoShowCorrected = Event<'NoShowCorrected', { visit: number; noShowAt: Instant }>;

/** One of those who were to make the visit did not come, though others did. */
export type CrewNoShowRecorded = Event<
  'CrewNoShowRecorded',
  {
    visit: number;
    technician: string;
    /** They had been there, and did not come back to work that was interrupted (V19). */
    ofReturn?: boolean;
    reason?: string;
  }
>;
/** They did come: what was told of it later shows it. It names the no-show that it corrects, by its time. */
export type CrewNoShowCorrected = Event<
  'CrewNoShowCorrected',
  { visit: number; technician: string; noShowAt: Instant }
>;

/** What happens to a visit before anybody is at the customer's. */
export type PlanningEvent =
  | VisitScheduled
  | VisitRescheduled
  | SupersededMoveRecorded
  | VisitCancelled
  | TechnicianAdded
  | TechnicianRemoved
  | VisitPrepared
  | PreparationCorrected
  | TechnicianDeparted
  | DelayNotified
  | TechnicianArrived
  | NoShowRecorded
  | NoShowCorrected
  | CrewNoShowRecorded
  | CrewNoShowCorrected;
