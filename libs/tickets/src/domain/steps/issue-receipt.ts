import { fen, NotPossible, yuan } from '@app/kernel';
import { happened } from '@app/policy';
import { withMoney } from '../visit/visit.preconditions.js';
import type { IssueReceipt } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The customer gets a receipt for what they have paid and have no receipt for yet (V23). */
export function issueReceipt(command: IssueReceipt, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = withMoney(command, ticket);
  const { money, receipt } = visit;
  const lacking = fen(money.collected) - fen(receipt?.amount ?? '0.00');
  if (lacking <= 0n) {
    throw new NotPossible('nothing-to-receipt', {
      zh: '没有待开凭证的收费',
      en: 'nothing was collected that has no receipt',
    });
  }
  const issued = { visit: visit.visit, number: command.data.number, amount: yuan(lacking) };
  return [happened(command, 'ReceiptIssued', issued, ['V23'])];
}
