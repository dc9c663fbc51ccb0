import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { notBefore, requireUnclosedTicket, visitOf } from '../ticket/preconditions.js';
import { aboutVisit } from '../visit/visit.preconditions.js';
import { belongingsAreLeftAlone } from '../rules/belongings-are-left-alone.js';
import { noGiftIsTaken } from '../rules/no-gift-is-taken.js';
import { nobodyGossips } from '../rules/nobody-gossips.js';
import { technicianStaysWhereShown } from '../rules/technician-stays-where-shown.js';
import { thingsAreHandledGently } from '../rules/things-are-handled-gently.js';
import type { ReportConductIncident } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { hasArrived } from '../visit/visit.state.js';

const conduct = [
  technicianStaysWhereShown,
  noGiftIsTaken,
  belongingsAreLeftAlone,
  nobodyGossips,
  thingsAreHandledGently,
];

/**
 * Something happened at the customer's that must not (V9, V10, V20). Whoever hears of it reports it,
 * also after the visit. Each report is its own finding: two broken vases are judged one by one.
 */
export function reportConductIncident(
  command: ReportConductIncident,
  ticket: Ticket,
): readonly TicketEvent[] {
  const live = requireUnclosedTicket(ticket);
  const { data } = command;
  const visit = visitOf(live, data.visit);
  if (!hasArrived(visit)) {
    throw new NotPossible('not-arrived', {
      zh: '技术员未曾到场',
      en: 'nobody has been at the customer’s',
    });
  }
  notBefore(command, visit.arrivedAt);
  const about = { ...aboutVisit(visit), remark: data.description };
  return broken(conduct, data).flatMap(({ article, code }) => [
    happened(command, 'ConductIncidentRecorded', data, [article]),
    happened(
      command,
      'FindingRecorded',
      { finding: live.findings.length + 1, article, code, ...about },
      [article],
    ),
  ]);
}
