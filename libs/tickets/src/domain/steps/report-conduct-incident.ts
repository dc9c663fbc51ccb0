import { recordDeeds } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { requireTicket, notBefore, visitOf } from '../ticket/preconditions.js';
import { aboutVisit } from '../visit/visit.preconditions.js';
import type { ReportConductIncident } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { hasArrived } from '../visit/visit.state.js';

const conduct = [
  found.technicianStaysWhereShown,
  found.noGiftIsTaken,
  found.belongingsAreLeftAlone,
  found.nobodyGossips,
  found.thingsAreHandledGently,
  found.customersRoomsAreRespected,
  found.nothingIsForgotten,
  found.nothingIsKnockedOver,
  found.customerIsTreatedCourteously,
];

/**
 * Something happened at the customer's that must not (V3, V9, V10, V20). Whoever hears of it reports it,
 * also after the visit and after the closing (R10). Each report is its own finding: two broken vases are judged one by one.
 */
export function reportConductIncident(
  command: ReportConductIncident,
  ticket: Ticket,
): readonly TicketEvent[] {
  const live = requireTicket(ticket);
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
  const broke = broken(conduct, data);
  return [
    ...broke.map(({ article }) => happened(command, 'ConductIncidentRecorded', data, [article])),
    ...recordDeeds(command, live, broke, about),
  ];
}
