import { recordDeeds } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { requireTicket, notBefore, visitOf } from '../ticket/preconditions.js';
import { everOn } from '../visit/crew.js';
import type { ReportConductIncident } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { answerable } from '../visit/own-way.js';
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
 * also after the visit and after the closing (R10). Each report is its own finding: two broken vases are judged one by one. It is against whose conduct it was; where nobody is named, of who answers for the visit.
 *
 * @throws NotPossible `technician-not-on-visit`, pointing at `/technician`
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
  const { technician = answerable(visit) } = data;
  if (!everOn(visit).includes(technician)) {
    throw new NotPossible(
      'technician-not-on-visit',
      {
        zh: '该技术员未参加这次上门',
        en: 'this technician is not on the visit, and never was',
      },
      '/technician',
    );
  }
  const incident = { ...data, technician };
  const about = { visit: visit.visit, person: technician, remark: data.description };
  const broke = broken(conduct, data);
  return [
    ...broke.map(({ article }) =>
      happened(command, 'ConductIncidentRecorded', incident, [article]),
    ),
    ...recordDeeds(command, live, broke, about),
  ];
}
