import type { Ask, Command, LocalDate, Span } from '@app/kernel';
import type { Paper, PaperFigure } from '../opening/opening.events.js';
import type { KnownOfOpening, OfStanding } from '../standing.commands.js';
import type { MonthAmount } from './figures.events.js';
import type { Result, Target } from './figures.values.js';

/** What must be known of targets: by which of them something was judged. */
export interface KnownOfFigures {
  readonly judged: readonly {
    readonly of: Target;
    readonly month: string;
    /** The period that was evaluated: `2026-H1`. */
    readonly period: string;
  }[];
}

export type SetTargets = Ask<
  'SetTargets',
  OfStanding & {
    readonly of: Target;
    readonly months: readonly MonthAmount[];
    /** Why one of a month that has begun is set. */
    readonly reason?: string;
  },
  KnownOfFigures
>;
/** Of a process: what happened elsewhere counts. */
export type CountResult = Command<
  'CountResult',
  OfStanding &
    MonthAmount & {
      readonly of: Result;
      readonly source: { readonly stream: string; readonly entry: string };
      readonly span?: Span;
    }
>;
/** Of a process: an act of absence was decided, or revoked. */
export type CountAbsence = Command<
  'CountAbsence',
  OfStanding & { readonly case: number; readonly span: Span }
>;
export type LiftAbsence = Command<'LiftAbsence', OfStanding & { readonly case: number }>;
export type AdjustResult = Command<
  'AdjustResult',
  OfStanding &
    MonthAmount & {
      readonly of: Result;
      readonly reason: string;
      /** The papers that say so, by their content hashes. */
      readonly evidence: readonly string[];
    }
>;
export type ConfirmFigures = Ask<
  'ConfirmFigures',
  OfStanding & { readonly proposal: number },
  KnownOfFigures
>;
export type RefuseFigures = Command<
  'RefuseFigures',
  OfStanding & { readonly proposal: number; readonly reason: string }
>;
export type RecordLeave = Command<
  'RecordLeave',
  OfStanding & { readonly from: LocalDate; readonly until: LocalDate; readonly reason: string }
>;
export type WithdrawLeave = Command<
  'WithdrawLeave',
  OfStanding & { readonly leave: number; readonly reason: string }
>;
export type EnterOpeningFigures = Ask<
  'EnterOpeningFigures',
  OfStanding & Paper & { readonly figures: readonly PaperFigure[]; readonly corrects?: number },
  KnownOfOpening
>;
export type ApproveOpeningFigures = Ask<
  'ApproveOpeningFigures',
  OfStanding & { readonly entry: number },
  KnownOfOpening
>;
export type FiguresCommand =
  | SetTargets
  | CountResult
  | CountAbsence
  | LiftAbsence
  | AdjustResult
  | ConfirmFigures
  | RefuseFigures
  | RecordLeave
  | WithdrawLeave
  | EnterOpeningFigures
  | ApproveOpeningFigures;
