import { findingsAfter, recordDeeds, withdrawFindings } from '@app/findings';
import { broken, type Instant, type Span } from '@app/kernel';
import { cameToLight, happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import {
  notBefore,
  requireOwnVisit,
  requireTicketOfFact,
  visitAt,
  visitOf,
} from '../ticket/preconditions.js';
import { comesAlone, isJoined, joinOthers } from '../visit/arriving-alone.js';
import { findingsOfCrew } from '../visit/findings-of-crew.js';
import { editionOf } from '../visit/rest.js';
import { disturbance } from '../visit/rest-hours.js';
import { crewNoShowCorrected } from '../visit/crew-no-show.js';
import { awaitsBack, isDueBack } from '../visit/own-return.js';
import { along, cameTogether } from '../visit/own-way.js';
import { movedAfter, promisedAt } from '../visit/promised.js';
import { departureOf } from '../visit/setting-out.js';
import { unready } from '../visit/unready.js';
import {
  brokenOffAt,
  hasArrived,
  hasGone,
  isCalledOff,
  type Visit,
  type VisitSinceArrival,
} from '../visit/visit.state.js';
import type { RecordArrival } from '../ticket/ticket.commands.js';
import type { TechnicianArrived, TicketEvent, TicketFinding } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';

const rules = [found.arrivesWhenExpected, found.arrivesNotTooEarly, found.technicianIsInOnePlace];

/** Whoever had left for good comes back at no hour that the customer was told. */
function rulesFor(coming: Visit, person: string) {
  return awaitsBack(coming) && !isDueBack(coming, person) ? [found.technicianIsInOnePlace] : rules;
}

/** Told late, somebody may have come though nobody recorded that they set out, or the visit was called off. */
const AFTERWARDS = ['scheduled', 'no-show', 'cancelled'] as const;

/**
 * The technician stands at the door. Later than the customer was told in time is a finding, and so
 * is earlier without asking (V7), or being at another customer's just then (R10; each of those who
 * come answers for themselves), or coming in the customer's rest or meal hours (V19). Where no
 * departure is told, what is owed before it is judged by the arrival (V3–V6). Whoever comes by themself answers alone, and where
 * others are there, joins them. Whoever interrupted the work comes back to it. An
 * arrival that is told late disproves a no-show, and is found where the visit had been cancelled.
 */
export function recordArrival(command: RecordArrival, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const known = visitOf(open, command.data.visit);
  requireOwnVisit(command, known);
  const alone = comesAlone(command, known);
  if (alone !== undefined && isJoined(command, known))
    return joinOthers(command, open, known, alone);
  const coming = expectedVisit(command, open, alone);
  const { visit, technician } = coming;
  const person = alone ?? technician;
  const { from, until } = expected(coming, command.occurredAt);
  notBefore(command, setOutAt(coming, alone) ?? open.openedAt);
  const { agreedEarlier = false } = command.data;
  const arrival = {
    arrivedAt: command.occurredAt,
    from,
    expectedBy: until,
    agreedEarlier,
    elsewhere: command.known.elsewhere,
  };
  const said = { ...command.data, ...(alone !== undefined && { technician: alone }) };
  const arrived = happened(command, 'TechnicianArrived', said, ['V7']);
  const theirs = [
    ...broken([found.calledOffVisitIsNotMade], { ...coming, ...arrival }),
    ...broken(rulesFor(coming, person), arrival),
  ];
  const disturbing = disturbance(command, open, coming);
  const resting = broken([found.arrivesOutsideRestHours], disturbing);
  const about = { visit, person };
  const onDay = { ...about, ...editionOf(disturbing.span, disturbing) };
  const late = recordDeeds(command, open, theirs, about);
  const after = late.reduce<typeof open.findings>(findingsAfter, open.findings);
  const deeds = [...late, ...recordDeeds(command, { findings: after }, resting, onDay)];
  const withDeeds = deeds.reduce<typeof open.findings>(findingsAfter, open.findings);
  const untold = setOutUntold(command, { ...open, findings: withDeeds }, coming, alone);
  const findings = untold.reduce<typeof open.findings>(findingsAfter, withDeeds);
  return [
    arrived,
    ...noShowCorrected(command, coming),
    ...missWithdrawn(command, open, coming, arrived),
    ...deeds,
    ...untold,
    ...(alone === undefined ? othersInTwoPlaces(command, { findings }, coming) : []),
  ];
}

/** Whoever does not tell when they set out owes what those owe who do, by when they came (V3–V6). */
function setOutUntold(
  command: RecordArrival,
  open: OpenedTicket,
  coming: Visit,
  alone: string | undefined,
): TicketFinding[] {
  const { departedAt } = promisedAt(coming, command.occurredAt);
  const together = alone === undefined ? departedAt : undefined;
  const told = hasArrived(coming) || (departureOf(coming, alone) ?? together) !== undefined;
  return told ? [] : unready(command, open, coming, alone === undefined ? undefined : [alone]);
}

/** The others come along with the responsible technician, and each can be in one place only (R10). */
function othersInTwoPlaces(
  command: RecordArrival,
  { findings }: Pick<OpenedTicket, 'findings'>,
  { visit, ...crew }: Visit,
): TicketEvent[] {
  const others = along(crew);
  const { othersElsewhere = [] } = command.known;
  const rules = [found.technicianIsInOnePlace];
  const elsewhere = others.filter((person) => othersElsewhere.includes(person));
  const lapses = elsewhere.map((person) => ({ person, rules }));
  return findingsOfCrew(command, { findings }, visit, lapses);
}

/** When the customer expected the technician at that time: at the window agreed by then, or at the hour agreed for going on. */
function expected(visit: Visit, at: Instant): Span {
  const { suspension } = visit.status === 'away' ? visit : (brokenOffAt(visit) ?? {});
  if (suspension) return { from: suspension.resumeAt, until: suspension.returnBy };
  const { window, expectedBy } = promisedAt(visit, at);
  return { from: window.from, until: expectedBy };
}

/** When the technician set out, or left to come back. */
function setOutAt(visit: Visit, alone: string | undefined): Instant | undefined {
  return hasGone(visit) ? visit.leftAt : departureOf(visit, alone);
}

/**
 * Whoever is at the door is there, though it is held that nobody came. Told late, the visit may have been called off, and so may the return to work that was interrupted:
 * the ticket ended meanwhile, or nobody was known to have come back.
 */
function expectedVisit(
  command: RecordArrival,
  open: OpenedTicket,
  alone: string | undefined,
): Visit {
  const { visit } = command.data;
  const known = visitOf(open, visit);
  const first = alone === undefined ? [] : (['scheduled'] as const);
  const broken = brokenOffAt(known);
  if (!toldLate(command) && broken?.noShowAt === undefined)
    return visitAt(open, visit, 'departed', 'away', 'no-show', ...first);
  return broken ? known : visitAt(open, visit, 'departed', 'away', ...AFTERWARDS);
}

function noShowOf(visit: Visit): Instant | undefined {
  return visit.status === 'no-show' ? visit.calledOffAt : brokenOffAt(visit)?.noShowAt;
}

function noShowCorrected(command: RecordArrival, expected: Visit): TicketEvent[] {
  const { visit } = expected;
  const calledOffAt = noShowOf(expected);
  if (calledOffAt === undefined) return [];
  const when = { ...command, occurredAt: cameToLight(command, calledOffAt) };
  return [happened(when, 'NoShowCorrected', { visit, noShowAt: calledOffAt }, ['V7'])];
}

/** Of a return each is watched for themself: whoever comes now, and who comes along with them, did not fail to. */
function backAfterAll(
  command: RecordArrival,
  open: OpenedTicket,
  expected: VisitSinceArrival,
  arrived: TechnicianArrived,
): TicketEvent[] {
  const { data } = arrived;
  const people = data.technician === undefined ? cameTogether(expected) : [data.technician];
  return people.flatMap((technician) => {
    const theirs = { ...arrived, data: { ...data, technician } };
    return crewNoShowCorrected(command, open, expected, theirs);
  });
}

/**
 * That nobody came was found when it was said; whenever they came, it is not so. Where the visit was moved
 * after they had come, by whoever did not know of it, it was found as it was moved. Whoever came by themself clears themself alone.
 */
function missWithdrawn(
  command: RecordArrival,
  open: OpenedTicket,
  expected: Visit,
  arrived: TechnicianArrived,
): TicketEvent[] {
  if (hasArrived(expected) && awaitsBack(expected))
    return backAfterAll(command, open, expected, arrived);
  const { technician: alone } = arrived.data;
  const visit = { visit: expected.visit, ...(alone !== undefined && { person: alone }) };
  const rules = [found.appointmentIsKept];
  const movedAt = movedAfter(expected, arrived.occurredAt);
  if (movedAt !== undefined) {
    const miss = { rules, place: { ...visit, foundAt: movedAt }, since: movedAt };
    return withdrawFindings(command, open, miss, arrived);
  }
  const calledOffAt = isCalledOff(expected) ? expected.calledOffAt : undefined;
  if (calledOffAt === undefined) return [];
  const since = calledOffAt < arrived.occurredAt ? calledOffAt : arrived.occurredAt;
  return withdrawFindings(command, open, { rules, place: visit, since }, arrived);
}
