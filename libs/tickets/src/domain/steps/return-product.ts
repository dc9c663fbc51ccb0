import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { requireOwnTicket, requireUnclosedTicket, visitOf } from '../ticket/preconditions.js';
import { atCustomers } from '../visit/visit.preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { ReturnProduct } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The customer has the product back (V18): brought on a visit, or fetched, which is on none. */
export function returnProduct(command: ReturnProduct, ticket: Ticket): readonly TicketEvent[] {
  const live = requireUnclosedTicket(ticket);
  const { visit, product, receivedBy } = command.data;
  const held = live.custody.find((each) => each.product === product);
  if (!held) {
    throw new NotPossible('product-not-in-custody', {
      zh: '本中心未保管该产品',
      en: 'the product is not in custody',
    });
  }
  inOrder(command, visitOf(live, held.visit));
  if (visit === undefined) {
    requireOwnTicket(command, live);
    return [happened(command, 'ProductReturned', { product, receivedBy }, ['V18'])];
  }
  atCustomers({ ...command, data: { visit } }, ticket);
  return [happened(command, 'ProductReturned', { visit, product, receivedBy }, ['V18'])];
}
