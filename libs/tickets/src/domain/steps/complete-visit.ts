import { openFindings, recordFindings } from '@app/findings';
import { broken, enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { isToBeMade } from '../visit/crew.js';
import { explanations } from '../visit/explanations-owed.js';
import { billOf, outstanding } from '../visit/money.js';
import { aboutVisit, afterLeaving } from '../visit/visit.preconditions.js';
import { discrepancyIsAnswered } from '../rules/discrepancy-is-answered.js';
import { receiptIsIssued } from '../rules/receipt-is-issued.js';
import { recordIsSigned } from '../rules/record-is-signed.js';
import type { CompleteVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { VisitSinceArrival } from '../visit/visit.state.js';

/**
 * The paper of a visit is in order (R10, V13, V22, V23). A product repaired in the workshop shows its
 * cause only after the technician has left, so the apology and what is to be explained are looked for once more (V14, V27). What is
 * not paid stays owed, and is found; where the ticket ended without a repair, only for what was done
 * by then.
 */
export function completeVisit(command: CompleteVisit, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = afterLeaving(command, ticket);
  if (isToBeMade(visit))
    throw new NotPossible('next-to-come', {
      zh: '接替的技术员尚未到访，须先到访或取消',
      en: 'whoever takes the place of who came is still to come; they come, or are called off first',
    });
  enforce([discrepancyIsAnswered, recordIsSigned, receiptIsIssued], {
    ...visit,
    outcome: open.outcome,
  });
  const bill = billOf(open, { money: visit.money, progress: 'completed' });
  const late = recordFindings(
    command,
    open,
    broken([...inWorkshop(visit), found.companyApologises, found.chargeIsCollected], {
      ...visit,
      ...bill,
    }),
    aboutVisit(visit),
  );
  const ofVisit = open.findings.filter((finding) => finding.visit === visit.visit);
  const waiting = [...openFindings(ofVisit), ...late.map(({ data }) => data.finding)];
  const completed = {
    visit: visit.visit,
    openFindings: waiting,
    ...outstanding([bill]),
  };
  return [...late, happened(command, 'VisitCompleted', completed, ['R10', 'V22', 'V23'])];
}

/** What may have turned up in the workshop, of what was taken along (V18). */
function inWorkshop({ firstAt }: VisitSinceArrival) {
  return firstAt.ProductTakenIn === undefined ? [] : explanations;
}
