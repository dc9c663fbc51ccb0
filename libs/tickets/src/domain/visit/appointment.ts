import { recordDeeds } from '@app/findings';
import {
  broken,
  enforce,
  Invalid,
  minutesBetween,
  NotFound,
  NotPossible,
  type Instant,
  type Span,
} from '@app/kernel';
import { toldLate } from '@app/policy';
import { requireAfterDeadline } from '../clocks/wished-later.js';
import { found } from '../ticket/found.js';
import type { TicketFinding } from '../ticket/ticket.events.js';
import { editionOf } from './rest.js';
import { isEmergencyBy, restHours } from './rest-hours.js';
import { quietHoursAreKept } from '../rules/quiet-hours-are-kept.js';
import type { RescheduleVisit, ScheduleVisit } from '../ticket/ticket.commands.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { isOwnHour } from './wishes.js';

/** A customer cannot be asked to wait in for longer than half a day. */
const LONGEST_WINDOW_MINUTES = 12 * 60;

/**
 * The appointment that a command asks for, if it can be made. Whether the technician is free is
 * the diary's to say.
 *
 * @param over whether it disturbs nobody any more; default: when the window was over as it was told
 * @throws Invalid the window ends before it begins, before the call or before it is agreed, or is longer than twelve hours
 * @throws NotFound · NotPossible no such technician, or no longer active
 * @throws Invalid `wish-within-deadline` the customer's wish for later is within the deadline
 * @throws Refused [V19] it meets the customer's quiet hours, and is not over
 */
export function appointment(
  command: ScheduleVisit | RescheduleVisit,
  ticket: OpenedTicket,
  over = isOver(command),
) {
  const { data, known, occurredAt } = command;
  const { window, atCustomersWish, wishedLater } = data;
  checkWindow(window, ticket, occurredAt);
  const technician = activeTechnician(known.technician);
  const rest = restHours(known, ticket);
  const emergency = isEmergencyBy(ticket, occurredAt);
  if (!over) enforce([quietHoursAreKept], { ...rest, window, wished: isOwnHour(data), emergency });
  const agreed = { technician, window, atCustomersWish, ...(over && { unbooked: true }) };
  if (wishedLater === undefined) return agreed;
  requireAfterDeadline(window.from, ticket, occurredAt);
  return { ...agreed, wishedLater };
}

/** Told only when the window was over, an appointment is a fact: nothing of it can be prevented any more. */
export function isOver(command: ScheduleVisit | RescheduleVisit): boolean {
  const { occurredAt, receivedAt = occurredAt, data } = command;
  return toldLate(command) && data.window.until <= receivedAt;
}

/** What is found of an appointment that is a fact: that it disturbed the customer (V19), of whoever agreed on it. */
export function disturbingAppointment(
  command: ScheduleVisit | RescheduleVisit,
  ticket: OpenedTicket,
  visit: number,
): TicketFinding[] {
  if (!isOver(command)) return [];
  const { actor, data, known } = command;
  const { window } = data;
  const rest = restHours(known, ticket);
  const wished = isOwnHour(data);
  const emergency = isEmergencyBy(ticket, command.occurredAt);
  const ill = broken([found.quietHoursAreKept], { ...rest, window, wished, emergency });
  const about = { visit, person: actor.onBehalfOf ?? actor.id, ...editionOf(window, known) };
  return recordDeeds(command, ticket, ill, about);
}

function checkWindow({ from, until }: Span, { openedAt }: OpenedTicket, agreedAt: Instant): void {
  if (from >= until) {
    throw new Invalid(
      'window-ends-before-start',
      { zh: '时段的结束须晚于开始', en: 'the window must end after it begins' },
      '/window/until',
    );
  }
  if (minutesBetween(from, until) > LONGEST_WINDOW_MINUTES) {
    throw new Invalid(
      'window-too-long',
      { zh: '时段不得超过 12 小时', en: 'the window may not be longer than 12 hours' },
      '/window/until',
    );
  }
  if (until < openedAt) {
    throw new Invalid(
      'window-before-call',
      { zh: '时段早于客户报修的时间', en: 'the window ends before the customer’s call' },
      '/window',
    );
  }
  if (until <= agreedAt) {
    throw new Invalid(
      'window-over',
      {
        zh: '时段已过，不能再约；如系补记，请注明当时约定的时间',
        en: 'the window is over; an appointment told late says when it was made',
      },
      '/window/until',
    );
  }
}

/** @throws NotFound · NotPossible no such technician, or no longer active */
export function activeTechnician(technician: ScheduleVisit['known']['technician']): string {
  if (!technician) {
    throw new NotFound(
      'technician-not-found',
      { zh: '没有这位技术员', en: 'there is no such technician' },
      '/technician',
    );
  }
  if (!technician.active) {
    throw new NotPossible(
      'technician-not-active',
      { zh: '该技术员已离职', en: 'this technician has left' },
      '/technician',
    );
  }
  return technician.employee;
}
