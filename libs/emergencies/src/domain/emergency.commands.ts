import type { ReopenVerdict, ReviewFinding } from '@app/findings';
import type { Ask, Command } from '@app/kernel';
import type { Resolution } from './emergency.events.js';
import type { Called } from './emergency.state.js';
import type { Roster } from './roster.values.js';

/** The roster that emergencies follow, as it stands. */
export interface KnownRoster {
  readonly roster: Roster;
}

/** The ticket was opened as an emergency, or raised to one. */
export type RaiseEmergency = Ask<'RaiseEmergency', { ticket: string }, KnownRoster>;
/** The ticket was reopened: where it was an emergency, it is one again. */
export type RaiseEmergencyAgain = Ask<'RaiseEmergencyAgain', object, KnownRoster>;
/** Ten minutes after the rung that it names; where another was called since, it does nothing. */
export type CallNextRung = Ask<'CallNextRung', Omit<Called, 'next'>, KnownRoster>;
/**
 * Somebody may be on call where nobody was: a shift begins, or the roster has changed. Where somebody
 * is waited for already, or nobody can be called yet, it does nothing.
 */
export type CallWhoIsOnCall = Ask<'CallWhoIsOnCall', object, KnownRoster>;
export type AcknowledgeEmergency = Ask<'AcknowledgeEmergency', object, KnownRoster>;
export type ResolveEmergency = Command<'ResolveEmergency', { by: Resolution }>;

export type EmergencyCommand =
  | RaiseEmergency
  | RaiseEmergencyAgain
  | CallNextRung
  | CallWhoIsOnCall
  | AcknowledgeEmergency
  | ResolveEmergency
  | ReviewFinding
  | ReopenVerdict;
