import { findingsAfter, recordFindings, withdrawFindings } from '@app/findings';
import { broken, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import type { WithdrawExternalCause } from '../ticket/ticket.commands.js';
import type { ExternalCauseWithdrawn, TicketEvent } from '../ticket/ticket.events.js';
import { evolve } from '../ticket/ticket.evolve.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { explanations } from '../visit/explanations-owed.js';
import { aboutVisit, decidedOn } from '../visit/visit.preconditions.js';
import { hasLeft, type VisitSinceArrival } from '../visit/visit.state.js';

/** What was asked of the cause itself, and is asked of nobody where there was none. */
const ofTheCause = [found.externalCauseIsNoted, found.externalCauseIsSigned];

/**
 * The cause that was laid at the door of others is not theirs (V17): it is withdrawn with the reason,
 * and what rested on it is judged anew. What was charged for it alone is charged no longer; what was
 * paid of that is due back. Findings that rested on it are withdrawn, and a repair that names it is
 * found to name a cause that is not recorded. Until the ticket is closed it is also found out of a visit whose paper
 * is complete, which is then put in order anew (V22).
 *
 * @throws NotPossible `no-external-cause` none stands recorded
 */
export function withdrawExternalCause(
  command: WithdrawExternalCause,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { open, visit } = decidedOn(command, ticket);
  if (!visit.externalCause) {
    throw new NotPossible('no-external-cause', {
      zh: '没有登记非本公司原因',
      en: 'no cause that is not the company’s stands recorded',
    });
  }
  const event = happened(command, 'ExternalCauseWithdrawn', command.data, ['V17']);
  return [event, ...judgedAnew(command, { open, visit }, event)];
}

function judgedAnew(
  command: WithdrawExternalCause,
  { open, visit: before }: { readonly open: OpenedTicket; readonly visit: VisitSinceArrival },
  event: ExternalCauseWithdrawn,
): TicketEvent[] {
  const after = evolve(open, event) as OpenedTicket;
  const visit = after.visits.find((each) => each.visit === before.visit) as VisitSinceArrival;
  const owed = broken([...explanations, found.chargeIsSigned], visit);
  const rested = [
    ...ofTheCause,
    found.externalCauseIsExplained,
    found.feeIsExplained,
    found.chargeIsSigned,
  ];
  const rules = rested.filter(({ code }) => !owed.some((each) => each.code === code));
  const place = { visit: visit.visit };
  const withdrawn = withdrawFindings(
    command,
    open,
    { rules, place, since: visit.arrivedAt },
    event,
  );
  const findings = withdrawn.reduce<typeof open.findings>(findingsAfter, open.findings);
  const gone = hasLeft(visit) && !visit.returning ? broken(explanations, visit) : [];
  const named = broken([found.externalRepairHasItsCause], {
    cause: visit.repair?.cause ?? 'no-fault',
    visit,
  });
  return [
    ...withdrawn,
    ...recordFindings(command, { findings }, [...gone, ...named], aboutVisit(visit)),
  ];
}
