import { reopenVerdict, reviewFinding } from '@app/findings';
import { enforce, notBefore, NotFound, type Actor, type Decider, type Instant } from '@app/kernel';
import { happened, policyAt, rule } from '@app/policy';
import { callWhoIsOnCall, editionAwaited } from './call-who-is-on-call.js';
import { climb, foundNobody, type Climbed } from './climb.js';
import type {
  AcknowledgeEmergency,
  CallNextRung,
  EmergencyCommand,
  RaiseEmergency,
  RaiseEmergencyAgain,
} from './emergency.commands.js';
import type { EmergencyEvent } from './emergency.events.js';
import { evolve, initialState, type Emergency, type Raised } from './emergency.state.js';
import { editionAt, editionOf, onLadder } from './on-call.js';
import type { Roster } from './roster.values.js';

type Begun = Extract<Emergency, Raised>;

/** B3: an emergency is taken by those who stand on the ladder, or by the general manager. */
export const acknowledgedFromTheLadder = rule<{ actor: Actor; ladders: readonly Climbed[] }>(
  'B3',
  'not-on-the-ladder',
  {
    zh: '只有值班表上的人或总经理能接手紧急情况',
    en: 'only who stands on the on-call roster, or the general manager, takes an emergency',
  },
  ({ actor, ladders }) =>
    actor.role !== 'general-manager' &&
    !ladders.some(({ roster, edition }) => onLadder(roster, edition).has(actor.id)),
);

export const emergencyDecider: Decider<EmergencyCommand, Emergency, EmergencyEvent> = {
  initialState,
  evolve,
  decide(command, emergency) {
    switch (command.type) {
      case 'RaiseEmergency':
        return raise(command, emergency, command.data.ticket);
      case 'RaiseEmergencyAgain':
        return emergency.status === 'resolved' ? raise(command, emergency, emergency.ticket) : [];
      case 'CallNextRung':
        return callNext(command, emergency);
      case 'CallWhoIsOnCall':
        return callWhoIsOnCall(command, emergency);
      case 'AcknowledgeEmergency':
        return acknowledge(command, emergency);
      case 'ResolveEmergency':
        if (emergency.status === 'none' || emergency.status === 'resolved') return [];
        return [
          happened(
            command,
            'EmergencyResolved',
            { ticket: emergency.ticket, by: command.data.by },
            ['B3'],
          ),
        ];
      case 'ReviewFinding':
        return reviewFinding(command, emergency);
      case 'ReopenVerdict':
        return reopenVerdict(command, emergency);
    }
  },
};

/** It is raised once, until it is resolved; the first rung is called at once. */
function raise(
  command: RaiseEmergency | RaiseEmergencyAgain,
  before: Emergency,
  ticket: string,
): EmergencyEvent[] {
  if (before.status === 'raised' || before.status === 'acknowledged') return [];
  const { roster } = command.known;
  const { occurredAt } = command;
  const edition = editionAt(roster, occurredAt);
  const data = {
    ticket,
    ...(edition && { edition: edition.edition }),
    nextRungAfter: policyAt(occurredAt).nextRungAfter,
  };
  const raised = happened(command, 'EmergencyRaised', data, ['B3']);
  const emergency = evolve(before, raised) as Begun;
  if (edition)
    return [raised, ...climb(command, emergency, { roster, edition }, { round: 1, rung: 0 })];
  const nobody = foundNobody(command, emergency, { rung: 1, employees: [] });
  return [raised, ...nobody, ...editionAwaited(command, emergency, roster)];
}

/** Nothing where somebody has acknowledged, it is over, or another rung was called since, as by a raising anew. */
function callNext(command: CallNextRung, emergency: Emergency): EmergencyEvent[] {
  if (emergency.status !== 'raised') return [];
  const { called } = emergency;
  const { round, rung } = command.data;
  if (called?.round !== round || called.rung !== rung) return [];
  if (called.next !== undefined && command.occurredAt < called.next) return [];
  const ladder = ladderOf(emergency, command.known.roster);
  return ladder ? climb(command, emergency, ladder, called) : [];
}

/** Said again, it changes nothing; said by another, it is kept with who was first. */
function acknowledge(command: AcknowledgeEmergency, emergency: Emergency): EmergencyEvent[] {
  if (emergency.status === 'none') throw unknownEmergency();
  const { actor, known } = command;
  const ladders = laddersOf(emergency, known.roster, command.occurredAt);
  enforce([acknowledgedFromTheLadder], { actor, ladders });
  notBefore(command, emergency.raisedAt);
  const { ticket, acknowledged, acknowledgedBy: first = actor.id } = emergency;
  if (acknowledged.includes(actor.id)) return [];
  return [
    happened(command, 'EmergencyAcknowledged', { ticket, employee: actor.id, first }, ['B3']),
  ];
}

function ladderOf({ edition: number }: Begun, roster: Roster): Climbed | undefined {
  const edition = editionOf(roster, number);
  return edition && { roster, edition };
}

/** Those that it has climbed; of one that has climbed none, the ladder of now. */
function laddersOf({ edition, formerEditions }: Begun, roster: Roster, at: Instant): Climbed[] {
  const editions =
    edition === undefined
      ? [editionAt(roster, at)]
      : [...formerEditions, edition].map((each) => editionOf(roster, each));
  return editions.flatMap((each) => (each ? [{ roster, edition: each }] : []));
}

export function unknownEmergency(): NotFound {
  return new NotFound('unknown-emergency', {
    zh: '没有这起紧急情况',
    en: 'there is no such emergency',
  });
}
