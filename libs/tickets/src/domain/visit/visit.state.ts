import type { Instant, Span, Yuan } from '@app/kernel';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OnSiteRecord } from './on-site.record.js';
import type { OwnWay } from './own-way.state.js';
import type { Prepared } from './preparation.js';
import type { Wish } from './wishes.js';

/**
 * A visit, by how far it has come. Each status has the fields that a visit can have then and no
 * others, so a step names the statuses in which it is possible (`visitAt`) and gets their fields.
 *
 * A new status is one more interface here; what does not compile afterwards has to decide about it.
 */
export type Visit =
  | ScheduledVisit
  | DepartedVisit
  | OnSiteVisit
  | WorkingVisit
  | AwayVisit
  | LeftVisit
  | AbsentVisit
  | CompletedVisit
  | MissedVisit
  | CancelledVisit;

export type VisitStatus = Visit['status'];

/** A visit that stands at one of these statuses. */
export type VisitAt<Status extends VisitStatus> = Extract<Visit, { readonly status: Status }>;

/** When each kind of step on which another builds happened last. */
export type StepsAt = Readonly<Partial<Record<TicketEvent['type'], Instant>>>;

/** The appointment, and how it was prepared: what every visit has. */
interface Appointed {
  readonly visit: number;
  /** Responsible for it. */
  readonly technician: string;
  /** Who else is on it (R10). */
  readonly others: readonly string[];
  /** Who was on it until then, and can still tell what they did. */
  readonly former: readonly FormerTechnician[];
  readonly window: Span;
  /** What the diary keeps free for it: the window, or the hour of a later promise. */
  readonly booked: Span;
  /** Until when the customer has been told to expect the technician: the window's end, or later by a notice in time (V7). */
  readonly expectedBy: Instant;
  /** The appointments before it was moved, oldest first, each until when it held. */
  readonly earlier?: readonly EarlierPromise[];
  /** What those of them did who did not come and go together, each by their name (R10). */
  readonly own: Readonly<Record<string, OwnWay>>;
  /** What the responsible technician wore and took along; undefined where nobody prepared the visit. */
  readonly ready?: Prepared;
  /** What the customer wished of their rest or meal hours: each wish holds until the visit is moved or interrupted (V19). */
  readonly wishes: readonly Wish[];
  /** A contact agreed by phone, or a contract's emergency clause does, before anybody had come (V11). */
  readonly agreedAhead?: true;
  /** The last notice of delay, and when it was given. */
  readonly delay?: { readonly notifiedAt: Instant; readonly newArrival: Instant };
  readonly stepsAt: StepsAt;
  /** When each kind of step was done first, by the order in which they happened. */
  readonly firstAt: StepsAt;
}

/** Somebody who was replaced on a visit or taken off it, which they may not have heard of. */
export interface FormerTechnician {
  readonly technician: string;
  readonly until: Instant;
  /** They had set out for it by then, as the responsible technician. */
  readonly departedAt?: Instant;
  /** They were at the customer's by then, and stay of the crew until they have left. */
  readonly there?: true;
}

/** An appointment that held until it was moved; when somebody had set out for it by then, where that was told. */
export interface EarlierPromise extends Pick<Appointed, 'window' | 'expectedBy'> {
  readonly until: Instant;
  /** When the change was entered, where that was later: until then whoever came went by this. */
  readonly knownUntil?: Instant | undefined;
  readonly departedAt?: Instant | undefined;
}

export interface ScheduledVisit extends Appointed {
  readonly status: 'scheduled';
}

export interface DepartedVisit extends Appointed {
  readonly status: 'departed';
  readonly departedAt: Instant;
}

/** Somebody came. When they had set out is unknown where nobody recorded it. */
interface Attended extends Appointed, OnSiteRecord {
  readonly departedAt?: Instant;
  readonly arrivedAt: Instant;
  /** The last arrival: another than the first where the technician left and came back. */
  readonly cameAt: Instant;
  /** Whoever came first did so by themself; the responsible technician follows, or never came. */
  readonly apart: boolean;
  /** Who of them is there; nobody once all have left. */
  readonly present: readonly string[];
  /** Whoever was to come in place of somebody who had come unheard was called off then. */
  readonly nextCalledOffAt?: Instant;
  /** The times that somebody came back to work that was interrupted. */
  readonly returns?: readonly Return[];
  /** When nobody was there, which still counts when the paper of work begun before is complete. */
  readonly absentAt?: Instant;
  /** It was held then that nobody came, or was to come, until it was told that somebody had. */
  readonly heldOff?: Pick<MissedVisit | CancelledVisit, 'status' | 'calledOffAt'>;
  /** The customer had agreed that they come before the hour. */
  readonly agreedEarlier?: true;
  /** The paper was in order then, and this much of what was charged had been settled by then. */
  readonly settled?: Settled;
}

export interface OnSiteVisit extends Attended {
  readonly status: 'on-site';
}

/** Work goes on at the customer's, or stands still while it is suspended. */
export interface WorkingVisit extends Attended {
  readonly status: 'working';
  readonly suspension?: Suspension;
}

/** The work is interrupted; the technician has left, and comes back at the hour agreed for it (V19). */
export interface AwayVisit extends Attended {
  readonly status: 'away';
  readonly leftAt: Instant;
  readonly suspension: Suspension;
}

/** The technician has left; the paper, the money or the work in the workshop may follow. */
export interface LeftVisit extends Attended {
  readonly status: 'left';
  readonly leftAt: Instant;
  /** The work was suspended when the technician left, and nobody has taken it up again. */
  readonly suspension?: Suspension;
  /** Left to come back, which nobody did: nothing of what is owed at the end was owed then. */
  readonly returning?: BrokenOff;
}

export interface CompletedVisit extends Attended {
  readonly status: 'completed';
  readonly leftAt: Instant;
  readonly suspension?: Suspension;
  readonly returning?: BrokenOff;
}

/** The technician stood before a locked door, at first or when they came back to the work, and has left. */
export interface AbsentVisit extends Attended {
  readonly status: 'absent';
  readonly leftAt: Instant;
}

export interface MissedVisit extends Appointed {
  readonly status: 'no-show';
  /** When nobody had come. */
  readonly calledOffAt: Instant;
  readonly departedAt?: Instant;
}

export interface CancelledVisit extends Appointed {
  readonly status: 'cancelled';
  readonly calledOffAt: Instant;
  /** When that was entered, where it was later. */
  readonly enteredAt?: Instant | undefined;
  readonly departedAt?: Instant;
}

/** What was paid or waived by when the paper of a visit was in order, and whether how the rest is paid was agreed. */
export interface Settled {
  readonly by: Instant;
  readonly amount: Yuan;
  readonly restAgreed: boolean;
}

/** Why work stands still, and the hour agreed at which it goes on (V19). */
export interface Suspension {
  readonly since: Instant;
  readonly customerSide: boolean;
  readonly resumeAt: Instant;
  /**
   * Until when the customer has been told to expect whoever comes back: that very hour, the end of a window to
   * which the return was moved, or later by a notice in time (V7).
   */
  readonly returnBy: Instant;
}

/** Somebody came back, at the hour that the customer had been told for it or not (V7). */
export interface Return extends Pick<Suspension, 'since' | 'resumeAt' | 'returnBy'> {
  readonly cameAt: Instant;
  /** Whoever came first came back by themself; the others come back for themselves, or did not. */
  readonly apart?: true;
}

/** The return on which somebody was, or was to be, at that time. */
export function returnAt(visit: Visit, at: Instant): Return | undefined {
  if (!hasArrived(visit)) return undefined;
  return visit.returns?.find(({ since, cameAt }) => since <= at && at <= cameAt);
}

/** Work that was left to come back to, and that nobody was known to come back to. */
export interface BrokenOff {
  readonly suspension: Suspension;
  /** When nobody had come back by the promised hour (V7). */
  readonly noShowAt?: Instant;
}

export type PendingVisit = VisitAt<'scheduled' | 'departed'>;
export type VisitUnderWay = VisitAt<'on-site' | 'working'>;
export type VisitGone = VisitAt<'away' | 'left' | 'completed'>;
export type VisitSinceArrival = Extract<Visit, Attended>;

/** Where work can have begun, and can stand still. */
export const WORKED_ON = ['working', 'away', 'left', 'completed'] as const;
const CALLED_OFF = ['no-show', 'cancelled'] as const;
const PENDING = ['scheduled', 'departed'] as const;
const UNDER_WAY = ['on-site', 'working'] as const;
const SINCE_ARRIVAL = [...UNDER_WAY, 'away', 'left', 'absent', 'completed'] as const;

export function isAt<Status extends VisitStatus>(
  visit: Visit,
  statuses: readonly Status[],
): visit is VisitAt<Status> {
  return (statuses as readonly VisitStatus[]).includes(visit.status);
}

/** The visit is still to be made: nobody has come to the customer. */
export function isPending(visit: Visit): visit is PendingVisit {
  return isAt(visit, PENDING);
}

/** The technician is at the customer's. */
export function isUnderWay(visit: Visit): visit is VisitUnderWay {
  return isAt(visit, UNDER_WAY);
}

/** The office holds that nobody came or will come; what is told late may show that somebody did. */
export function isCalledOff(visit: Visit): visit is MissedVisit | CancelledVisit {
  return isAt(visit, CALLED_OFF);
}

/** The technician is no longer there, or not for now. */
export function hasGone(visit: Visit): visit is VisitGone {
  return isAt(visit, ['away', 'left', 'completed']);
}

/** The technician has gone for good from a customer who was there, whether or not the paper is in order. */
export function hasLeft(visit: Visit): visit is LeftVisit | CompletedVisit {
  return isAt(visit, ['left', 'completed']);
}

/** What was left to come back to, where the visit ended meanwhile; what is told late may show that somebody did. */
export function brokenOffAt(visit: Visit): BrokenOff | undefined {
  return hasLeft(visit) ? visit.returning : undefined;
}

/** Somebody has come to the customer, whether or not they are still there. */
export function hasArrived(visit: Visit): visit is VisitSinceArrival {
  return isAt(visit, SINCE_ARRIVAL);
}

/** The suspension of work that stands still; work at this visit may never have begun. */
export function suspensionOf(visit: Visit): Suspension | undefined {
  return isAt(visit, WORKED_ON) ? visit.suspension : undefined;
}
