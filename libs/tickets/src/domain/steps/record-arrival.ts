import { recordDeeds, withdrawFindings } from '@app/findings';
import { broken } from '@app/kernel';
import { cameToLight, happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import {
  notBefore,
  requireOwnVisit,
  requireTicketOfFact,
  visitAt,
} from '../ticket/preconditions.js';
import { departureOf } from '../visit/setting-out.js';
import { isCalledOff, type Visit } from '../visit/visit.state.js';
import type { RecordArrival } from '../ticket/ticket.commands.js';
import type { TechnicianArrived, TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';

/** Told late, somebody may have come though nobody recorded that they set out, or the visit was called off. */
const AFTERWARDS = ['scheduled', 'no-show', 'cancelled'] as const;

/**
 * The technician stands at the door; later than the customer was told in time is a finding (V7). An
 * arrival that is told late disproves a no-show, and is found where the visit had been cancelled.
 */
export function recordArrival(command: RecordArrival, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const late = toldLate(command) ? AFTERWARDS : [];
  const expected = visitAt(open, command.data.visit, 'departed', ...late);
  const { visit, technician, expectedBy } = expected;
  requireOwnVisit(command, expected);
  notBefore(command, departureOf(expected) ?? open.openedAt);
  const arrival = { arrivedAt: command.occurredAt, expectedBy };
  const arrived = happened(command, 'TechnicianArrived', { visit }, ['V7']);
  const findings = [
    ...broken([found.calledOffVisitIsNotMade], expected),
    ...broken([found.arrivesWhenExpected], arrival),
  ];
  return [
    arrived,
    ...noShowCorrected(command, expected),
    ...missWithdrawn(command, open, expected, arrived),
    ...recordDeeds(command, open, findings, { visit, person: technician }),
  ];
}

function noShowCorrected(command: RecordArrival, expected: Visit): TicketEvent[] {
  if (expected.status !== 'no-show') return [];
  const { visit, calledOffAt } = expected;
  const when = { ...command, occurredAt: cameToLight(command, calledOffAt) };
  return [happened(when, 'NoShowCorrected', { visit, noShowAt: calledOffAt }, ['V7'])];
}

/** That nobody came was found when it was said; whenever they came, it is not so. */
function missWithdrawn(
  command: RecordArrival,
  open: OpenedTicket,
  expected: Visit,
  arrived: TechnicianArrived,
): TicketEvent[] {
  if (!isCalledOff(expected)) return [];
  const { visit, calledOffAt } = expected;
  const since = calledOffAt < arrived.occurredAt ? calledOffAt : arrived.occurredAt;
  const miss = { rules: [found.appointmentIsKept], place: { visit }, since };
  return withdrawFindings(command, open, miss, arrived);
}
