import { plusMinutes, type Command, type Instant } from '@app/kernel';
import { happened } from '@app/policy';
import { awaitSomebody, climb, takeUp, whenCalled } from './climb.js';
import type { CallWhoIsOnCall } from './emergency.commands.js';
import type { EmergencyEvent } from './emergency.events.js';
import { awaitsSomebody, evolve, type Emergency, type Raised } from './emergency.state.js';
import { editionAt, editionOf, nextEdition, reachable } from './on-call.js';
import type { Roster } from './roster.values.js';

type Begun = Extract<Emergency, Raised>;

/**
 * An emergency that nobody could be called for calls those who are on call now, from the first rung on
 * (B3). Where still nobody is, the ladder begins again when the general manager is due, and before that
 * it is only said when it is looked at again, where the roster has changed that.
 */
export function callWhoIsOnCall(command: CallWhoIsOnCall, emergency: Emergency): EmergencyEvent[] {
  if (emergency.status === 'none' || !awaitsSomebody(emergency)) return [];
  const { roster } = command.known;
  const at = whenCalled(command);
  const own = editionOf(roster, emergency.edition);
  const somebody = reachable(roster, own, at.occurredAt);
  const edition = somebody ?? own ?? editionAt(roster, at.occurredAt);
  if (!edition) return editionAwaited(at, emergency, roster);
  const { round } = emergency.awaits ?? { round: 1 };
  const calledAt = emergency.managerCalledAt;
  if (!somebody && calledAt !== undefined && !isDueAgain(at, emergency, calledAt))
    return awaitSomebody(at, emergency, { roster, edition }, { round, managerCalledAt: calledAt });
  const taken = takeUp(at, emergency, own, edition);
  const climbing = taken.reduce<Emergency>(evolve, emergency) as Begun;
  return [...taken, ...climb(command, climbing, { roster, edition }, { round, rung: 0 })];
}

/** The general manager is called again. */
function isDueAgain({ occurredAt }: Command, { nextRungAfter }: Begun, calledAt: Instant): boolean {
  return occurredAt >= plusMinutes(calledAt, nextRungAfter);
}

/** Without a ladder in force it is looked at again when an edition comes into force. */
export function editionAwaited(
  command: Command,
  { ticket, awaits }: Begun,
  roster: Roster,
): EmergencyEvent[] {
  const next = nextEdition(roster, command.occurredAt);
  if (next === undefined || next === awaits?.next) return [];
  return [happened(command, 'OnCallAwaited', { ticket, round: 1, next }, ['B3'])];
}
