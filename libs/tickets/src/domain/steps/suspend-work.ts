import { enforceOrFind, findingsAfter, recordDeeds } from '@app/findings';
import { broken, enforce, Invalid } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { editionOf } from '../visit/rest.js';
import { isEmergencyBy, restHours } from '../visit/rest-hours.js';
import { aboutVisit, atCustomers } from '../visit/visit.preconditions.js';
import { labourIsNotSuspended } from '../rules/labour-is-not-suspended.js';
import { workHasStarted } from '../rules/work-has-started.js';
import { hourFrom } from '../visit/booked-hour.js';
import { found } from '../ticket/found.js';
import { workInRestHours } from '../ticket/work-in-rest-hours.js';
import type { SuspendWork } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import type { SuspensionReason } from '../ticket/ticket.values.js';
import { resumption } from '../visit/resumption.js';
import { hasBegun } from '../visit/standing.js';
import { hasGone, type VisitSinceArrival } from '../visit/visit.state.js';
import { labourOn } from '../visit/work-entries.js';
import { notRestored, notSuspended, workSuspended } from '../visit/work.preconditions.js';

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
  notRestored(command, visit);
  notInterrupted(command, open, visit);
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
  const emergency = isEmergencyBy(open, command.occurredAt);
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
  const disturbing = recordDeeds(command, open, ill, onDay);
  const findings = disturbing.reduce<typeof open.findings>(findingsAfter, open.findings);
  const { unbooked, clashing } = bookable(command, visit);
  const data = { ...command.data, ...(unbooked && { unbooked }) };
  const suspended = [
    happened(command, 'WorkSuspended', data, ['V19']),
    ...disturbing,
    ...recordDeeds(command, { findings }, [...interrupted, ...clashing], about),
  ];
  const taken = [...suspended, ...wentOn(command, visit)];
  return [...taken, ...workInRestHours(command, open, taken)];
}

/** Told late, the repair may have been completed since: by then the work had gone on. */
function wentOn(command: SuspendWork, visit: VisitSinceArrival): TicketEvent[] {
  const { RepairCompleted: occurredAt = '' } = visit.stepsAt;
  return occurredAt > command.occurredAt ? resumption({ ...command, occurredAt }, [visit]) : [];
}

/**
 * Told in time, the diaries refuse an hour that they do not have. Told late, it was agreed all the same:
 * nothing is booked for it where it is over or others are booked then, which is found (V7).
 */
function bookable(command: SuspendWork, visit: VisitSinceArrival) {
  if (!toldLate(command)) return { unbooked: false, clashing: [] };
  const { occurredAt, receivedAt = occurredAt, data, known } = command;
  const over = hasGone(visit) || data.resumeAt <= receivedAt;
  const { bookings = [] } = known;
  const window = hourFrom(data.resumeAt);
  const clashing = over ? [] : broken([found.oneVisitAtATime], { window, bookings });
  return { unbooked: over || clashing.length > 0, clashing };
}

/**
 * Told late, the work may have gone on since, and hours may have been put down.
 *
 * @throws NotPossible it stood still already · Refused [V19] somebody's hours go on beyond that moment
 */
function notInterrupted(command: SuspendWork, open: OpenedTicket, visit: VisitSinceArrival): void {
  const { occurredAt: from, data } = command;
  if (visit.interruptions.some((each) => each.from <= from && from < each.until)) {
    throw workSuspended();
  }
  const interruptions = [{ from, until: data.resumeAt }];
  for (const span of labourOn(open, visit))
    if (span.from < from) enforce([labourIsNotSuspended], { span, interruptions });
}
