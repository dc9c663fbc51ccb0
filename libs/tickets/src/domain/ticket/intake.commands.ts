import type { Ask, DailySpan } from '@app/kernel';
import type { WorkingTerms } from '../clocks/clock.events.js';
import type { Intake } from './intake.js';

/** Terms of a customer or of the policy: who set them, and how many minutes they give. */
export interface SlaTerms {
  readonly terms: string;
  /** The policy's version; of a customer's own terms, from when on they hold. */
  readonly edition: string;
  /** After how many per cent of the time a warning is given. */
  readonly warnPercent: number;
  readonly response: number;
  readonly restoration: number;
  /** Default: the minutes count round the clock. */
  readonly working?: WorkingTerms;
}

/** A customer's site as the customer file has it. */
export interface KnownSite {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly landmark: string | null;
  readonly quietHours: readonly DailySpan[];
  /** Days off by the working calendar are days of rest there; default: they are not. */
  readonly restsOnDaysOff?: boolean;
}

export type CorrectIntake = Ask<'CorrectIntake', Partial<Intake> & { reason: string }>;

export type LinkCustomer = Ask<
  'LinkCustomer',
  Partial<Omit<Intake, 'fault'>> & { customer: string; site?: string; reason: string },
  { site?: KnownSite; defaultQuietHours: readonly DailySpan[]; sla: SlaTerms }
>;

/** It knows the terms that the customer has then: what was no report of a fault is one from here on (B2). */
export type RaiseToEmergency = Ask<'RaiseToEmergency', { reason: string }, { sla: SlaTerms }>;

export type IntakeCommand = CorrectIntake | LinkCustomer | RaiseToEmergency;
