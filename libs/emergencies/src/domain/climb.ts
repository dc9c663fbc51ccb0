import { recordDeeds } from '@app/findings';
import { broken, plusMinutes, type Command } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import type { AtRung, EmergencyEvent, EscalationRungCalled } from './emergency.events.js';
import { evolve, type Called, type Emergency, type Raised } from './emergency.state.js';
import { found } from './found.js';
import { onCall } from './on-call.js';
import type { Roster, RosterEdition } from './roster.values.js';

type Begun = Extract<Emergency, Raised>;

/** The ladder that an emergency climbs: its edition, and the exceptions of the roster as they stand. */
export interface Climbed {
  readonly roster: Roster;
  readonly edition: RosterEdition;
}

/**
 * Calls a rung, and those above it at once for as long as nobody is on call there, which is found.
 * A ladder that begins again calls the general manager first.
 */
export function climb(
  command: Command,
  emergency: Begun,
  ladder: Climbed,
  { round, rung }: Called,
): EmergencyEvent[] {
  const at = whenCalled(command);
  const { generalManager: employee, rungs } = ladder.edition;
  const again = { ticket: emergency.ticket, round, employee };
  const events: EmergencyEvent[] =
    rung === 1 && round > 1 ? [happened(at, 'GeneralManagerCalled', again, ['B3'])] : [];
  for (let next = rung; next <= rungs.length; next++) {
    const called = callRung(at, emergency, ladder, { round, rung: next });
    const since = events.reduce<Emergency>(evolve, emergency) as Begun;
    events.push(called, ...foundNobody(at, since, called.data));
    if (called.data.employees.length > 0) break;
  }
  return events;
}

/** The rung that follows; after the last the first, of a new round. */
export function rungAfter({ rungs }: RosterEdition, { round, rung }: Called): Called {
  return rung < rungs.length ? { round, rung: rung + 1 } : { round: round + 1, rung: 1 };
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

/** With somebody to wait for, or with the last rung, the next call comes later. */
function callRung(
  command: Command,
  { ticket, nextRungAfter }: Begun,
  { roster, edition }: Climbed,
  { round, rung }: Called,
): EscalationRungCalled {
  const { name } = edition.rungs[rung - 1]!;
  const employees = onCall(roster, edition, rung, command.occurredAt);
  const waits = employees.length > 0 || rung === edition.rungs.length;
  const next = waits && { next: plusMinutes(command.occurredAt, nextRungAfter) };
  const call = { ticket, round, rung, name, employees, ...next };
  return happened(command, 'EscalationRungCalled', call, ['B3']);
}

/**
 * A call is made when it was due, by the clock of the service; after an outage when it is made at
 * last. Calls that would have come meanwhile are not made up for.
 */
function whenCalled(command: Command): Command {
  const { occurredAt, receivedAt = occurredAt } = command;
  return toldLate(command) ? { ...command, occurredAt: receivedAt } : command;
}
