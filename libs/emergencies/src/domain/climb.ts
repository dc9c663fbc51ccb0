import { recordDeeds } from '@app/findings';
import { broken, plusMinutes, type Command, type Instant } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import type { AtRung, EmergencyEvent, EscalationRungCalled } from './emergency.events.js';
import { evolve, type Called, type Emergency, type Raised } from './emergency.state.js';
import { found } from './found.js';
import { comesOnCall, onCall, reachable } from './on-call.js';
import type { Roster, RosterEdition } from './roster.values.js';

type Begun = Extract<Emergency, Raised>;

/** The ladder that an emergency climbs: its edition, and the exceptions of the roster as they stand. */
export interface Climbed {
  readonly roster: Roster;
  readonly edition: RosterEdition;
}

/** A place on the ladder: the rung that was called there, or none before the first of a round. */
export type Place = Pick<Called, 'round' | 'rung'>;

/**
 * Calls the rung after a place, passing over each on which nobody is on call, which is found. After the
 * last the ladder begins again, which calls the general manager. Where nobody is on call on any rung by
 * then, the ladder of the edition in force is climbed instead, and where nobody is on that either it is
 * looked at again as soon as somebody is.
 */
export function climb(
  command: Command,
  emergency: Begun,
  { roster, edition }: Climbed,
  after: Place,
): EmergencyEvent[] {
  const at = whenCalled(command);
  const events: EmergencyEvent[] = [];
  let ladder = { roster, edition };
  for (let last = after; ;) {
    const place = rungAfter(ladder.edition, last);
    if (place.round > last.round) {
      events.push(callManager(at, emergency, ladder, place));
      const now = reachable(roster, ladder.edition, at.occurredAt);
      if (!now) return [...events, ...awaitSomebody(at, emergency, ladder, place)];
      events.push(...takeUp(at, emergency, ladder.edition, now));
      ladder = { roster, edition: now };
    }
    const called = callRung(at, emergency, ladder, place);
    const since = events.reduce<Emergency>(evolve, emergency) as Begun;
    events.push(called, ...foundNobody(at, since, called.data));
    if (called.data.employees.length > 0) return events;
    last = place;
  }
}

/** The rung that follows; after the last the first, of a new round. */
function rungAfter({ rungs }: RosterEdition, { round, rung }: Place): Place {
  return rung < rungs.length ? { round, rung: rung + 1 } : { round: round + 1, rung: 1 };
}

/** The ladder of another edition takes the place of its own. */
export function takeUp(
  command: Command,
  { ticket }: Begun,
  own: RosterEdition | undefined,
  { edition }: RosterEdition,
): EmergencyEvent[] {
  if (edition === own?.edition) return [];
  return [happened(command, 'LadderTakenUp', { ticket, edition }, ['B3'])];
}

interface Awaiting {
  /** That begins then. */
  readonly round: number;
  /** Default: now. */
  readonly managerCalledAt?: Instant;
}

/**
 * The ladder is looked at again as soon as somebody comes on call, and otherwise when the general
 * manager is called again. Nothing where that has been said.
 */
export function awaitSomebody(
  command: Command,
  { ticket, nextRungAfter, awaits }: Begun,
  { roster, edition }: Climbed,
  { round, managerCalledAt = command.occurredAt }: Awaiting,
): EmergencyEvent[] {
  const from = command.occurredAt;
  const until = plusMinutes(managerCalledAt, nextRungAfter);
  const next = comesOnCall(roster, edition, { from, until }) ?? until;
  if (awaits?.next === next) return [];
  return [happened(command, 'OnCallAwaited', { ticket, round, next }, ['B3'])];
}

/** A finding where nobody is on call, once for each rung of each emergency. */
export function foundNobody(
  command: Command,
  { findings, raisedAt }: Begun,
  { rung, employees }: AtRung & { readonly employees: readonly string[] },
): EmergencyEvent[] {
  const before = findings.some((each) => each.rung === rung && each.foundAt >= raisedAt);
  const rules = before ? [] : broken([found.somebodyIsOnCall], { employees });
  return recordDeeds(command, { findings }, rules, { rung });
}

function callManager(
  command: Command,
  { ticket }: Begun,
  { edition: { generalManager: employee } }: Climbed,
  { round }: Place,
): EmergencyEvent {
  return happened(command, 'GeneralManagerCalled', { ticket, round, employee }, ['B3']);
}

/** With somebody to wait for, the next call comes later. */
function callRung(
  command: Command,
  { ticket, nextRungAfter }: Begun,
  { roster, edition }: Climbed,
  { round, rung }: Place,
): EscalationRungCalled {
  const { name } = edition.rungs[rung - 1]!;
  const employees = onCall(roster, edition, rung, command.occurredAt);
  const waits = employees.length > 0;
  const next = waits && { next: plusMinutes(command.occurredAt, nextRungAfter) };
  const call = { ticket, round, rung, name, employees, ...next };
  return happened(command, 'EscalationRungCalled', call, ['B3']);
}

/**
 * A call is made when it was due, by the clock of the service; after an outage when it is made at
 * last. Calls that would have come meanwhile are not made up for.
 */
export function whenCalled<C extends Command>(command: C): C {
  const { occurredAt, receivedAt = occurredAt } = command;
  return toldLate(command) ? { ...command, occurredAt: receivedAt } : command;
}
