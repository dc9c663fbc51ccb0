import { enforceOrFind, recordFindings } from '@app/findings';
import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { signedInTime } from '../visit/signature-time.js';
import { aboutVisit, atCustomers } from '../visit/visit.preconditions.js';
import { found } from '../ticket/found.js';
import type { TakeProductIn } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** What cannot be repaired here and now is taken along, inspected before, as agreed with the customer, who signs (V18). */
export function takeProductIn(command: TakeProductIn, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atCustomers(command, ticket);
  const { product, custodySlip = '', agreedBy = '', photos, signature } = command.data;
  const duties = [
    found.customerAgreesToTakeIn,
    found.customerGetsCustodySlip,
    found.giverOfTheProductSigns,
  ];
  const missed = [
    ...enforceOrFind(command, [found.productIsInspectedFirst], visit),
    ...enforceOrFind(command, duties, command.data),
  ];
  if (open.custody.some((held) => held.product === product)) {
    throw new NotPossible('already-in-custody', {
      zh: '该产品已由本中心保管',
      en: 'the product is in custody already',
    });
  }
  if (signature) signedInTime({ ...command, data: { signature } }, visit.arrivedAt);
  const taken = {
    visit: visit.visit,
    product,
    custodySlip,
    agreedBy,
    photos,
    ...(signature && { signature }),
  };
  return [
    happened(command, 'ProductTakenIn', taken, ['V18']),
    ...recordFindings(command, open, missed, aboutVisit(visit, command)),
  ];
}
