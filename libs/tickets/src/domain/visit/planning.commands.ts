import type { Ask, Instant, Span } from '@app/kernel';
import type { Told } from '../ticket/ticket.values.js';
import type { AtVisit } from './at-visit.js';
import type { Rest } from './rest.js';

/** When the server heard of it, by its own clock. */
export interface Received {
  readonly receivedAt: Instant;
}

/** When the customer rests, as their file says now; nothing where the ticket names no file (V19). */
export type KnownQuietHours = Partial<Rest>;

export type ScheduleVisit = Ask<
  'ScheduleVisit',
  { technician: string; window: Span; atCustomersWish: boolean; wishedLater?: string },
  { technician: KnownTechnician } & KnownQuietHours
>;
export type RescheduleVisit = Ask<
  'RescheduleVisit',
  AtVisit<{
    technician?: string;
    window: Span;
    atCustomersWish: boolean;
    wishedLater?: string;
    reason: string;
    told?: Told;
  }>,
  { technician: KnownTechnician } & Received & KnownQuietHours
>;
export type CancelVisit = Ask<
  'CancelVisit',
  AtVisit<{ atCustomersWish?: boolean; reason: string; told?: Told }>,
  Received
>;
export type AddTechnician = Ask<
  'AddTechnician',
  AtVisit<{ technician: string }>,
  {
    technician: KnownTechnician;
    /** Other tickets at whose customers they are just then, by the diary; none where absent. */
    elsewhere?: readonly string[];
  }
>;
export type RemoveTechnician = Ask<
  'RemoveTechnician',
  AtVisit<{ technician: string; reason: string }>
>;
/** By a process: somebody who was dismissed goes on no visit any more. */
export type UnassignTechnician = Ask<
  'UnassignTechnician',
  { visit: number; technician: string; reason: string }
>;
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
  AtVisit<{
    reason: string;
    apologised: boolean;
    newArrival: Instant;
    customerWishes?: string;
  }>,
  Received & KnownQuietHours
>;
export type RecordArrival = Ask<
  'RecordArrival',
  AtVisit<{ agreedEarlier?: boolean; customerWishes?: string }>,
  /** Other tickets at whose customers the technician is just then, by the diary. */
  {
    elsewhere: readonly string[];
    /** Who of the others of the visit is at another customer's just then; nobody where absent. */
    othersElsewhere?: readonly string[];
  } & KnownQuietHours
>;
export type RecordNoShow = Ask<
  'RecordNoShow',
  AtVisit<{
    /** Who of those who were to make it did not come; default: nobody did. */
    technician?: string;
    reason?: string;
  }>
>;

/** The employee who is to make the visit, as the staff file has them; undefined when it has no such technician. */
export type KnownTechnician = { readonly employee: string; readonly active: boolean } | undefined;

/** What is asked of a visit before anybody is at the customer's. */
export type PlanningCommand =
  | ScheduleVisit
  | RescheduleVisit
  | CancelVisit
  | UnassignTechnician
  | AddTechnician
  | RemoveTechnician
  | PrepareVisit
  | Depart
  | NotifyDelay
  | RecordArrival
  | RecordNoShow;
