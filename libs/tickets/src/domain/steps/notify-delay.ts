import { recordDeeds } from '@app/findings';
import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore, requireOpenTicket, requireOwnVisit, visitAt } from '../ticket/preconditions.js';
import { hourFrom } from '../visit/booked-hour.js';
import { checkNewHour } from '../visit/new-hour.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { NotifyDelay } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

const notice = [found.delayIsExplained, found.delayIsApologisedFor, found.noticeIsRecordedInTime];

/**
 * The customer is told in advance, with the reason, an apology and the new hour (V7), for which the
 * technician is then booked instead. A notice that
 * is recorded late moves the promise too, but is found, with the reason that was given for the delay.
 */
export function notifyDelay(command: NotifyDelay, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const { data, occurredAt, known } = command;
  const promised = visitAt(open, data.visit, 'scheduled', 'departed');
  const { visit, technician, expectedBy } = promised;
  requireOwnVisit(command, promised);
  notBefore(command, promised.status === 'departed' ? promised.departedAt : open.openedAt);
  inOrder(command, promised);
  checkNewHour(command, open, promised);
  const booked = known.receivedAt < data.newArrival ? { booked: hourFrom(data.newArrival) } : {};
  return [
    happened(command, 'DelayNotified', { ...data, ...booked }, ['V7']),
    ...recordDeeds(
      command,
      open,
      broken(notice, { ...data, ...known, notifiedAt: occurredAt, expectedBy }),
      {
        visit,
        person: technician,
        ...(data.reason.trim() && { remark: data.reason }),
      },
    ),
  ];
}
