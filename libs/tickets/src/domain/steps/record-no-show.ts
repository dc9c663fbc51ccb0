import { findingsAfter, recordDeeds } from '@app/findings';
import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import {
  requireOpenTicket,
  requireTicketOfPaper,
  visitAt,
  visitOf,
} from '../ticket/preconditions.js';
import type { RecordNoShow } from '../ticket/ticket.commands.js';
import type { TicketEvent, TicketFinding } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { crewNoShow } from '../visit/crew-no-show.js';
import { awaitsNext, crewOf } from '../visit/crew.js';
import { backOf, isDueBack } from '../visit/own-return.js';
import { stillExpected } from '../visit/missed-appointment.js';
import type { Visit } from '../visit/visit.state.js';

/**
 * Nobody came by the hour that the customer had been told, or came back by it to work that was
 * interrupted; or one of those who were to come did not, though others did, which may be heard of when the visit
 * is over. Whoever hears of it records it.
 */
export function recordNoShow(command: RecordNoShow, ticket: Ticket): readonly TicketEvent[] {
  const { technician } = command.data;
  if (technician !== undefined) {
    const open = requireTicketOfPaper(command, ticket);
    const statuses = ['on-site', 'working', 'away', 'left', 'completed', 'absent'] as const;
    const visit = visitAt(open, command.data.visit, ...statuses);
    return crewNoShow(command, open, visit, technician);
  }
  const open = requireOpenTicket(ticket);
  const known = visitOf(open, command.data.visit);
  if (awaitsNext(known)) return crewNoShow(command, open, known, known.technician);
  const visit = visitAt(open, known.visit, 'scheduled', 'departed', 'away');
  const promised = visit.status === 'away' ? visit.suspension.returnBy : visit.expectedBy;
  stillExpected(command, promised);
  return [
    happened(command, 'NoShowRecorded', command.data, ['V7']),
    ...missedByEach(command, open, visit),
  ];
}

/** Nobody waits at a return for whoever had left for good; of whom it was recorded before, it is known. */
function expectedOf(visit: Visit): string[] {
  if (visit.status !== 'away') return crewOf(visit);
  const { since } = visit.suspension;
  return crewOf(visit).filter(
    (each) => isDueBack(visit, each) && backOf(visit, each, since) === undefined,
  );
}

/** Each of those who were to come, or to come back, answers for themself. */
function missedByEach(command: RecordNoShow, open: OpenedTicket, visit: Visit): TicketFinding[] {
  const { reason } = command.data;
  const missed = broken([found.appointmentIsKept], visit);
  let { findings } = open;
  return expectedOf(visit).flatMap((person) => {
    const about = { visit: visit.visit, person, ...(reason && { remark: reason }) };
    const theirs = recordDeeds(command, { findings }, missed, about);
    findings = theirs.reduce<typeof findings>(findingsAfter, findings);
    return theirs;
  });
}
