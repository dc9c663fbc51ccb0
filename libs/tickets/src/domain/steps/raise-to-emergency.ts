import { NotPossible } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { clocksOfEmergency } from '../clocks/setting.js';
import type { RaiseToEmergency } from '../ticket/intake.commands.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { requireTicketOfPaper } from '../ticket/preconditions.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';

/**
 * What was called about turns out to be an emergency (B3): from here on its visits know no rest hours,
 * and the clocks of a reported fault run, where none did for what it was before (B2).
 * One that a repair has ended may be raised anew, where the fault is back. Told late, it was one since then,
 * whatever has become of the ticket: what was found of rest hours after it is withdrawn (V19).
 */
export function raiseToEmergency(
  command: RaiseToEmergency,
  ticket: Ticket,
): readonly TicketEvent[] {
  const known = requireTicketOfPaper(command, ticket);
  inOrder(command, known);
  const over = isOver(command, known);
  if (known.emergencySince !== undefined && !isEarlier(command, known)) {
    throw new NotPossible('is-an-emergency', {
      zh: '工单已是紧急情况',
      en: 'the ticket is an emergency already',
    });
  }
  return [
    happened(command, 'TicketRaisedToEmergency', { ...command.data, ...(over && { over }) }, [
      'B3',
    ]),
    ...clocksOfEmergency(command, known, command.known.sla),
  ];
}

/** Told late, the emergency had begun before the moment from which it is known. */
function isEarlier(command: RaiseToEmergency, { emergencyFrom = '' }: OpenedTicket): boolean {
  return toldLate(command) && command.occurredAt < emergencyFrom;
}

/** Told late, the ticket may have ended since, or a repair have brought the service back. */
function isOver(command: RaiseToEmergency, { status, restored, stepsAt }: OpenedTicket): boolean {
  const repaired = restored && (stepsAt.RepairCompleted ?? '') >= command.occurredAt;
  return toldLate(command) && (status !== 'open' || repaired);
}
