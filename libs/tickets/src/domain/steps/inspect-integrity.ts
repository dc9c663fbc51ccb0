import { enforceOrFind, findingsAfter, recordFindings } from '@app/findings';
import { broken } from '@app/kernel';
import { cameToLight, happened } from '@app/policy';
import { aboutVisit, atWork } from '../visit/visit.preconditions.js';
import { found } from '../ticket/found.js';
import { visitOf } from '../ticket/preconditions.js';
import { endOfWork } from '../visit/end-of-work.js';
import { evolveVisit } from '../visit/visit.evolve.js';
import { hasArrived } from '../visit/visit.state.js';
import type { InspectIntegrity } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';

/** Are the parts inside complete, and has nobody tampered with them (V13)? A later look adds to what was found, and erases nothing. */
export function inspectIntegrity(
  command: InspectIntegrity,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { open, visit } = atWork(command, ticket);
  const missed = enforceOrFind(command, [found.discrepancyIsNoted], command.data);
  const inspected = happened(command, 'IntegrityInspected', command.data, ['V13']);
  const about = aboutVisit(visit);
  const unnoted = recordFindings(command, open, missed, about);
  const findings = unnoted.reduce<typeof open.findings>(findingsAfter, open.findings);
  return [inspected, ...unnoted, ...unanswered(command, { ...open, findings }, inspected)];
}

/**
 * Told only when the paper was complete, a discrepancy that the work did not wait for was handed to
 * the customer unanswered (V13, V22); the paper is put in order anew.
 */
function unanswered(
  command: InspectIntegrity,
  open: OpenedTicket,
  inspected: TicketEvent,
): TicketEvent[] {
  const before = visitOf(open, command.data.visit);
  if (before.status !== 'completed' || inspected.occurredAt < (endOfWork(before) ?? '')) return [];
  const [visit] = evolveVisit([before], inspected);
  if (!visit || !hasArrived(visit)) return [];
  const when = { ...command, occurredAt: cameToLight(command) };
  const { outcome } = open;
  const missed = broken([found.discrepancyIsAnswered], { ...visit, outcome });
  return recordFindings(when, open, missed, aboutVisit(visit));
}
