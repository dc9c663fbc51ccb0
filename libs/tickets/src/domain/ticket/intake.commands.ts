import type { Ask, DailySpan } from '@app/kernel';
import type { Intake } from './intake.js';

/** One clock's terms: who set them, and how many minutes they give. */
export interface SlaTerms {
  readonly terms: string;
  readonly response: number;
  readonly restoration: number;
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

export type IntakeCommand = CorrectIntake | LinkCustomer;
