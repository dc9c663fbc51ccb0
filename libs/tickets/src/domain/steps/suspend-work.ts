import { enforceOrFind, findingsAfter, recordDeeds } from '@app/findings';
import { broken, enforce, Invalid, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { editionOf } from '../visit/rest.js';
import { restHours } from '../visit/rest-hours.js';
import { aboutVisit, atCustomers } from '../visit/visit.preconditions.js';
import { workHasStarted } from '../rules/work-has-started.js';
import { found } from '../ticket/found.js';
import { workInRestHours } from '../ticket/work-in-rest-hours.js';
import type { SuspendWork } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { SuspensionReason } from '../ticket/ticket.values.js';
import { hasBegun } from '../visit/standing.js';
import { notSuspended } from '../visit/work.preconditions.js';

/** On whose side a reason lies; of other reasons, whoever suspends has to say. */
const CUSTOMER_SIDE: Partial<Record<SuspensionReason, boolean>> = {
  'rest-or-meal': true,
  'customer-unavailable': true,
  'part-awaited': false,
};

/**
 * Work is broken off, with an apology, and the hour agreed at which it goes on, after asking for the
 * customer's (V19). For that hour the technician is booked.
 */
export function suspendWork(command: SuspendWork, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atCustomers(command, ticket);
  const { reason, customerSide, resumeAt, customerWishes } = command.data;
  enforce([workHasStarted], { workStarted: hasBegun(visit) });
  notSuspended(visit);
  if (visit.repair?.restored) {
    throw new NotPossible('repair-completed', { zh: '维修已完成', en: 'the repair is completed' });
  }
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
  const { emergency } = open;
  const wished = customerWishes !== undefined;
  const ill = enforceOrFind(command, [found.workResumesInWorkingHours], {
    ...restHours(command.known, open),
    resumeAt,
    wished,
    emergency,
  });
  const interrupted = broken(
    [found.interruptionIsApologisedFor, found.customersHoursAreAsked],
    command.data,
  );
  const agreed = { from: resumeAt, until: resumeAt };
  const about = aboutVisit(visit, command);
  const onDay = { ...about, ...editionOf(agreed, command.known) };
  const resumption = recordDeeds(command, open, ill, onDay);
  const findings = resumption.reduce<typeof open.findings>(findingsAfter, open.findings);
  const suspended = [
    happened(command, 'WorkSuspended', command.data, ['V19']),
    ...resumption,
    ...recordDeeds(command, { findings }, interrupted, about),
  ];
  return [...suspended, ...workInRestHours(command, open, suspended)];
}
