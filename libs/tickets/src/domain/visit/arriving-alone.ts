import { findingsAfter, recordDeeds, type Found } from '@app/findings';
import { broken, NotPossible, type Command, type Instant } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore } from '../ticket/preconditions.js';
import type { RecordArrival } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { crewNoShowCorrected } from './crew-no-show.js';
import { doerOf, formerOf } from './crew.js';
import { awaitsBack, backOf, isDueBack, returnOf } from './own-return.js';
import { cameAlone, foundNobody, isByThemself, wayOf } from './own-way.js';
import type { OwnWay } from './own-way.state.js';
import { editionOf } from './rest.js';
import { disturbance } from './rest-hours.js';
import { cameUntold, unready } from './unready.js';
import {
  hasArrived,
  hasGone,
  hasLeft,
  isUnderWay,
  type Visit,
  type VisitSinceArrival,
} from './visit.state.js';

/**
 * Who comes by themself: one of the others who set out so, or comes back to work that was interrupted, whoever had
 * been replaced without hearing of it, or anybody who comes to those who are there;
 * undefined: the responsible technician comes, with whoever comes along.
 */
export function comesAlone(command: Command, visit: Visit): string | undefined {
  const person = doerOf(command, visit);
  if (visit.status === 'absent') return person;
  if (person === visit.technician) {
    return joinsTold(command, visit) && !isThere(visit, person) ? person : undefined;
  }
  const byThemself = formerOf(visit, person) ?? wayOf(visit, person).departedAt;
  const alone = isJoined(command, visit) || awaitsBack(visit) || byThemself !== undefined;
  return alone ? person : undefined;
}

/** Others are there, or came or came back without the responsible technician, which is told when they have left. */
function joinsTold(command: Command, visit: Visit): visit is VisitSinceArrival {
  if (isUnderWay(visit)) return true;
  return isJoined(command, visit) && (visit.apart || visit.returns?.at(-1)?.apart === true);
}

function isThere(visit: VisitSinceArrival, person: string): boolean {
  if (isUnderWay(visit)) return visit.present.includes(person);
  const last = visit.returns?.at(-1);
  return last?.apart
    ? backOf(visit, person, last.since)?.cameAt !== undefined
    : cameAlone(visit, person);
}

/** Others have come before, and are there yet or have left; to a return they came before they left again. */
export function isJoined(command: Command, visit: Visit): visit is VisitSinceArrival {
  if (isUnderWay(visit)) return true;
  const late = toldLate(command);
  if (awaitsBack(visit)) return late && hasGone(visit) && command.occurredAt < visit.leftAt;
  return late ? hasArrived(visit) : hasLeft(visit) || visit.status === 'absent';
}

/**
 * Somebody comes to those who are there. Later than the customer was told is a finding of whoever comes
 * so late, if they were to come from the beginning, or to come back (V7); so is what they had not done before they set
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
  const { leftAt, departedAt } = ownWay(visit, person);
  if (isByThemself(visit, person) && leftAt === undefined) {
    throw new NotPossible('already-arrived', {
      zh: '已登记到场',
      en: 'the arrival was recorded before',
    });
  }
  notBefore(command, leftAt ?? departedAt ?? open.openedAt);
  const about = { visit: visit.visit, person };
  const late = [
    ...lateness(command, visit, person),
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

/**
 * Whoever was called to those who were there already was promised to nobody, nor was whoever had left for good; who
 * left to come back was promised for the hour agreed.
 */
function lateness(command: RecordArrival, visit: VisitSinceArrival, person: string): Found[] {
  const { occurredAt: arrivedAt } = command;
  const { arrivedAt: first, expectedBy } = visit;
  const late = (by: Instant) => broken([found.arrivesWhenExpected], { arrivedAt, expectedBy: by });
  const agreed = returnOf(visit, person, arrivedAt);
  if (agreed) return isDueBack(visit, person) ? late(agreed.returnBy) : [];
  const { joinedAt = '' } = wayOf(visit, person);
  if (ownWay(visit, person).leftAt !== undefined || joinedAt > first) return [];
  return late(expectedBy);
}
