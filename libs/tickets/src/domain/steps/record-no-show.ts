import { recordDeeds } from '@app/findings';
import { broken, Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { requireOpenTicket, visitAt } from '../ticket/preconditions.js';
import type { RecordNoShow } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * Nobody came by the hour that the customer had been told, or came back by it to work that was
 * interrupted. Whoever hears of it records it.
 */
export function recordNoShow(command: RecordNoShow, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const { reason } = command.data;
  const visit = visitAt(open, command.data.visit, 'scheduled', 'departed', 'away');
  const promised = visit.status === 'away' ? visit.suspension.returnBy : visit.expectedBy;
  if (command.occurredAt < promised) {
    throw new Invalid(
      'still-expected',
      {
        zh: '约定时间未过，尚不能记为失约',
        en: 'the technician may still come; before the agreed time is over it is not a no-show',
      },
      '/occurredAt',
    );
  }
  const about = { visit: visit.visit, person: visit.technician, ...(reason && { remark: reason }) };
  return [
    happened(command, 'NoShowRecorded', command.data, ['V7']),
    ...recordDeeds(command, open, broken([found.appointmentIsKept], visit), about),
  ];
}
