import type { DomainEvent, Instant, Span } from '@app/kernel';

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
  }
>;
export type VisitRescheduled = Event<
  'VisitRescheduled',
  { visit: number; technician: string; window: Span; atCustomersWish: boolean; reason: string }
>;
export type VisitCancelled = Event<'VisitCancelled', { visit: number; reason: string }>;
export type VisitPrepared = Event<
  'VisitPrepared',
  {
    visit: number;
    badge: boolean;
    uniform: boolean;
    tools: readonly string[];
    parts: readonly { sku: string; quantity: number }[];
  }
>;
export type TechnicianDeparted = Event<'TechnicianDeparted', { visit: number }>;
export type DelayNotified = Event<
  'DelayNotified',
  { visit: number; reason: string; apologised: boolean; newArrival: Instant }
>;
export type TechnicianArrived = Event<'TechnicianArrived', { visit: number }>;
export type NoShowRecorded = Event<'NoShowRecorded', { visit: number; reason?: string }>;
/** Somebody did come: what was told late shows it. It names the no-show that it corrects, by its time. */
export type NoShowCorrected = Event<'NoShowCorrected', { visit: number; noShowAt: Instant }>;

/** What happens to a visit before anybody is at the customer's. */
export type PlanningEvent =
  | VisitScheduled
  | VisitRescheduled
  | VisitCancelled
  | VisitPrepared
  | TechnicianDeparted
  | DelayNotified
  | TechnicianArrived
  | NoShowRecorded
  | NoShowCorrected;
