import type { ReopenVerdict, ReviewFinding } from '@app/findings';
import type { Ask, Command, Instant, LocalDate, WorkingCalendar } from '@app/kernel';
import type { ContractKind, NotDone, Party, RoundId } from './contract.values.js';
import type { Terms } from './terms.js';

/** The sites that are in the customer's file. */
export interface KnownSites {
  readonly sites: readonly string[];
}

/** The dates that the rule of a plan names, in their order. */
export interface RuleDates {
  readonly plan: string;
  /** First day of the terms that the plan stands in. */
  readonly since: LocalDate;
  readonly dates: readonly LocalDate[];
}

export type DraftContract = Ask<
  'DraftContract',
  {
    contract: string;
    customer: string;
    kind: ContractKind;
    sites: readonly string[];
    systems: readonly string[];
    from: LocalDate;
    /** Undefined: of a warranty, two years from its first day (B2). */
    until?: LocalDate;
    terms: Terms;
  },
  KnownSites
>;
export type ReviseDraft = Ask<'ReviseDraft', { terms: Terms; reason: string }, KnownSites>;
export type SignContract = Command<'SignContract', { party: Party; by?: string }>;
export type AmendContract = Ask<
  'AmendContract',
  { from: LocalDate; terms: Terms; by: string; reason: string },
  KnownSites
>;
export type RenewContract = Ask<
  'RenewContract',
  /** Without terms those that hold on the last day go on. */
  { until: LocalDate; terms?: Terms; by: string },
  KnownSites
>;
export type TerminateContract = Command<'TerminateContract', { on: LocalDate; reason: string }>;
export type AskForRetraining = Command<'AskForRetraining', { change: string }>;
export type MoveMaintenance = Command<
  'MoveMaintenance',
  RoundId & { day: LocalDate; reason: string }
>;

/* Given by processes alone. */

/** A system that has been accepted, as its file stands, and the terms that the policy gives it. */
export interface AcceptedSystem {
  readonly unit: string;
  readonly customer: string;
  /** Absent: at none of the customer's on file. */
  readonly site?: string;
  /** The days of its warranty, both included. */
  readonly from: LocalDate;
  readonly until: LocalDate;
}
/** A system was finally accepted: its warranty is drafted, for both to sign (B2). */
export type DraftWarranty = Ask<
  'DraftWarranty',
  { contract: string; unit: string },
  /** Absent: it is no system that was accepted and is somebody's, or a contract of warranty names it. */
  { readonly system?: AcceptedSystem }
>;
export type EndContract = Command<'EndContract', Record<string, never>>;
/** Rounds get their days, and those that are no longer agreed on are dropped. */
export type PlanMaintenance = Ask<
  'PlanMaintenance',
  Record<string, never>,
  { rules: readonly RuleDates[]; calendar: WorkingCalendar }
>;
export type OpenMaintenance = Command<'OpenMaintenance', RoundId>;
export type FindMaintenanceUndone = Command<'FindMaintenanceUndone', RoundId>;
export type RecordMaintenance = Command<
  'RecordMaintenance',
  RoundId & { ticket: string; at: Instant; came: 'done' | NotDone }
>;

export type ContractCommand =
  | DraftContract
  | ReviseDraft
  | SignContract
  | AmendContract
  | RenewContract
  | TerminateContract
  | AskForRetraining
  | MoveMaintenance
  | DraftWarranty
  | EndContract
  | PlanMaintenance
  | OpenMaintenance
  | FindMaintenanceUndone
  | RecordMaintenance
  | ReviewFinding
  | ReopenVerdict;
