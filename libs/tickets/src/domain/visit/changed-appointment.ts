import { findingsAfter, recordDeeds } from '@app/findings';
import { broken, Invalid, type Instant } from '@app/kernel';
import { found } from '../ticket/found.js';
import type { CancelVisit, RescheduleVisit } from '../ticket/ticket.commands.js';
import type { TicketFinding } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { missedAppointment } from './missed-appointment.js';
import type { ExpectedVisit } from './visit.state.js';

/**
 * What is found of an appointment that is moved or called off: that nobody came in time, and that
 * the customer was not told, only when they were waiting already, or without an apology for what was
 * not their wish, which is put to whoever decided it (V7).
 *
 * @throws Invalid `told-ahead` · `told-before-agreed`, pointing at `/told/at`
 */
export function changedAppointment(
  command: CancelVisit | RescheduleVisit,
  ticket: OpenedTicket,
  visit: ExpectedVisit,
): TicketFinding[] {
  const { actor, data } = command;
  checkTold(command, visit);
  const missed = missedAppointment(command, ticket, visit);
  const findings = missed.reduce<OpenedTicket['findings']>(findingsAfter, ticket.findings);
  const telling = broken([found.changeIsAnnounced, found.changeIsToldInTime], {
    ...(data.told && { told: data.told }),
    begins: beginOf(visit),
  });
  const unapologised = owesApology(command) ? broken([found.delayIsApologisedFor], data.told!) : [];
  const about = { visit: visit.visit, person: actor.onBehalfOf ?? actor.id, remark: data.reason };
  return [...missed, ...recordDeeds(command, { findings }, [...telling, ...unapologised], about)];
}

/** Another hour that the customer did not wish for; why an appointment is called off nobody says. */
function owesApology({ data }: CancelVisit | RescheduleVisit): boolean {
  return data.told !== undefined && 'atCustomersWish' in data && !data.atCustomersWish;
}

/** From when the customer waits: the window's beginning, or the hour that they were told in time. */
function beginOf({ window, expectedBy }: ExpectedVisit): Instant {
  return expectedBy > window.until ? expectedBy : window.from;
}

function checkTold(
  { data: { told }, occurredAt }: CancelVisit | RescheduleVisit,
  { stepsAt }: ExpectedVisit,
): void {
  if (!told) return;
  if (told.at > occurredAt) {
    throw new Invalid(
      'told-ahead',
      {
        zh: '告知客户的时间晚于本步骤的发生时间',
        en: 'the customer cannot have been told later than this step happened',
      },
      '/told/at',
    );
  }
  const agreed = [
    stepsAt.VisitScheduled ?? '',
    stepsAt.VisitRescheduled ?? '',
    stepsAt.WorkSuspended ?? '',
  ]
    .sort()
    .at(-1)!;
  if (told.at < agreed) {
    throw new Invalid(
      'told-before-agreed',
      {
        zh: '告知客户的时间早于约定本身',
        en: 'the customer cannot have been told before the appointment was made',
      },
      '/told/at',
    );
  }
}
