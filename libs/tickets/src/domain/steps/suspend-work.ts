import { enforceOrFind, recordFindings } from '@app/findings';
import { enforce, Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { aboutVisit, atCustomers } from '../visit/visit.preconditions.js';
import { workHasStarted } from '../rules/work-has-started.js';
import { found } from '../ticket/found.js';
import type { SuspendWork } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { SuspensionReason } from '../ticket/ticket.values.js';
import { notSuspended } from '../visit/work.preconditions.js';

/** On whose side a reason lies; of other reasons, whoever suspends has to say. */
const CUSTOMER_SIDE: Partial<Record<SuspensionReason, boolean>> = {
  'rest-or-meal': true,
  'customer-unavailable': true,
  'part-awaited': false,
};

/** Work is broken off, and the hour agreed at which it goes on (V19). */
export function suspendWork(command: SuspendWork, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atCustomers(command, ticket);
  const { reason, customerSide, resumeAt } = command.data;
  enforce([workHasStarted], visit);
  notSuspended(visit);
  if (resumeAt <= command.occurredAt) {
    throw new Invalid(
      'resume-time-past',
      { zh: '继续维修的时间须晚于中断时间', en: 'work must resume later than it was suspended' },
      '/resumeAt',
    );
  }
  if ((CUSTOMER_SIDE[reason] ?? customerSide) !== customerSide) {
    throw new Invalid(
      'wrong-side',
      {
        zh: '中断原因与责任方不符',
        en: "the reason does not match the side that it is put to, the customer's or the company's",
      },
      '/customerSide',
    );
  }
  const missed = enforceOrFind(command, [found.workResumesInWorkingHours], {
    resumeAt,
    quietHours: open.quietHours,
  });
  return [
    happened(command, 'WorkSuspended', { visit: visit.visit, reason, customerSide, resumeAt }, [
      'V19',
    ]),
    ...recordFindings(command, open, missed, aboutVisit(visit)),
  ];
}
