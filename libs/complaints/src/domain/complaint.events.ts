import type { FindingEvent } from '@app/findings';
import type { DomainEvent, Instant } from '@app/kernel';
import type { ArticleId } from '@app/policy';
import type {
  Complainant,
  ComplaintChannel,
  ComplaintEnd,
  Conduct,
  OfTerm,
  Point,
  Remedy,
  ReplyChannel,
} from './complaint.values.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** In which round something was found. */
export interface AtRound {
  /** From 1; each reopening begins another. */
  readonly round: number;
}

interface Of {
  readonly complaint: string;
}
type Event<Type extends string, Data> = DomainEvent<Type, Of & Data>;

export type ComplaintReceived = Event<
  'ComplaintReceived',
  {
    channel: ComplaintChannel;
    /** Nobody says who complains, so nobody can be apologised to or answered (R6). */
    anonymous: boolean;
    complainant?: Complainant;
    /** The customer on file, named or known by the ticket. */
    customer?: string;
    ticket?: string;
    /** Of a bad answer to a follow-up: who asked the customer, and heard it. */
    heardBy?: string;
  }
>;
/** What the customer said, in their own words; what they add is recorded beside it. */
export type ComplaintRecorded = Event<
  'ComplaintRecorded',
  { words: string; points: readonly Point[] }
>;
export type ApologyOffered = Event<
  'ApologyOffered',
  AtRound & { channel: ReplyChannel; words?: string }
>;
export type InvestigatorAssigned = Event<
  'InvestigatorAssigned',
  AtRound & { investigator: string }
>;
export type ComplaintInvestigated = Event<'ComplaintInvestigated', AtRound & { result: string }>;
export type ComplaintUpheld = Event<
  'ComplaintUpheld',
  AtRound &
    Point & {
      reason: string;
      /** What of document 2 fits; absent: nothing does, or nobody is to blame. */
      conduct?: Conduct & { readonly article: ArticleId };
    }
>;
/** Where the point was upheld before, what followed of that is taken back. */
export type ComplaintRejected = Event<'ComplaintRejected', AtRound & Point & { reason: string }>;
/** Nothing of document 2 is about it: it is left to the general staff rules (D5). */
export type ComplaintReferred = Event<
  'ComplaintReferred',
  AtRound & { point: number; employee: string }
>;
/** What came of it under the general staff rules. */
export type ReferralOutcomeRecorded = Event<
  'ReferralOutcomeRecorded',
  { point: number; employee: string; outcome: string }
>;
export type RemedyProposed = Event<
  'RemedyProposed',
  AtRound & Remedy & { remedy: number; note?: string }
>;
export type RemedyAccepted = Event<'RemedyAccepted', { remedy: number; note?: string }>;
export type RemedyDeclined = Event<'RemedyDeclined', { remedy: number; note?: string }>;
export type ComplaintAnswered = Event<
  'ComplaintAnswered',
  AtRound & { channel: ReplyChannel; answer: string }
>;
/** The customer was tried to be reached, and was not. */
export type ReachAttempted = Event<
  'ReachAttempted',
  AtRound & { channel: ReplyChannel; note: string }
>;
export type ComplaintWithdrawn = Event<'ComplaintWithdrawn', AtRound & { words: string }>;
export type ComplaintClosed = Event<
  'ComplaintClosed',
  AtRound & { end: ComplaintEnd; reason?: string }
>;
export type ComplaintReopened = Event<
  'ComplaintReopened',
  AtRound & {
    words: string;
    /** The complaint that was joined to this one, and for which it goes on; absent: the customer asked. */
    joined?: string;
  }
>;
export type SatisfactionRecorded = Event<
  'SatisfactionRecorded',
  AtRound & { rating: number; words?: string }
>;
/** It is about one thing with another complaint, and is investigated there; its customer is answered here. */
export type ComplaintJoined = Event<'ComplaintJoined', { to: string }>;
/** Another complaint about the same is investigated here, with what it complains of. */
export type JoinedComplaintTaken = Event<
  'JoinedComplaintTaken',
  { joined: string; points: readonly (Point & { readonly numbered: number })[] }
>;
/** When a term runs out; without `due` the working calendar of the year `awaits` is not published yet. */
export type ComplaintTermSet = Event<
  'ComplaintTermSet',
  OfTerm & { from: Instant; due?: Instant; warnAt?: Instant; awaits?: string }
>;
type Reading = OfTerm & { due: Instant };
export type ComplaintTermWarned = Event<'ComplaintTermWarned', Reading>;
export type ComplaintTermKept = Event<'ComplaintTermKept', Reading>;
export type ComplaintTermMissed = Event<'ComplaintTermMissed', Reading>;

export type TermEvent =
  ComplaintTermSet | ComplaintTermWarned | ComplaintTermKept | ComplaintTermMissed;

/** What happens to a complaint itself, without its findings. */
export type StoryEvent =
  | ComplaintReceived
  | ComplaintRecorded
  | ApologyOffered
  | InvestigatorAssigned
  | ComplaintInvestigated
  | ComplaintUpheld
  | ComplaintRejected
  | ComplaintReferred
  | ReferralOutcomeRecorded
  | RemedyProposed
  | RemedyAccepted
  | RemedyDeclined
  | ComplaintAnswered
  | ReachAttempted
  | ComplaintWithdrawn
  | ComplaintClosed
  | ComplaintReopened
  | SatisfactionRecorded
  | ComplaintJoined
  | JoinedComplaintTaken
  | TermEvent;

export type ComplaintEvent = StoryEvent | FindingEvent<AtRound>;
