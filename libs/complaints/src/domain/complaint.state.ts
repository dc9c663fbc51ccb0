import type { WithFindings } from '@app/findings';
import { streams, type Instant } from '@app/kernel';
import type { AtRound } from './complaint.events.js';
import type {
  ComplaintChannel,
  ComplaintEnd,
  ComplaintTerm,
  Conduct,
  Complainant,
  Point,
  Remedy,
} from './complaint.values.js';

/** Something that was done, when and by whom; and in whose place. */
export interface Done {
  readonly at: Instant;
  readonly by: readonly string[];
}

export interface Verdict extends Done {
  readonly upheld: boolean;
  readonly reason: string;
  readonly conduct?: Conduct;
  /** Absent: not left to the general staff rules. */
  readonly referral?: { readonly outcome?: string };
}

/** A point, and how it was judged; in this round, or before it was reopened. */
export interface JudgedPoint extends Point {
  readonly verdict?: Verdict;
  readonly before?: Verdict;
  /** The complaint that brought it along as it was joined; absent: this one. */
  readonly from?: string;
  /** Its number there. */
  readonly numbered?: number;
}

export interface OfferedRemedy extends Remedy, Done {
  readonly remedy: number;
  readonly status: 'proposed' | 'accepted' | 'declined';
}

/** A term of this round. */
export interface Term {
  readonly from: Instant;
  readonly due?: Instant;
  readonly warnAt?: Instant;
  readonly awaits?: string;
  readonly warned: boolean;
  readonly verdict: 'running' | 'kept' | 'missed' | 'ended';
}

export interface Begun extends WithFindings<AtRound> {
  readonly status: 'open' | 'closed';
  readonly complaint: string;
  readonly channel: ComplaintChannel;
  readonly anonymous: boolean;
  readonly complainant?: Complainant;
  readonly customer?: string;
  readonly ticket?: string;
  readonly receivedAt: Instant;
  /** Who received it. */
  readonly receivedBy: readonly string[];
  /** From 1; one more with each reopening. */
  readonly round: number;
  readonly roundSince: Instant;
  /** What the customer said, in the order in which it was recorded. */
  readonly words: readonly string[];
  readonly recordedAt?: Instant;
  readonly points: readonly JudgedPoint[];
  /** Of this round, like all that follows. */
  readonly apology?: Done;
  /** Who investigates; absent: nobody does, or who did is complained of by now. */
  readonly investigator?: string;
  readonly assignedBy?: readonly string[];
  /** Everybody who has been assigned in this round. */
  readonly assigned: readonly string[];
  readonly investigation?: Done & { readonly result: string };
  readonly remedies: readonly OfferedRemedy[];
  readonly answer?: Done & { readonly answer: string };
  readonly attempts: number;
  readonly withdrawnAt?: Instant;
  readonly closed?: { readonly at: Instant; readonly end: ComplaintEnd };
  readonly rating?: number;
  /** The complaint that this one is investigated with. */
  readonly joinedTo?: string;
  /** Those that are investigated with this one. */
  readonly joined: readonly string[];
  readonly terms: Readonly<Partial<Record<ComplaintTerm, Term>>>;
  /** Terms that were not kept, in whatever round; a reopening erases none. */
  readonly missed: readonly { readonly term: ComplaintTerm; readonly round: number }[];
}

/** A complaint of a customer. Stream `complaint-<id>`. */
export type Complaint = Begun | ({ readonly status: 'none' } & WithFindings<AtRound>);

export const complaintStreams = streams<Complaint>('complaint');

export const initialState = (): Complaint => ({ status: 'none', findings: [] });

/** Everybody of whom something is said, whatever came of it: they take no part in it. */
export function complainedOf({ points }: Pick<Begun, 'points'>): readonly string[] {
  return [...new Set(points.flatMap(({ employee }) => employee ?? []))];
}

/** Whether there is something to judge, and all of it is. */
export function isJudged({ points }: Pick<Begun, 'points'>): boolean {
  return points.length > 0 && points.every(({ verdict }) => verdict !== undefined);
}

/** Of what stage a complaint is, as the board shows it. */
export type ComplaintStage =
  | 'received'
  | 'recorded'
  | 'acknowledged'
  | 'investigating'
  | 'investigated'
  | 'judged'
  | 'answered'
  | 'closed';
