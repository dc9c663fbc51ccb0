import type { Ask } from '@app/kernel';
import type { SlaTerms } from '../ticket/intake.commands.js';

/** A supervisor puts the running clocks under the terms that the customer has now (B2). */
export type ApplyTerms = Ask<'ApplyTerms', { reason: string }, { sla: SlaTerms }>;

/** Given by a process alone, when a clock may have something to say. */
export type WatchClocks = Ask<'WatchClocks', Record<string, never>>;

export type ClockCommand = ApplyTerms | WatchClocks;
