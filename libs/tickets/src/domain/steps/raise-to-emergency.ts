import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { clocksOfEmergency } from '../clocks/setting.js';
import type { RaiseToEmergency } from '../ticket/intake.commands.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { requireUnclosedTicket } from '../ticket/preconditions.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * What was called about turns out to be an emergency (B3): from here on its visits know no rest hours,
 * and the clocks of a reported fault run, where none did for what it was before (B2).
 * One that a repair has ended may be raised anew, where the fault is back.
 */
export function raiseToEmergency(
  command: RaiseToEmergency,
  ticket: Ticket,
): readonly TicketEvent[] {
  const known = requireUnclosedTicket(ticket);
  inOrder(command, known);
  if (known.emergencySince !== undefined) {
    throw new NotPossible('is-an-emergency', {
      zh: '工单已是紧急情况',
      en: 'the ticket is an emergency already',
    });
  }
  return [
    happened(command, 'TicketRaisedToEmergency', command.data, ['B3']),
    ...clocksOfEmergency(command, known, command.known.sla),
  ];
}
