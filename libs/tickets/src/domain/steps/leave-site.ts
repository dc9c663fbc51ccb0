import { recordFindings } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { explanations } from '../visit/explanations-owed.js';
import { aboutVisit, stillThere } from '../visit/visit.preconditions.js';
import { disturbance, workedUntil } from '../visit/rest-hours.js';
import { suspensionOf } from '../visit/visit.state.js';
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
 * and comes back at the agreed hour owes nothing yet (V19).
 */
export function leaveSite(command: LeaveSite, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = stillThere(command, ticket);
  const { returning = false } = command.data;
  if (returning && !suspensionOf(visit)) {
    throw new NotPossible('work-not-suspended', {
      zh: '维修未中断，没有约定返回的时间',
      en: 'the work is not suspended, and no hour was agreed at which somebody comes back',
    });
  }
  const disturbed = workedUntil(visit, command).flatMap((span) =>
    broken([found.worksOutsideRestHours], disturbance(command, open, visit, span)),
  );
  const owed = returning ? [] : broken(duties, visit);
  return [
    happened(command, 'TechnicianLeft', command.data, ['R10']),
    ...recordFindings(command, open, [...owed, ...disturbed], aboutVisit(visit)),
  ];
}
