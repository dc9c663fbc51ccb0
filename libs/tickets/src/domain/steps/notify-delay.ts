import { recordDeeds } from '@app/findings';
import { broken, Invalid, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore, requireOpenTicket, requireOwnVisit, visitAt } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { NotifyDelay } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

const notice = [found.delayIsExplained, found.delayIsApologisedFor, found.noticeIsRecordedInTime];

/**
 * The customer is told in advance, with the reason, an apology and the new hour (V7). A notice that
 * is recorded late moves the promise too, but is found, with the reason that was given for the delay.
 */
export function notifyDelay(command: NotifyDelay, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const { data, occurredAt, known } = command;
  const promised = visitAt(open, data.visit, 'scheduled', 'departed');
  const { visit, technician, delay, expectedBy } = promised;
  requireOwnVisit(command, promised);
  notBefore(command, promised.status === 'departed' ? promised.departedAt : open.openedAt);
  inOrder(command, promised);
  if (data.newArrival <= occurredAt) {
    throw new Invalid(
      'new-arrival-past',
      { zh: '新的到场时间须晚于通知时间', en: 'the new arrival must be later than the notice' },
      '/newArrival',
    );
  }
  if (delay?.newArrival === data.newArrival) {
    throw new NotPossible('delay-already-notified', {
      zh: '已通知过同一到场时间',
      en: 'the customer was told this hour before',
    });
  }
  return [
    happened(command, 'DelayNotified', data, ['V7']),
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
