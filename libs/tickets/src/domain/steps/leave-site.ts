import { recordFindings } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import { workInRestHours } from '../ticket/work-in-rest-hours.js';
import { explanations } from '../visit/explanations-owed.js';
import { aboutVisit, stillThere } from '../visit/visit.preconditions.js';
import { hasGone, suspensionOf, type VisitUnderWay } from '../visit/visit.state.js';
import { aloneIn, doerOf } from '../visit/crew.js';
import { remaining, wayOf } from '../visit/own-way.js';
import { notBefore, requireOwnVisit, requireTicket, visitOf } from '../ticket/preconditions.js';
import type { LeaveSite } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** What should have been done before leaving. Nobody can be kept from going; it is found when they go. */
export const duties = [
  found.customerIsGreeted,
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
 * The technician is gone: a fact (R10), whether or not the work is finished. Who has interrupted it
 * and comes back at the agreed hour owes nothing yet (V19). While others stay, whoever leaves leaves
 * for themself; what is owed at the end is looked for when nobody is there any more.
 */
export function leaveSite(command: LeaveSite, ticket: Ticket): readonly TicketEvent[] {
  const gone = leftBefore(command, ticket);
  if (gone)
    return [happened(command, 'TechnicianLeft', { ...command.data, technician: gone }, ['R10'])];
  const { open, visit } = stillThere(command, ticket);
  const { returning = false } = command.data;
  if (returning && !suspensionOf(visit)) {
    throw new NotPossible('work-not-suspended', {
      zh: '维修未中断，没有约定返回的时间',
      en: 'the work is not suspended, and no hour was agreed at which somebody comes back',
    });
  }
  const doer = doerOf(command, visit);
  if (remaining(visit, doer).length > 0) return [leftAlone(command, visit, doer)];
  const owed = returning ? [] : broken(duties, visit);
  const left = [
    happened(command, 'TechnicianLeft', command.data, ['R10']),
    ...recordFindings(command, open, owed, aboutVisit(visit)),
  ];
  return [...left, ...workInRestHours(command, open, left)];
}

/** @throws NotPossible they have left before */
function leftAlone(
  command: LeaveSite,
  { present }: VisitUnderWay,
  technician: string,
): TicketEvent {
  if (!present.includes(technician)) {
    throw new NotPossible('technician-not-there', {
      zh: '该技术员不在现场',
      en: 'this technician is not there',
    });
  }
  return happened(command, 'TechnicianLeft', { ...command.data, technician }, ['R10']);
}

/** One of the others who left before the rest, which is told only when all have gone. */
function leftBefore(command: LeaveSite, ticket: Ticket): string | undefined {
  if (!toldLate(command)) return undefined;
  const visit = visitOf(requireTicket(ticket), command.data.visit);
  const alone = aloneIn(command, visit);
  if (alone === undefined || !hasGone(visit) || command.occurredAt > visit.leftAt) return undefined;
  requireOwnVisit(command, visit);
  notBefore(command, wayOf(visit, alone).arrivedAt ?? visit.arrivedAt);
  return wayOf(visit, alone).leftAt === undefined ? alone : undefined;
}
