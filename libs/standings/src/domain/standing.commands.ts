import type { Ask, Command, Instant, LocalDate, WorkingCalendar, Yuan } from '@app/kernel';
import type { PaperAppeal } from './case/appeal.events.js';
import type { AdoptionRef, Facts, PersonThen, Shortage } from './case/facts.js';
import type { Measure } from './edition/clause.js';
import type { EditionInForce } from './edition/edition-line.js';
import type { Kept } from './evaluation/figure-of-period.js';
import type { Paper, PaperAct } from './opening/opening.events.js';
import type { CaseFile } from './standing.state.js';

/** Whose year. */
export interface OfStanding {
  readonly employee: string;
  readonly year: string;
}
interface OfCase extends OfStanding {
  readonly case: number;
}

/** What is known of a case that was adopted, for the profit that follows from it (D9, D10). */
export interface KnownAdoption {
  readonly ref: AdoptionRef;
  readonly article: string;
  readonly adoptedAt: string;
}

/** What must be known to open a case. */
export interface KnownOfCase {
  /** In force when it happened; otherwise whether one was approved at all. */
  readonly edition: EditionInForce | 'none-approved' | 'not-yet-in-force';
  readonly subject: PersonThen;
  /** Who of those named as taking part reported to the employee then. */
  readonly subordinates: readonly string[];
  /** The case that the adoption names, if it stands. */
  readonly adoption?: KnownAdoption;
  /** The employee was dismissed by a case of another year. */
  readonly dismissed: boolean;
  /** Cases of the years beside this one, which may be of the same facts. */
  readonly beside: readonly CaseFile[];
  /** When the first edition came into force (D44); absent: none did. */
  readonly promulgatedAt?: Instant;
}
/** The working days by which terms count: of the years that are published. */
export interface KnownCalendar {
  readonly calendar: WorkingCalendar;
}
/** Who is named to succeed somebody who is removed from their post. */
export interface KnownSuccessor {
  readonly employee: string;
  /** Works here, and leads others. */
  readonly leads: boolean;
  /** Is the same person, or reports to them, be it over others. */
  readonly below: boolean;
}
/** What must be known to decide an appeal. */
export interface KnownOfAppeal extends KnownCalendar, Pick<KnownOfDecision, 'successor'> {
  /** Who is to have given the opinion works here, and leads others. */
  readonly opinionLeads?: boolean;
}
export interface KnownOfDecision extends KnownCalendar {
  readonly successor?: KnownSuccessor;
  /** The employee was dismissed by a case of another year. */
  readonly dismissed: boolean;
}

/** What must be known to evaluate a period. */
export interface KnownOfPeriod extends Pick<KnownOfCase, 'edition' | 'dismissed'>, KnownCalendar {
  /** As of their last day in the period; absent: they did not work here within it. */
  readonly subject?: PersonThen;
  readonly kept: Omit<Kept, 'proRata'>;
  /** Cases of the years beside this one, in which a streak may have counted. */
  readonly beside: readonly CaseFile[];
}

/** What must be known to tell what of a year is still to be evaluated: of each of its periods what evaluating it would know. */
export interface KnownOfYear {
  readonly periods: readonly (KnownOfPeriod & { readonly period: string })[];
}

/** What must be known to take acts over from paper. */
export interface KnownOfOpening {
  /** The first that was approved: it counts what was judged on paper. */
  readonly edition: EditionInForce | 'none-approved';
  /** In which departments the employee was and is, each from when on; the first of them also before. */
  readonly departments: readonly {
    readonly from: Instant;
    readonly department: PersonThen['department'];
  }[];
}
export interface KnownOfTakingOver extends KnownOfOpening, KnownCalendar {
  readonly subject: PersonThen;
}

type Reported = Omit<Facts, 'happenedAt' | 'evidence' | 'figures' | 'portion'> &
  Partial<Pick<Facts, 'happenedAt' | 'evidence'>>;

/** A case of the consequences of another one's act (D18). */
export interface Cause {
  readonly employee: string;
  readonly year: string;
  readonly case: number;
}

export type OpenCase = Ask<'OpenCase', OfStanding & Reported, KnownOfCase>;
/** Of whoever opens the second stage of an adoption in the year after it (D9, D10): the year of the adoption knows. */
export type NoteProfit = Command<
  'NoteProfit',
  OfStanding & { readonly case: number; readonly by: AdoptionRef }
>;
export type OpenConsequence = Ask<
  'OpenConsequence',
  OfStanding &
    Pick<Facts, 'article' | 'clause' | 'facts' | 'happenedAt'> & { readonly cause: Cause },
  KnownOfCase
>;
/** Known of goods that were missing: what was in the years beside, in whatever case it is. */
export interface KnownOfShortage extends KnownOfCase {
  readonly shortages: readonly Shortage[];
}
/** Of a process: what was missing of the goods in somebody's charge at a stocktake, and nobody explained (D22). */
export type RecordShortage = Ask<
  'RecordShortage',
  OfStanding & { readonly stocktake: string; readonly at: Instant; readonly amount: Yuan },
  KnownOfShortage
>;
/** Of a process: another shortage of theirs has changed, so that this one may be repeated, or no more (D22). */
export type JudgeShortageAgain = Ask<
  'JudgeShortageAgain',
  OfStanding & { readonly stocktake: string; readonly at: Instant },
  KnownOfShortage
>;
/** Of a process: goods went to a customer on a slip, whose file is looked for (D25). */
export type ReportSaleWithoutFile = Ask<
  'ReportSaleWithoutFile',
  OfStanding & {
    readonly sku: string;
    readonly place: string;
    readonly slip: string;
    readonly at: Instant;
  },
  KnownOfCase & { readonly file: 'on-file' | 'none' }
>;
/** Of a process: what the case of these facts rests on is not so. */
export type WithdrawCase = Command<
  'WithdrawCase',
  OfStanding & Required<Pick<Facts, 'article' | 'matter' | 'happenedAt'>>
>;
/** Of a process: extra service brought so much, in time, and so much of it is the employee's (D30). */
export type ProposeShare = Ask<
  'ProposeShare',
  OfStanding &
    Required<Pick<Facts, 'facts' | 'happenedAt' | 'matter' | 'income' | 'costs' | 'portion'>>,
  KnownOfCase & KnownCalendar
>;
/** `2026-03`, `2026-H1` or `2026`. */
type OfPeriod = OfStanding & { readonly period: string };
export type EvaluatePeriod = Ask<'EvaluatePeriod', OfPeriod, KnownOfPeriod>;
/** Of the clock, and of figures that change. */
export type EvaluatePeriodAgain = Ask<'EvaluatePeriodAgain', OfPeriod, KnownOfPeriod>;
export type UndoConsequence = Ask<
  'UndoConsequence',
  OfStanding & { readonly cause: Cause },
  KnownCalendar
>;
export type VerifyCase = Command<
  'VerifyCase',
  OfCase & { readonly result: string; readonly evidence?: readonly string[] }
>;
export type DropCase = Command<'DropCase', OfCase & { readonly reason: string }>;
export type ProposeAct = Ask<
  'ProposeAct',
  OfCase & { readonly measures?: readonly Measure[]; readonly gravity?: string },
  KnownCalendar
>;
export type HearEmployee = Command<
  'HearEmployee',
  OfCase & { readonly statement: string; readonly evidence?: readonly string[] }
>;
/** Where a transfer leads to, and who succeeds whoever is removed from their post. */
interface WhatFollows {
  readonly transfer?: {
    readonly department: PersonThen['department'];
    /** Business date from which on; default: the day of the decision. */
    readonly from?: LocalDate;
  };
  readonly successor?: string;
}
export type DecideAct = Ask<'DecideAct', OfCase & WhatFollows, KnownOfDecision>;
export type DeclineAct = Command<'DeclineAct', OfCase & { readonly condition: string }>;
export type FileAppeal = Command<
  'FileAppeal',
  OfCase & { readonly grounds: string; readonly paper?: PaperAppeal }
>;
export type DecideAppeal = Ask<
  'DecideAppeal',
  OfCase &
    Pick<WhatFollows, 'transfer'> & {
      readonly verdict: 'revoke' | 'reduce' | 'reject';
      readonly reason: string;
      /** What it is reduced to. */
      readonly measures?: readonly Measure[];
      /** Who gave a written opinion, where the general manager decides on what they took part in. */
      readonly opinionBy?: string;
      /** That opinion, by its content hash. */
      readonly opinion?: string;
    },
  KnownOfAppeal
>;
export type EnterOpeningActs = Ask<
  'EnterOpeningActs',
  OfStanding & Paper & { readonly acts: readonly PaperAct[]; readonly corrects?: number },
  KnownOfOpening
>;
export type ApproveOpeningActs = Ask<
  'ApproveOpeningActs',
  OfStanding & { readonly entry: number },
  KnownOfTakingOver
>;
/** Commands after which other acts may count than before. */
export type ChangesActs = DecideAct | DecideAppeal | UndoConsequence | ApproveOpeningActs;
export type PayShare = Command<'PayShare', OfCase>;

/** Everything that can be asked of a standing. */
export type StandingCommand =
  | OpenCase
  | OpenConsequence
  | NoteProfit
  | UndoConsequence
  | ProposeShare
  | WithdrawCase
  | RecordShortage
  | JudgeShortageAgain
  | ReportSaleWithoutFile
  | EvaluatePeriod
  | EvaluatePeriodAgain
  | VerifyCase
  | DropCase
  | ProposeAct
  | HearEmployee
  | DecideAct
  | DeclineAct
  | FileAppeal
  | DecideAppeal
  | PayShare
  | EnterOpeningActs
  | ApproveOpeningActs;
