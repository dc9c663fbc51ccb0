import { findingsAfter, recordDeeds } from '@app/findings';
import { broken, NotPossible, type Command } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore } from '../ticket/preconditions.js';
import type { RecordArrival } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { crewNoShowCorrected } from './crew-no-show.js';
import { doerOf, formerOf } from './crew.js';
import { cameAlone, foundNobody, wayOf } from './own-way.js';
import type { OwnWay } from './own-way.state.js';
import { editionOf } from './rest.js';
import { disturbance } from './rest-hours.js';
import { cameUntold, unready } from './unready.js';
import {
  brokenOffAt,
  hasArrived,
  hasLeft,
  isUnderWay,
  type Visit,
  type VisitSinceArrival,
} from './visit.state.js';

/**
 * Who comes by themself: one of the others who set out so, whoever had been replaced without hearing of it, or
 * anybody who comes to those who are there;
 * undefined: the responsible technician comes, with whoever comes along.
 */
export function comesAlone(command: Command, visit: Visit): string | undefined {
  const person = doerOf(command, visit);
  if (visit.status === 'absent') return person;
  if (person === visit.technician) {
    const there = isUnderWay(visit) ? visit.present.includes(person) : cameAlone(visit, person);
    return joinsTold(command, visit) && !there ? person : undefined;
  }
  const byThemself = formerOf(visit, person) ?? wayOf(visit, person).departedAt;
  return isJoined(command, visit) || byThemself !== undefined ? person : undefined;
}

/** Others are there, or came without the responsible technician, which is told when they have left. */
function joinsTold(command: Command, visit: Visit): boolean {
  return isUnderWay(visit) || (isJoined(command, visit) && visit.apart);
}

/** Others have come before, and are there yet or have left. */
export function isJoined(command: Command, visit: Visit): visit is VisitSinceArrival {
  if (isUnderWay(visit)) return true;
  const back = visit.status === 'away' || brokenOffAt(visit) !== undefined;
  return (
    !back && (toldLate(command) ? hasArrived(visit) : hasLeft(visit) || visit.status === 'absent')
  );
}

/**
 * Somebody comes to those who are there. Later than the customer was told is a finding of whoever comes
 * so late, if they were to come from the beginning (V7); so is what they had not done before they set
 * out, where nobody told that (V3–V6), and so are the customer's rest hours (V19), and
 * being at another customer's (R10). That they were held not to have come is corrected.
 *
 * @throws NotPossible they have come before
 */
export function joinOthers(
  command: RecordArrival,
  open: OpenedTicket,
  visit: VisitSinceArrival,
  person: string,
): TicketEvent[] {
  const { arrivedAt, leftAt, departedAt } = ownWay(visit, person);
  if (arrivedAt !== undefined && leftAt === undefined) {
    throw new NotPossible('already-arrived', {
      zh: '已登记到场',
      en: 'the arrival was recorded before',
    });
  }
  notBefore(command, leftAt ?? departedAt ?? open.openedAt);
  const about = { visit: visit.visit, person };
  const late = [
    ...(leftAt === undefined ? lateness(command, visit, person) : []),
    ...broken([found.technicianIsInOnePlace], command.known),
  ];
  const deeds = recordDeeds(command, open, late, about);
  const findings = deeds.reduce<typeof open.findings>(findingsAfter, open.findings);
  const disturbing = disturbance(command, open, visit);
  const resting = broken([found.arrivesOutsideRestHours], disturbing);
  const onDay = { ...about, ...editionOf(disturbing.span, disturbing) };
  const disturbed = recordDeeds(command, { findings }, resting, onDay);
  const all = disturbed.reduce<typeof open.findings>(findingsAfter, findings);
  const untold = cameUntold(visit, person)
    ? unready(command, { ...open, findings: all }, visit, [person])
    : [];
  const said = { ...command.data, technician: person };
  const arrived = happened(command, 'TechnicianArrived', said, ['V7']);
  return [
    arrived,
    ...crewNoShowCorrected(command, open, visit, arrived),
    ...deeds,
    ...disturbed,
    ...untold,
  ];
}

/** Who of the others was taken to have come along, and to have found nobody, may have come by themself. */
function ownWay(visit: VisitSinceArrival, person: string): OwnWay {
  const way = wayOf(visit, person);
  const taken = foundNobody(visit, person) && way.arrivedAt === undefined;
  return taken && person !== visit.technician ? { ...way, leftAt: undefined } : way;
}

/** Whoever was called to those who were there already was promised to nobody. */
function lateness({ occurredAt }: RecordArrival, visit: VisitSinceArrival, person: string) {
  const { arrivedAt: first, expectedBy } = visit;
  if ((wayOf(visit, person).joinedAt ?? '') > first) return [];
  return broken([found.arrivesWhenExpected], { arrivedAt: occurredAt, expectedBy });
}
