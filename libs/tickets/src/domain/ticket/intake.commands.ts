import type { Ask, DailySpan } from '@app/kernel';
import type { Intake } from './intake.js';
import type { KnownSite, SlaTerms } from './ticket.commands.js';

export type CorrectIntake = Ask<'CorrectIntake', Partial<Intake> & { reason: string }>;

export type LinkCustomer = Ask<
  'LinkCustomer',
  Partial<Omit<Intake, 'fault'>> & { customer: string; site?: string; reason: string },
  { site?: KnownSite; defaultQuietHours: readonly DailySpan[]; sla: SlaTerms }
>;

export type IntakeCommand = CorrectIntake | LinkCustomer;
