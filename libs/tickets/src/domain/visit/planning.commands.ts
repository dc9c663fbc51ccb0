import type { Ask, Instant, Span } from '@app/kernel';
import type { AtVisit } from './at-visit.js';

/** When the server heard of it, by its own clock. */
export interface Received {
  readonly receivedAt: Instant;
}

export type ScheduleVisit = Ask<
  'ScheduleVisit',
  { technician: string; window: Span; atCustomersWish: boolean },
  { technician: KnownTechnician }
>;
export type RescheduleVisit = Ask<
  'RescheduleVisit',
  AtVisit<{ technician?: string; window: Span; atCustomersWish: boolean; reason: string }>,
  { technician: KnownTechnician } & Received
>;
export type CancelVisit = Ask<'CancelVisit', AtVisit<{ reason: string }>, Received>;
export type PrepareVisit = Ask<
  'PrepareVisit',
  AtVisit<{
    badge: boolean;
    uniform: boolean;
    tools: string[];
    parts: { sku: string; quantity: number }[];
  }>,
  { toolsInHand: readonly string[] }
>;
export type Depart = Ask<'Depart', AtVisit>;
export type NotifyDelay = Ask<
  'NotifyDelay',
  AtVisit<{ reason: string; apologised: boolean; newArrival: Instant }>,
  Received
>;
export type RecordArrival = Ask<'RecordArrival', AtVisit>;
export type RecordNoShow = Ask<'RecordNoShow', AtVisit<{ reason?: string }>>;

/** The employee who is to make the visit, as the staff file has them; undefined when it has no such technician. */
export type KnownTechnician = { readonly employee: string; readonly active: boolean } | undefined;

/** What is asked of a visit before anybody is at the customer's. */
export type PlanningCommand =
  | ScheduleVisit
  | RescheduleVisit
  | CancelVisit
  | PrepareVisit
  | Depart
  | NotifyDelay
  | RecordArrival
  | RecordNoShow;
