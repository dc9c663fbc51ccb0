import { recordDeeds } from '@app/findings';
import { broken, Invalid, NotPossible } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import {
  notBefore,
  requireOwnVisit,
  requireTicketOfFact,
  visitAt,
  visitOf,
} from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { NotifyDelay } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { notAfter } from '../visit/setting-out.js';
import { hasArrived, type Visit } from '../visit/visit.state.js';

const ownWords = [found.delayIsExplained, found.delayIsApologisedFor];

/**
 * The customer is told in advance, with the reason, an apology and the new hour (V7). A notice that
 * is recorded late moves the promise too. Sent with a batch it is as good as one in time, since the
 * device had no connection; entered by hand when the promised hour was over, it is found, with the
 * reason that was given for the delay.
 */
export function notifyDelay(command: NotifyDelay, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const { data, occurredAt, known } = command;
  const promised = promisedVisit(command, open);
  const { visit, technician, delay, expectedBy } = promised;
  requireOwnVisit(command, promised);
  notBefore(command, promised.status === 'departed' ? promised.departedAt : open.openedAt);
  if (hasArrived(promised)) notAfter(command, promised.arrivedAt);
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
      broken(command.inBatch ? ownWords : [...ownWords, found.noticeIsRecordedInTime], {
        ...data,
        ...known,
        notifiedAt: occurredAt,
        expectedBy,
      }),
      {
        visit,
        person: technician,
        ...(data.reason.trim() && { remark: data.reason }),
      },
    ),
  ];
}

/** Told late, the technician may have come since. */
function promisedVisit(command: NotifyDelay, open: OpenedTicket): Visit {
  const { visit } = command.data;
  return toldLate(command) ? visitOf(open, visit) : visitAt(open, visit, 'scheduled', 'departed');
}
