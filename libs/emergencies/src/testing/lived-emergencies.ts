import { fold, localTime, plusMinutes, type Actor, type Instant } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { Reaction } from '@app/processes';
import type { EmergencyCommand } from '../domain/emergency.commands.js';
import type { EmergencyEvent, LadderEvent } from '../domain/emergency.events.js';
import { emergencyDecider } from '../domain/emergency.js';
import { editionAt, onCall } from '../domain/on-call.js';
import type { RosterEvent } from '../domain/roster.events.js';
import { rosterDecider } from '../domain/roster.js';
import { callWhoeverComesOnCall } from '../processes/call-whoever-comes-on-call.js';
import { escalateWhenNobodyAcknowledges } from '../processes/escalate-when-nobody-acknowledges.js';

const PROCESS: Actor = { id: 'escalate-when-nobody-acknowledges', role: 'process' };
const ask = commandOf<EmergencyCommand>(PROCESS);
const ticket = 'T-1';

/** Minutes for which a night is lived, from the raising on. */
export const HORIZON = 180;

/** Minutes since two in the morning of a Tuesday. */
export const minute = (minutes: number): Instant => plusMinutes(at('02:00', 1), minutes);
export const clock = (minutes: number) => localTime(minute(minutes));

/** What becomes of the roster, and at which minute it is recorded. */
export interface Told {
  readonly at: number;
  readonly event: RosterEvent;
}

/** A call: of a rung, in brackets where nobody is on call on it, or of the general manager. */
export interface Call {
  readonly at: number;
  readonly rung?: number;
  readonly text: string;
}

/**
 * A night of an emergency that is raised at minute 0 and that nobody acknowledges, minute by minute, as
 * its two processes make it go on and the roster becomes another.
 */
export function lived(told: readonly Told[]) {
  const events: EmergencyEvent[] = [];
  const deadlines: { at: Instant; send: () => void }[] = [];
  const inOrder = told.toSorted((a, b) => a.at - b.at);
  const rosters = inOrder.reduce(
    (before, { event }) => [...before, rosterDecider.evolve(before.at(-1)!, event)],
    [rosterDecider.initialState()],
  );
  const known = (now: number) => ({
    roster: rosters[inOrder.filter((each) => each.at <= now).length]!,
  });
  const give = (now: number, type: string, data: unknown) => {
    const command = ask(type as 'CallNextRung', data as never, minute(now), {
      known: known(now),
    });
    const news = emergencyDecider.decide(command, fold(emergencyDecider, events));
    events.push(...news);
    for (const event of news) if (isOfLadder(event)) follow(now, event);
  };
  const follow = (now: number, event: LadderEvent) => {
    const [said] = recorded(`emergency-${ticket}`, [event]);
    const state = { emergency: true };
    const reactions: readonly Reaction[] = [
      ...escalateWhenNobodyAcknowledges.react(said!, state),
      ...callWhoeverComesOnCall.react(said!, { waiting: [ticket] }),
    ];
    for (const each of reactions) {
      if ('withdraw' in each) deadlines.length = 0;
      else if (!('deadline' in each)) give(now, each.type, each.data);
      else {
        const { type, data } = each.send;
        const send = () => give(nowOf(each.at as Instant), type, data);
        deadlines.splice(0, deadlines.length, { at: each.at as Instant, send });
      }
    }
  };
  const change = (now: number, event: RosterEvent) => {
    const [said] = recorded('roster-main', [event]);
    for (const each of callWhoeverComesOnCall.react(said!, { waiting: [ticket] }))
      if ('type' in each) give(now, each.type, each.data);
  };
  for (let now = 0; now < HORIZON; now += 1) {
    if (now === 0) give(now, 'RaiseEmergency', { ticket });
    else for (const { event } of told.filter((each) => each.at === now)) change(now, event);
    for (const { send } of deadlines.filter((each) => each.at <= minute(now))) send();
  }
  return {
    calls: events.flatMap(callOf),
    findings: events.flatMap(({ type, data }) =>
      type === 'FindingRecorded' && 'rung' in data ? [data.rung] : [],
    ),
    editions: events.flatMap(({ type, data }) =>
      type === 'LadderTakenUp' && 'edition' in data ? [data.edition] : [],
    ),
    /** The rungs on which somebody is on call at a minute, by what is in force then. */
    onCallAt: (now: number) => {
      const { roster } = known(now);
      const edition = editionAt(roster, minute(now));
      const rungs = edition?.rungs ?? [];
      return rungs.flatMap((_, index) =>
        onCall(roster, edition!, index + 1, minute(now)).length > 0 ? [index + 1] : [],
      );
    },
  };
}

function nowOf(at: Instant): number {
  return (Date.parse(at) - Date.parse(minute(0))) / 60_000;
}

function isOfLadder(event: EmergencyEvent): event is LadderEvent {
  return 'ticket' in event.data;
}

function callOf({ type, data, occurredAt }: EmergencyEvent): Call[] {
  const at = nowOf(occurredAt);
  if (type === 'GeneralManagerCalled') return [{ at, text: `${at} GM` }];
  if (type !== 'EscalationRungCalled' || !('employees' in data)) return [];
  const { rung, employees } = data;
  return [{ at, rung, text: employees.length > 0 ? `${at} R${rung}` : `${at} (R${rung})` }];
}
