import { enforceOrFind, findingsAfter, recordFindings, withdrawFindings } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { requireOwnVisit, visitOf } from '../ticket/preconditions.js';
import type { CorrectRepairCause } from '../ticket/ticket.commands.js';
import type { RepairCauseCorrected, TicketEvent } from '../ticket/ticket.events.js';
import { evolve } from '../ticket/ticket.evolve.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { nothingCorrected, requireCorrectableTicket } from '../visit/correction.js';
import { aboutVisit } from '../visit/visit.preconditions.js';
import { hasArrived, hasLeft, type VisitSinceArrival } from '../visit/visit.state.js';

/** What is owed by the cause alone: that it is recorded (V17), and an apology for the company's product (V27). */
const ofTheCause = [found.externalRepairHasItsCause, found.companyApologises];

/**
 * The fault came of something else than the last repair of the visit says, as is known only later: after a
 * cause at the door of others was withdrawn, say. It names that repair, and what rested on its cause is judged
 * anew (V17, V27). The record says another thing then, and is signed anew (V22). Until the ticket is closed.
 *
 * @throws NotPossible `nothing-repaired` · `nothing-corrected`
 * @throws NotPossible `another-visit-repaired` whether there was a fault at all says of another visit whether its repair held
 * @throws Refused [V17] told in time, it names an external cause that is not recorded
 */
export function correctRepairCause(
  command: CorrectRepairCause,
  ticket: Ticket,
): readonly TicketEvent[] {
  const open = requireCorrectableTicket(command, ticket);
  const { cause, reason, visit: number } = command.data;
  const visit = visitOf(open, number);
  requireOwnVisit(command, visit);
  const repairedAt = visit.stepsAt.RepairCompleted;
  if (!hasArrived(visit) || !visit.repair || repairedAt === undefined) throw nothingRepaired();
  inOrder(command, visit);
  const { cause: before } = visit.repair;
  if (cause === before) throw nothingCorrected();
  requireFaultStands(open, visit, [cause, before].includes('no-fault'));
  const missed = enforceOrFind(command, [found.externalRepairHasItsCause], { cause, visit });
  const said = { visit: number, repairedAt, cause, before, reason };
  const corrected = happened(command, 'RepairCauseCorrected', said, ['R10', 'V17']);
  return [corrected, ...judgedAnew(command, open, corrected, missed)];
}

function judgedAnew(
  command: CorrectRepairCause,
  open: OpenedTicket,
  corrected: RepairCauseCorrected,
  missed: readonly (typeof ofTheCause)[number][],
): TicketEvent[] {
  const after = evolve(open, corrected) as OpenedTicket;
  const visit = visitOf(after, corrected.data.visit) as VisitSinceArrival;
  const gone = hasLeft(visit) && !visit.returning;
  const apology = broken([found.companyApologises], visit);
  const owed = [...missed, ...apology];
  const rules = ofTheCause.filter((rule) => !owed.includes(rule));
  const disproved = { rules, place: { visit: visit.visit }, since: visit.arrivedAt };
  const withdrawn = withdrawFindings(command, open, disproved, corrected);
  const findings = withdrawn.reduce<typeof open.findings>(findingsAfter, open.findings);
  const lacking = [...missed, ...(gone ? apology : [])];
  return [...withdrawn, ...recordFindings(command, { findings }, lacking, aboutVisit(visit))];
}

function nothingRepaired(): NotPossible {
  return new NotPossible('nothing-repaired', {
    zh: '这次上门没有登记维修结果',
    en: 'no repair was recorded at this visit',
  });
}

/** @throws NotPossible `another-visit-repaired` */
function requireFaultStands(
  { visits }: OpenedTicket,
  { visit }: VisitSinceArrival,
  another: boolean,
): void {
  const repairs = visits.filter((each) => each.visit !== visit && hasArrived(each) && each.repair);
  if (!another || repairs.length === 0) return;
  throw new NotPossible(
    'another-visit-repaired',
    {
      zh: '另一次上门也有维修结果，是否有故障关系到其恢复时间，不能更正',
      en: 'another visit was repaired at as well, and when it restored the service rests on whether there was a fault; that is not corrected',
    },
    '/cause',
  );
}
