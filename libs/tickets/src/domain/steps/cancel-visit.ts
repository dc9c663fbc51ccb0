import { happened } from '@app/policy';
import { requireTicket, requireTicketOfFact, visitAt, visitOf } from '../ticket/preconditions.js';
import {
  asTold,
  changedAppointment,
  changedBefore,
  enteredLater,
  missDisproved,
} from '../visit/changed-appointment.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { awaitsNext } from '../visit/crew.js';
import type { CancelVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The visit is called off before anybody has come, or the next where whoever came had been replaced; the ticket stays open, and the customer is told (V7). Told late, it may be held to have been missed, or somebody have come. */
export function cancelVisit(asked: CancelVisit, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = asked.data;
  const command = asTold(asked, visitOf(requireTicket(ticket), visit));
  const open = requireTicketOfFact(command, ticket);
  const known = visitOf(open, visit);
  const current =
    changedBefore(command, known) || awaitsNext(known)
      ? known
      : visitAt(open, visit, 'scheduled', 'departed');
  inOrder(command, current);
  const cancelled = happened(
    command,
    'VisitCancelled',
    { ...command.data, ...enteredLater(command) },
    ['V19'],
  );
  return [
    cancelled,
    ...changedAppointment(command, open, current),
    ...missDisproved(command, open, current, cancelled),
  ];
}
