import type { Ask } from '@app/kernel';
import type { PublishedDays } from './clock.events.js';
import type { SlaTerms } from '../ticket/intake.commands.js';

/** A supervisor puts the running clocks under the terms that the customer has now (B2). */
export type ApplyTerms = Ask<'ApplyTerms', { reason: string }, { sla: SlaTerms }>;

/** Given by a process alone, when a clock may have something to say; it knows the years that clocks wait for and that are published. */
export type WatchClocks = Ask<
  'WatchClocks',
  Record<string, never>,
  { years?: readonly PublishedDays[] }
>;

export type ClockCommand = ApplyTerms | WatchClocks;
