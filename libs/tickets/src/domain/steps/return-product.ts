import { enforceOrFind, recordFindings } from '@app/findings';
import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { requireOwnTicket, requireUnclosedTicket, visitOf } from '../ticket/preconditions.js';
import { signedInTime } from '../visit/signature-time.js';
import { aboutVisit, atCustomers } from '../visit/visit.preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { ReturnProduct } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The customer has the product back and signs for it (V18): brought on a visit, or fetched, which is on
 * none. Whoever gets it signs in their own name; who is neither the customer nor who gave it says what
 * they are to the customer.
 */
export function returnProduct(command: ReturnProduct, ticket: Ticket): readonly TicketEvent[] {
  const live = requireUnclosedTicket(ticket);
  const { visit, product, receivedBy, relationship, signature } = command.data;
  const held = live.custody.find((each) => each.product === product);
  if (!held) {
    throw new NotPossible('product-not-in-custody', {
      zh: '本中心未保管该产品',
      en: 'the product is not in custody',
    });
  }
  const takenOn = visitOf(live, held.visit);
  inOrder(command, takenOn);
  const about = { visit: held.visit, person: command.actor.id };
  const handed = {
    product,
    receivedBy,
    ...(relationship !== undefined && { relationship }),
    ...(signature && { signature }),
  };
  if (visit === undefined) requireOwnTicket(command, live);
  else atCustomers({ ...command, data: { visit } }, ticket);
  const known = [live.intake.name, ...held.givenBy];
  const missed = [
    ...enforceOrFind(
      command,
      [found.receiverOfTheProductSigns, found.receiverSignsThemself],
      command.data,
    ),
    ...enforceOrFind(command, [found.receiverIsTheCustomers], { ...command.data, known }),
  ];
  if (signature) {
    signedInTime({ ...command, data: { signature } }, takenOn.stepsAt.ProductTakenIn);
  }
  return [
    happened(command, 'ProductReturned', { ...(visit && { visit }), ...handed }, ['V18']),
    ...recordFindings(
      command,
      live,
      missed,
      visit === undefined ? about : aboutVisit(visitOf(live, visit), command),
    ),
  ];
}
