import { broken, happened, Invalid, NotPossible } from '@app/kernel';
import { recordFindings } from '../findings.js';
import { notBefore, openTicket, ownVisit, visitAt } from '../lookup.js';
import { delayIsApologisedFor } from '../rules/delay-is-apologised-for.js';
import { delayIsExplained } from '../rules/delay-is-explained.js';
import type { NotifyDelay } from '../ticket.commands.js';
import type { TicketEvent } from '../ticket.events.js';
import type { Ticket } from '../ticket.state.js';

/** The customer is told in advance, with the reason, an apology and the new hour (V7). */
export function notifyDelay(command: NotifyDelay, ticket: Ticket): readonly TicketEvent[] {
  const open = openTicket(ticket);
  const { data, occurredAt } = command;
  const { visit, technician, departedAt, delay } = visitAt(
    open,
    data.visit,
    'scheduled',
    'departed',
  );
  ownVisit(command, { technician });
  notBefore(command, departedAt ?? open.openedAt);
  if (data.newArrival <= occurredAt) {
    throw new Invalid(
      'new-arrival-past',
      { zh: '新的到达时间须晚于通知时间', en: 'the new arrival must lie after the notice' },
      '/newArrival',
    );
  }
  if (delay?.newArrival === data.newArrival) {
    throw new NotPossible('delay-already-notified', {
      zh: '已通知过同一到达时间',
      en: 'the customer was told this hour before',
    });
  }
  return [
    happened(command, 'DelayNotified', data, ['V7']),
    ...recordFindings(command, open, broken([delayIsExplained, delayIsApologisedFor], data), {
      visit,
      person: technician,
    }),
  ];
}
