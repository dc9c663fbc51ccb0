import { findingsAfter, recordFindings, withdrawFindings } from '@app/findings';
import { broken, NotPossible, type Command } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { workInRestHours } from '../ticket/work-in-rest-hours.js';
import { explanations } from '../visit/explanations-owed.js';
import { stillThere } from '../visit/visit.preconditions.js';
import {
  hasArrived,
  hasGone,
  hasLeft,
  returnAt,
  suspensionOf,
  type AbsentVisit,
  type Visit,
  type VisitGone,
  type VisitSinceArrival,
  type VisitUnderWay,
} from '../visit/visit.state.js';
import { crewOf, doerOf, formerOf } from '../visit/crew.js';
import { missedBackAt } from '../visit/own-return.js';
import { stillStanding } from '../visit/standing-appointment.js';
import { introduced, introductionsMissed } from '../visit/introductions.js';
import { cameAlone, endedBy, remaining, stayedOn, wayOf } from '../visit/own-way.js';
import { notBefore, requireOwnVisit, requireTicket, visitOf } from '../ticket/preconditions.js';
import type { LeaveSite } from '../ticket/ticket.commands.js';
import type { TechnicianLeft, TicketEvent, TicketFinding } from '../ticket/ticket.events.js';
import { evolve } from '../ticket/ticket.evolve.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';

/** What should have been done before leaving, the greeting aside. Nobody can be kept from going; it is found when they go. */
export const duties = [
  found.greetingComesFirst,
  found.customerIsAskedAboutFault,
  ...explanations,
  found.siteIsCleaned,
  found.cleaningFollowsTheWork,
  found.customerCopyIsHandedOver,
  found.copyFollowsTheWork,
  found.copyFollowsTheSignature,
  found.cardIsLeft,
  found.farewellIsMade,
  found.farewellFollowsTheWork,
  found.responsiblePersonsAreAsked,
  found.customerIsContent,
  found.companyApologises,
];

/**
 * The technician is gone: a fact (R10), whether or not the work is finished, and whatever has become of the
 * ticket, or of who is to make the visit. Who has interrupted it
 * and comes back at the agreed hour owes nothing yet (V19). While others stay, whoever leaves leaves
 * for themself; what is owed at the end is looked for when nobody is there any more.
 */
export function leaveSite(command: LeaveSite, ticket: Ticket): readonly TicketEvent[] {
  const otherwise = leftOtherwise(command, ticket);
  if (otherwise.length > 0) return otherwise;
  const { open, visit } = stillThere(command, ticket);
  const { returning = false } = command.data;
  if (returning && !suspensionOf(visit)) {
    throw new NotPossible('work-not-suspended', {
      zh: '维修未中断，没有约定返回的时间',
      en: 'the work is not suspended, and no hour was agreed at which somebody comes back',
    });
  }
  const doer = doerOf(command, visit);
  if (remaining(visit, doer).length > 0) return leftAlone(command, open, visit, doer);
  const awaits = returning ? undefined : comesBack(visit);
  const data = { ...command.data, ...(awaits !== undefined && { awaits }) };
  const standing = stillStanding(command, open, visit, command.occurredAt);
  const forGood = !returning && awaits === undefined;
  const left = [
    happened(command, 'TechnicianLeft', data, ['R10']),
    ...(forGood ? owedBy(command, open, visit, standing) : []),
  ];
  return [...left, ...workInRestHours(command, open, left), ...standing];
}

/** Whoever came in vain to an appointment that had been moved, and stands, owes the customer no more than to greet them (V8). */
function owedBy(
  command: LeaveSite,
  open: OpenedTicket,
  visit: VisitSinceArrival,
  standing: readonly TicketEvent[],
): TicketFinding[] {
  return standing.length > 0
    ? introductionsMissed(command, open, visit, introduced(visit))
    : owedAtTheEnd(command, open, visit);
}

/** Who left before the others to come back to work that is still interrupted (V19). */
function comesBack(visit: VisitUnderWay): string | undefined {
  const still = suspensionOf(visit);
  const isAwaited = (each: string) =>
    wayOf(visit, each).returning && missedBackAt(visit, each, visit.cameAt) === undefined;
  return still && crewOf(visit).find(isAwaited);
}

/** What nobody has done who was there, now that all have gone: the greeting of each, and the rest once. */
export function owedAtTheEnd(
  command: Command,
  open: OpenedTicket,
  visit: VisitSinceArrival,
): TicketFinding[] {
  const greetings = introductionsMissed(command, open, visit, introduced(visit));
  const findings = greetings.reduce<typeof open.findings>(findingsAfter, open.findings);
  const owed = broken(duties, visit);
  const about = { visit: visit.visit, person: endedBy(visit) };
  return [...greetings, ...recordFindings(command, { findings }, owed, about)];
}

/** @throws NotPossible they have left before */
function leftAlone(
  command: LeaveSite,
  open: OpenedTicket,
  visit: VisitUnderWay,
  technician: string,
): TicketEvent[] {
  if (!visit.present.includes(technician) && !hasYetToLeave(visit, technician)) {
    throw new NotPossible('technician-not-there', {
      zh: '该技术员不在现场',
      en: 'this technician is not there',
    });
  }
  const greetings = cameAlone(visit, technician) && !command.data.returning ? [technician] : [];
  return [
    happened(command, 'TechnicianLeft', { ...command.data, technician }, ['R10']),
    ...introductionsMissed(command, open, visit, greetings),
  ];
}

/** They were taken off the visit while they were there. */
function hasYetToLeave(visit: VisitUnderWay, technician: string): boolean {
  const { there = false } = formerOf(visit, technician) ?? {};
  return there && wayOf(visit, technician).leftAt === undefined;
}

/**
 * Somebody left before the rest or after them, which is told only when all have gone, or when work has gone on. What
 * was owed when the others left is owed when they do.
 */
function leftOtherwise(command: LeaveSite, ticket: Ticket): TicketEvent[] {
  const open = requireTicket(ticket);
  const visit = visitOf(open, command.data.visit);
  const technician = doerOf(command, visit);
  if (!leavesAlone(visit, technician) && !leftForAReturn(command, visit, technician)) return [];
  requireOwnVisit(command, visit);
  notBefore(command, wayOf(visit, technician).arrivedAt ?? visit.arrivedAt);
  const left = happened(command, 'TechnicianLeft', { ...command.data, technician }, ['R10']);
  const after = evolve(open, left) as OpenedTicket;
  const now = visitOf(after, visit.visit);
  const last = hasLeft(now) && hasGone(visit) && !now.returning && now.leftAt > visit.leftAt;
  return [left, ...(last ? endedAnew(command, after, now, left) : [])];
}

/**
 * That somebody has gone is always taken, once: whoever came along may also have stayed longer, and whoever came
 * by themself when others had found nobody.
 */
function leavesAlone(visit: Visit, technician: string): visit is VisitGone | AbsentVisit {
  if (!hasGone(visit)) return visit.status === 'absent' && stayedOn(visit, technician);
  if (stayedOn(visit, technician)) return true;
  return technician !== visit.technician && wayOf(visit, technician).leftAt === undefined;
}

/**
 * Told late, somebody had left to come back to work that has gone on since, or to which another has come back: they
 * left for themself (V19).
 */
function leftForAReturn(
  command: LeaveSite,
  visit: Visit,
  technician: string,
): visit is VisitSinceArrival {
  const { occurredAt: at, data } = command;
  if (!hasArrived(visit) || !data.returning || !toldLate(command)) return false;
  if (wayOf(visit, technician).leftAt !== undefined) return false;
  const back = returnAt(visit, at);
  if (back) return technician !== visit.technician || back.apart === true;
  return visit.interruptions.some(({ from, until }) => from <= at && at <= until);
}

function endedAnew(
  command: LeaveSite,
  open: OpenedTicket,
  visit: VisitSinceArrival,
  left: TechnicianLeft,
): TicketEvent[] {
  const owed = broken(duties, visit);
  const rules = duties.filter((rule) => !owed.includes(rule));
  const place = { visit: visit.visit };
  const since = visit.arrivedAt;
  const withdrawn = withdrawFindings(command, open, { rules, place, since }, left);
  const findings = withdrawn.reduce<typeof open.findings>(findingsAfter, open.findings);
  return [...withdrawn, ...owedAtTheEnd(command, { ...open, findings }, visit)];
}
