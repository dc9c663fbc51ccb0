import { recordDeeds } from '@app/findings';
import { broken, Invalid, type Command, type Instant } from '@app/kernel';
import { toldLate } from '@app/policy';
import { aboutVisit } from './visit.preconditions.js';
import { found } from '../ticket/found.js';
import type { Received } from '../ticket/ticket.commands.js';
import type { TicketFinding } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { Told } from '../ticket/ticket.values.js';
import type { Visit } from './visit.state.js';
import { waitsFrom } from './waits-from.js';

/** What moves an appointment or calls it off: why, and how the customer learned of it. */
export interface ChangeOfAppointment extends Command {
  readonly data: {
    readonly reason: string;
    readonly atCustomersWish?: boolean;
    readonly told?: Told;
  };
  readonly known: Received;
}

/**
 * The finding that nobody came by the promised time, when a visit is moved or called off only
 * afterwards (V7). Where the change is said to have been in time but the server heard of it late, when the
 * customer was waiting already, it is the late entry that is found, of whoever entered it: the time then
 * rests on their word alone, and a supervisor reviews it.
 */
export function missedAppointment(
  command: ChangeOfAppointment,
  ticket: OpenedTicket,
  visit: Visit,
): TicketFinding[] {
  const { actor, occurredAt, known } = command;
  const remark = command.data.reason;
  if (occurredAt > visit.expectedBy) {
    const about = { ...aboutVisit(visit), remark };
    return recordDeeds(command, ticket, broken([found.appointmentIsKept], visit), about);
  }
  const { receivedAt } = known;
  const late = toldLate({ ...command, receivedAt });
  const waited = { begins: waitsFrom(visit), expectedBy: visit.expectedBy };
  const change = { changedAt: occurredAt, receivedAt, ...waited, toldLate: late };
  const about = { visit: visit.visit, person: actor.onBehalfOf ?? actor.id, remark };
  return recordDeeds(command, ticket, broken([found.changeIsRecordedInTime], change), about);
}

/** @throws Invalid `still-expected` the hour that the customer was told is not over */
export function stillExpected({ occurredAt }: Command, promised: Instant): void {
  if (occurredAt >= promised) return;
  throw new Invalid(
    'still-expected',
    {
      zh: '约定时间未过，尚不能记为失约',
      en: 'the technician may still come; before the agreed time is over it is not a no-show',
    },
    '/occurredAt',
  );
}
